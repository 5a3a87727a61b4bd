"""The page as it is written: what stands where, what never stands on it, and what it lets a browser do."""

from __future__ import annotations

import base64
import hashlib
import random
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from authoring.cli.main import cli
from authoring.findings import Finding, Origin, Severity, Suggestion
from authoring.prose import parse
from authoring.reporters import Look, reporter
from authoring.reporters.page.model import Note
from authoring.reporters.page.rows import Marked, only_with_notes, rows_of
from authoring.reporters.terminal import safe
from authoring.runner import Checked
from authoring.runner.files import lint_paths
from authoring.text.span import Span

TEXT = """\
---
headline: The pier
---
By Noor Haddad

The pier *closed* on Tuesday &amp; “no one” knew.

- A first thing
- A second one
"""
NOTES = """\
---
kind: interview
slug: pier
headline: The pier goes
interview: {with: ruiz}
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
  doe: {name: Jane Doe, kind: person, alias: a town clerk, reason: she would lose her job}
---
## Boats
> We may lose a third of the boats.
— ruiz | said | 00:04:10

> The mayor took the money in a paper bag.
— ruiz | said | off the record

> The books were cooked for years.
— doe | said
"""


def finding(start: int, end: int, severity: Severity = Severity.WARNING, **more: Any) -> Finding:
    return Finding("undated-time", "facts", severity, Span(start, end), "no date, expected one", **more)


def checked(*findings: Finding, text: str = TEXT, **more: Any) -> Checked:
    return Checked("pier.md", text, findings, document=parse(text, path="pier.md"), **more)


def page(*results: Checked) -> str:
    return "".join(reporter("html")(results, Look()))


def lint(*words: object) -> str:
    return CliRunner().invoke(cli, ["lint", *map(str, words), "--format", "html"]).stdout


def rows(text: str, *spans: tuple[int, int]) -> list[str]:
    """Each row as its words with brackets around what is marked, and the numbers of the notes after it."""
    marked = [
        Marked(Note(number, "info", "a-rule", "a message", 1, 1), Span(*span)) for number, span in enumerate(spans, 1)
    ]
    told = []
    for row in rows_of(parse(text), marked, {}):
        words = "".join(
            (f"[{piece.text}]" if piece.numbers else piece.text) + "".join(f"^{note.number}" for note in piece.ends)
            for piece in row.pieces
        )
        told.append(f"{row.kind}: {words}" + "".join(f" |{note.number}" for note in row.notes))
    return told


def at(words: str, text: str = TEXT) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def test_the_words_of_a_finding_are_marked_in_the_text_as_readers_see_it() -> None:
    assert rows(TEXT, at("closed* on"), at("Tuesday &amp; “no")) == [
        "paragraph: By Noor Haddad",
        "paragraph: The pier [closed on]^1 [Tuesday & “no]^2 one” knew. |1 |2",
        "list-item: A first thing",
        "list-item: A second one",
    ]


def test_findings_inside_others_and_over_several_paragraphs_are_marked_piece_by_piece() -> None:
    spans = (at("no one")[0], at("A first")[1]), at("one”")
    assert rows(TEXT, *spans)[1:] == [
        "paragraph: The pier closed on Tuesday & “[no ][one]^1[”]^2[ knew.] |1 |2",
        "list-item: [A first] thing",
        "list-item: A second one",
    ] or rows(TEXT, *spans)[1:] == [
        "paragraph: The pier closed on Tuesday & “[no ][one”]^2[ knew.]^1 |1 |2",
        "list-item: [A first] thing",
        "list-item: A second one",
    ]


def test_a_finding_where_readers_see_nothing_stands_at_its_line() -> None:
    assert rows(TEXT, at("The pier"), (0, 0))[:2] == ["source: ^2--- |2", "source: headline: [The pier]^1 |1"]


def test_a_place_without_words_has_its_number_and_no_mark() -> None:
    place = TEXT.index("By Noor")
    assert rows(TEXT, (place, place))[0] == "paragraph: ^1By Noor Haddad |1"


def test_paragraphs_without_findings_are_counted_where_they_are_left_out() -> None:
    marked = [Marked(Note(1, "info", "a-rule", "a message", 1, 1), Span(*at("second")))]
    kept = only_with_notes(rows_of(parse(TEXT), marked, {}))
    assert [(row.kind, row.left_out) for row in kept] == [("gap", 3), ("list-item", 0)]


def test_all_words_of_real_articles_are_there_and_every_finding_is_referred_to_once(shared: Path, sample: Any) -> None:
    for path in sample(sorted((shared / "data" / "articles").iterdir()), 60):
        text = path.read_text("utf-8").removeprefix("\ufeff")
        document = parse(text, path=str(path))
        draw = random.Random(path.name)
        starts = [draw.randrange(len(text)) for _ in range(30)]
        spans = sorted((start, min(start + draw.choice((0, 1, 9, 80, 900)), len(text))) for start in starts)
        marked = [Marked(Note(n, "info", "r", "m", 1, 1), Span(*span)) for n, span in enumerate(spans, 1)]
        made = rows_of(document, marked, {})
        shown = ["".join(piece.text for piece in row.pieces) for row in made if row.kind != "source"]
        assert shown == [safe(block.text) for block in document.blocks if block.text.strip()]
        referred = [note.number for row in made for piece in row.pieces for note in piece.ends]
        assert sorted(referred) == sorted(note.number for row in made for note in row.notes) == list(range(1, 31))


def test_a_browser_may_run_and_show_what_the_page_holds_and_fetch_nothing() -> None:
    written = page(checked(finding(*at("Tuesday"))))
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', written)[1].replace("&#39;", "'")  # type: ignore[index]
    rules = dict(rule.strip().partition(" ")[::2] for rule in policy.split(";"))
    for tag in ("script", "style"):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", written, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert rules.pop(f"{tag}-src") == f"'sha256-{digest}'"
    assert rules == {"default-src": "'none'", "img-src": "data:", "base-uri": "'none'", "form-action": "'none'"}
    assert "http" not in re.sub(r'http-equiv="', "", written)


def test_bars_and_outlines_stand_out_from_the_paper_and_words_still_more() -> None:
    style = re.search(r"<style>(.*?)</style>", page(checked()), re.DOTALL)[1]  # type: ignore[index]
    schemes = re.findall(r"--paper: [^}]+", style)
    assert len(schemes) == 3  # in light, in dark, on paper

    def light(colour: str) -> float:
        parts = [
            int(2 * part if len(colour) == 3 else part, 16) / 255
            for part in re.findall("." * (len(colour) // 3), colour)
        ]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    for scheme in schemes:
        colours = {name: light(value) for name, value in re.findall(r"--([\w-]+): #(\w+)", scheme)}

        def contrast(one: str, other: str, of: dict[str, float] = colours) -> float:
            low, high = sorted((of[one], of[other]))
            return (high + 0.05) / (low + 0.05)

        assert all(contrast(name, "paper") >= 3 for name in ("bar", "pale"))
        assert all(contrast(name, "paper") >= 4.5 for name in ("ink", "soft", "error", "warning", "info"))
        assert all(contrast("ink", bed) >= 7 for bed in ("error-bed", "warning-bed", "info-bed", "raised"))
        assert all(contrast(name, "raised") >= 4.5 for name in ("soft", "error", "warning", "info"))
    assert light("fff") == light("ffffff") == 1


def test_every_tag_is_closed_and_every_attribute_is_known() -> None:
    open_tags: list[str] = []
    alone = {"meta", "link", "input", "!doctype"}

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert not any(name == "style" or name.startswith("on") for name, _ in attrs)
            if tag not in alone:
                open_tags.append(tag)

        def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert tag in ("path", "circle", "use", "rect", "line")

        def handle_endtag(self, tag: str) -> None:
            assert open_tags.pop() == tag

    Reader().feed(page(checked(finding(*at("Tuesday"))), checked(), Checked("a.md", "", remark="empty")))
    assert open_tags == []


def test_the_gravest_articles_stand_first_and_those_without_findings_are_only_named() -> None:
    few = checked(finding(*at("Tuesday")))
    grave = checked(finding(*at("Tuesday"), Severity.ERROR), text=TEXT.replace("headline: The pier", "headline: Grave"))
    clean = checked(text=TEXT.replace("headline: The pier", "headline: Quiet"))
    written = page(few, grave, clean, Checked("b.md", "", remark="skipped, it is not in English"))
    assert written.index("Grave</bdi></h2>") < written.index("The pier</bdi></h2>")
    assert "Quiet" not in written
    assert "1 error, 1 warning, in 2 of 3." in written
    assert "<bdi>b.md</bdi>: skipped, it is not in English" in written


def test_the_folder_of_all_files_is_told_once() -> None:
    results = [Checked(f"stories/{name}.md", TEXT, (finding(*at("Tuesday")),), document=parse(TEXT)) for name in "ab"]
    written = page(*results, Checked("stories/more/c.md", "", remark="empty, nothing to check"))
    assert "in <bdi>stories/</bdi>" in written
    assert '<span class="path"><bdi>a.md</bdi></span>' in written
    assert "<li><bdi>more/c.md</bdi>: empty, nothing to check</li>" in written


def test_an_article_alone_is_shown_whole_though_nothing_was_found() -> None:
    written = page(checked())
    assert "<h1><bdi>The pier</bdi></h1>" in written
    assert "Nothing found." in written
    assert "A second one" in written


def test_suggestions_and_notes_stand_with_the_finding() -> None:
    origin = Origin("notes.md", 4, 1, "00:01:43")
    edits = (Suggestion(Span(*at("Tuesday")), "March <3>"), Suggestion(Span(*at("knew")), ""))
    one = finding(*at("Tuesday"), origin=origin, suggestions=edits)
    written = page(checked(one, told={origin: "We closed & left."}))
    assert "write <ins>March &lt;3&gt;</ins> for <del>Tuesday</del>" in written
    assert "take out <del>knew</del>" in written
    assert "notes.md, line 4, at 00:01:43</bdi>: <q>We closed &amp; left.</q>" in written


@pytest.mark.parametrize(
    "article",
    [
        "“The books were cooked for years,” Jane Doe said.\n",
        "# Jane Doe and the books\n\nShe knew.\n\n“The books were cooked,” Jane Doe said. Jane Doe knew of it.\n",
        "---\nheadline: Jane Doe speaks\n---\nBy Noor Haddad\n\nDoe said: “The mayor took the money in a paper bag.”\n",
        "Jane Doe: The books were cooked for years.\n\nAna Ruiz: The mayor took the money in a paper bag.\n",
    ],
)
def test_nothing_that_was_told_in_confidence_is_on_the_page(tmp_path: Path, article: str) -> None:
    (tmp_path / "notes.md").write_text(NOTES, "utf-8")
    (tmp_path / "a.md").write_text(article, "utf-8")
    (tmp_path / "b.md").write_text(
        "By Noor Haddad\n\nThe pier closed recently, and it is claimed, he claimed.\n", "utf-8"
    )
    for paths in ((tmp_path / "a.md",), (tmp_path / "a.md", tmp_path / "b.md")):
        for more in ((), ("--jobs", "2"), ("--ignore", "leaked-source"), ("--select", "passive-voice")):
            written = lint(*paths, *more)
            assert "█" in written or "Nothing was found in these" in written
            assert not re.search(r"jane|\bdoe\b|paper bag", written, re.IGNORECASE)


def test_lines_of_notes_are_never_on_the_page(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(NOTES.replace("kind: person, role", "kind: persn, role"), "utf-8")
    written = lint(tmp_path / "notes.md")
    assert "malformed-notes" in written
    assert not re.search(r"jane|paper bag|cooked", written, re.IGNORECASE)


def test_the_page_is_the_same_from_one_process_several_or_after_an_earlier_run(shared: Path, tmp_path: Path) -> None:
    paths = sorted((shared / "data" / "articles").iterdir())[:30]
    kept = ("--cache-dir", tmp_path / "cache")
    CliRunner().invoke(cli, ["lint", *map(str, paths), *map(str, kept)])
    first = lint(*paths, "--jobs", "1", "--no-cache")
    assert lint(*paths, "--jobs", "2", "--no-cache") == first
    assert lint(*paths, *kept) == first
    assert first == "".join(reporter("html")(lint_paths(paths, measured=True), Look()))

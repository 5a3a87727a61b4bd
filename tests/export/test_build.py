"""What is published of an article: its fields, and its blocks with their inline markup, each with its place."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from authoring.export import addresses
from authoring.export.article import Article, Block, Run
from authoring.export.build import article_of
from authoring.export.dates import iso
from authoring.export.names import byline_names
from authoring.export.site import Site
from authoring.notes import read_notes
from authoring.prose.document import BlockKind, Document
from authoring.prose.parser import parse
from authoring.text.files import read_text

_DRAFTS = sorted(path for path in Path("drafts").glob("*/*.md") if path.name != "notes.md")
_WORD = re.compile(r"\w+")


def _article(text: str, path: str = "article.md") -> Article:
    return article_of(parse(text, path=path))


def _looks(block: Block) -> list[tuple[str, str]]:
    """Each run with the marks it carries, as letters."""
    return [(run.text, _marks(run)) for run in block.runs]


def _marks(run: Run) -> str:
    marks = {"b": run.strong, "i": run.emphasis, "c": run.code, "s": run.struck}
    return "".join(mark for mark, is_on in marks.items() if is_on) + run.link


def test_inline_markup_stands_in_runs_with_their_places() -> None:
    """Bold, italics, code, what is crossed out, links and the ends of lines that readers see."""
    text = "One **two *three*** `four` ~~five~~ [six](https://six.example)\\\nseven &amp; eight.\n"
    (block,) = _article(text).body
    assert _looks(block) == [
        ("One ", ""),
        ("two ", "b"),
        ("three", "bi"),
        (" ", ""),
        ("four", "c"),
        (" ", ""),
        ("five", "s"),
        (" ", ""),
        ("six", "https://six.example"),
        ("\nseven & eight.", ""),
    ]
    assert [run.span.of(text) for run in block.runs][1:3] == ["two ", "three"]
    assert block.runs[-1].span.of(text).endswith("seven &amp; eight.")


def test_lists_know_their_depth_and_their_numbers() -> None:
    """And a further paragraph of an item continues it."""
    body = _article("3. a\n\n   b\n   - c\n4. d\n").body
    assert [(block.kind, block.level, block.number, block.continues, block.text) for block in body] == [
        ("numbered", 1, 3, False, "a"),
        ("numbered", 1, 3, True, "b"),
        ("bullet", 2, 0, False, "c"),
        ("numbered", 1, 4, False, "d"),
    ]


def test_html_gives_the_same_blocks_as_markdown() -> None:
    """Whatever the file is written in."""
    marked = _article(
        "# Head\n\nA **b** [c](https://c.example).\n\n1. one\n2. two\n\n> said\n>\n> more\n\n---\n\n"
        "| h | |\n|---|---|\n| 1 | 2 |\n"
    )
    tagged = _article(
        "<h1>Head</h1><p>A <b>b</b> <a href='https://c.example'>c</a>.</p><ol><li>one<li>two</ol><blockquote><p>said</p>"
        "<p>more</p></blockquote><hr><table><tr><th>h</th><th></th></tr><tr><td>1</td><td>2</td></tr></table>",
        "article.html",
    )
    assert marked.headline == tagged.headline == "Head"
    for one, other in zip(marked.body, tagged.body, strict=True):
        assert (one.kind, one.level, one.number, one.continues) == (
            other.kind,
            other.level,
            other.number,
            other.continues,
        )
        assert _looks(one) == _looks(other)


def test_an_empty_cell_keeps_the_columns_of_those_after_it() -> None:
    """A row has a cell for each column, and each has its markup."""
    row = _article("| a | b | c |\n|---|---|---|\n| 1 |  | **3** |\n").body[1]
    assert [run.text for run in row.runs] == ["1", "", "3"]
    assert [run.strong for run in row.cells[2]] == [True]


def test_footnotes_are_numbered_by_their_calls_and_stand_last() -> None:
    """Whatever they are called in the file."""
    body = _article("A[^x] b[^y].\n\n[^y]: Why.\n\n[^x]: Ex.\n\nLast.\n").body
    assert [(run.text, run.note) for run in body[0].runs if run.note] == [("[1]", 1), ("[2]", 2)]
    assert [(block.kind, block.number, block.text) for block in body[2:]] == [("note", 1, "Ex."), ("note", 2, "Why.")]


def test_a_conversation_has_its_labels_apart_from_the_words() -> None:
    """A further paragraph of an answer continues it."""
    text = "**Q:** Why now?\n\n**Roe:** Because.\n\nAnd so on.\n\n**Q:** And then?\n\n**Roe:** Nothing.\n"
    body = _article(f"---\nkind: qa\n---\n{text}").body
    assert [(block.kind, block.speaker, block.text, block.continues) for block in body[:3]] == [
        ("question", "Q", "Why now?", False),
        ("answer", "Roe", "Because.", False),
        ("answer", "", "And so on.", True),
    ]


def test_nothing_that_readers_do_not_see_is_published() -> None:
    """Comments, what speaks to the linter, scripts, tags of site generators, the front matter."""
    text = (
        "---\nheadline: H\nnotes: notes.md\nnotes_sha256: abc\n---\n\nA <!-- secret --> word {% raw %}.\n\n"
        "<!-- authoring: allow loaded-cue: secret -->\n\n<script>secret()</script>\n\n<style>secret</style>\n"
    )
    article = _article(text)
    assert [block.text for block in article.body] == ["A word ."]
    assert "secret" not in repr(article)


def test_fields_are_taken_out_of_the_body() -> None:
    """What has a field of its own is not printed twice."""
    article = _article(
        "---\nheadline: The works close\n---\n\n**Labour**\n\n# The works close\n\n"
        "*The lathes go in May.*\n\nBy Ida Roe and Bo Li\n\n![A lathe.](pictures/lathe.jpg)\n\n*Photo: Ida Roe*\n\n"
        "SALEM, Ore., May 3 — The lathes will leave the works in May, and nobody has said what is to stand there.\n\n"
        "*Correction, May 4: An earlier version said June.*\n\n"
        "*This interview has been edited for length and clarity.*\n"
    )
    assert article.kicker == "Labour"
    assert article.headline == "The works close"
    assert article.dek == "The lathes go in May."
    assert article.bylines == ("Ida Roe", "Bo Li")
    assert article.picture is not None
    assert (article.picture.file, article.picture.alt, article.picture.credit) == (
        "pictures/lathe.jpg",
        "A lathe.",
        "Photo: Ida Roe",
    )
    assert article.place == "SALEM, Ore."
    assert article.corrections == ("Correction, May 4: An earlier version said June.",)
    assert article.notices == ("This interview has been edited for length and clarity.",)
    (story,) = article.body
    assert story.text.startswith("SALEM, Ore., May 3 — The lathes")


def test_a_heading_that_is_not_the_headline_stays() -> None:
    """A site prints the title of the front matter, and the file begins with its first section."""
    article = _article("---\ntitle: How we moved the works\n---\n\n# Before\n\nIt stood by the river.\n")
    assert article.headline == "How we moved the works"
    first = article.body[0]
    assert (first.kind, first.level, first.text) == ("heading", 2, "Before")


@pytest.mark.parametrize("draft", _DRAFTS, ids=str)
def test_the_fields_of_every_draft_are_found(draft: Path) -> None:
    """And its body begins with the story."""
    article = article_of(parse(read_text(draft), path=str(draft)))
    assert article.headline
    assert article.body[0].kind == "paragraph"
    if draft.parent.name != "intermission":  # which has its faults on purpose
        assert article.bylines
        assert not article.body[0].text.startswith(("By ", article.headline, article.dek or "*"))


def test_a_protected_source_has_no_name_in_what_is_published(tmp_path: Path) -> None:
    """The article has the alias only, and so has the quotation."""
    notes = tmp_path / "notes.md"
    notes.write_text(
        "---\nkind: brief\nslug: works\nsources:\n  engineer: {name: Jane Doe, kind: person, alias: Max Oak,"
        " reason: fear}\n"
        "---\n## Works\n> The lathes go in May.\n— engineer | said\n",
        encoding="utf-8",
    )
    text = "“The lathes go in May,” said Max Oak, whose name is another. “I heard it,” Oak said.\n"
    article = article_of(parse(text, read_notes(notes), path="works.md"))
    assert article.quotes
    assert {quote.speaker for quote in article.quotes} <= {"", "Max Oak"}
    assert "Jane" not in repr(article)
    assert "engineer" not in repr(article)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-06-11", "2026-06-11"),
        ("2014-10-14 13:56:57 -0400", "2014-10-14T13:56:57-04:00"),
        ("2026-06-11T09:30Z", "2026-06-11T09:30:00Z"),
        ("June 11, 2026", "2026-06-11"),
        ("Published 11 June 2026", "2026-06-11"),
        ("05.01.2008", ""),
        ("2026-02-30", ""),
        ("soon", ""),
        ("2026-06-11T25:00", ""),
    ],
)
def test_dates_are_iso_or_nothing(written: str, read: str) -> None:
    """A date that may be two days is none."""
    assert iso(written) == read


@pytest.mark.parametrize(
    "address",
    [
        *(
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "java\tscript:alert(1)",
            "data:text/html,x",
        ),
        *(
            "vbscript:x",
            "file:///etc/passwd",
            "\x01javascript:alert(1)",
            "/\\evil.example",
            "https://",
            "http:x",
            "x\x00y",
        ),
        *("blob:x", "https://[bad", ""),
    ],
)
def test_a_link_to_anything_but_the_web_is_dropped(address: str) -> None:
    """Whatever way it is written."""
    assert addresses.link(address) == ""


@pytest.mark.parametrize(
    ("address", "made"),
    [
        ("HTTPS://x.example/a b", "https://x.example/a%20b"),
        ("//x.example/a", "https://x.example/a"),
        ("../b?c=d#e", "../b?c=d#e"),
        ("mailto:ida@x.example", "mailto:ida@x.example"),
        ('https://x.example/"><script>', "https://x.example/%22%3E%3Cscript%3E"),
    ],
)
def test_other_links_are_kept(address: str, made: str) -> None:
    """What could end an attribute is written in percents."""
    assert addresses.link(address) == made


@pytest.mark.parametrize(
    ("folder", "address", "made"),
    [
        ("", "lathe.jpg", "lathe.jpg"),
        ("stories/works", "../lathe.jpg", "../lathe.jpg"),
        ("stories/works", "../../../lathe.jpg", ""),
        ("", "a/../../lathe.jpg", ""),
        ("", "/etc/passwd", ""),
        ("", "file:///etc/passwd", ""),
        ("", "~/lathe.jpg", ""),
        ("", "%2e%2e/lathe.jpg", ""),
        ("", "%2fetc/passwd", ""),
        ("", "C:\\lathe.jpg", ""),
        ("", "https://x.example/lathe.jpg", "https://x.example/lathe.jpg"),
    ],
)
def test_a_picture_stands_in_the_project_or_on_the_web(folder: str, address: str, made: str) -> None:
    """No path leads out of the project."""
    assert addresses.picture(address, folder) == made


def test_what_could_not_be_taken_over_is_told() -> None:
    """By its line, and the words of a link stay."""
    article = _article("A [b](javascript:x) c.\n\n![d](/etc/passwd)\n")
    assert article.body[0].text == "A b c."
    assert [told.partition(": ")[0] for told in article.left_out] == ["1:1", "3:1"]


@pytest.mark.parametrize(
    ("words", "made"),
    [("../../etc/passwd", "etc-passwd"), ("Über Größe!", "uber-groe"), ("Don’t stop", "dont-stop"), ("…", "")],
)
def test_a_slug_has_small_letters_digits_and_hyphens_only(words: str, made: str) -> None:
    """So that it leads nowhere as a path."""
    assert addresses.slug(words) == made


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ann Odum, Bo Li and Cy Ray", ("Ann Odum", "Bo Li", "Cy Ray")),
        ("Toby Hodges", ("Toby Hodges",)),
        ("Ann Odum, Ledger Staff Writer", ("Ann Odum, Ledger Staff Writer",)),
    ],
)
def test_bylines_are_parted_where_all_parts_are_names(byline: str, names: tuple[str, ...]) -> None:
    """Else they stand as they are."""
    assert byline_names(byline) == names


def test_the_site_says_who_publishes() -> None:
    """What the newsroom has settled stands in every article."""
    article = article_of(parse("Words.\n"), Site("The Ledger", "https://ledger.example", language="en-GB"))
    assert (article.publication, article.home, article.language) == ("The Ledger", "https://ledger.example", "en-GB")


def _words(article: Article) -> Iterator[str]:
    pictures = [article.picture, *(block.picture for block in article.body)]
    told = [article.headline, article.kicker, article.dek, *article.bylines, *article.corrections, *article.notices]
    told += [f"{one.alt} {one.caption} {one.credit}" for one in pictures if one]
    for block in article.body:
        told.append(block.speaker)
        told += ["".join(run.text for run in runs if not run.note) for runs in block.cells or (block.runs,)]
    for words in told:
        yield from _WORD.findall(words)


def _sample(shared: Path, number: int) -> list[Path]:
    files = sorted((shared / "data" / "articles").iterdir())
    return random.Random(7).sample(files, number)


def _document(path: Path) -> Document:
    return parse(read_text(path), path=path.name)


def test_no_word_of_real_articles_is_lost_and_every_run_knows_its_place(shared: Path) -> None:
    """All that readers see is in a field or in the body; a run has the letters that stand in its place."""
    for path in _sample(shared, 60):
        document = _document(path)
        article = article_of(document)
        seen = Counter(
            word
            for block in document.blocks
            if block.kind is not BlockKind.CAPTION
            for word in _WORD.findall(block.text)
        )
        lost = seen - Counter(_words(article))
        assert set(lost) <= {"By", "by", "Author", "Authors", "Edited"}, path.name
        for block in article.body:
            for run in block.runs:
                if not run.note and block.kind != "row" and len(run.text) == len(run.span):
                    assert run.span.of(document.text).split() == run.text.split(), path.name


def test_the_quotations_of_real_articles_stand_in_their_bodies_to_the_letter(shared: Path) -> None:
    """Part by part, since the cue stands between them."""
    quotes = 0
    for path in _sample(shared, 60):
        document = _document(path)
        article = article_of(document)
        words = "\n".join(" ".join(block.text.split()) for block in article.body)
        for quote in article.quotes:
            quotes += 1
            assert quote.spans
            for span in quote.spans:
                part = next(block for block in document.blocks if block.span.covers(span))
                letters = part.text[part.position_of(span.start) : part.position_of(span.end)]
                assert " ".join(letters.split()) in words, path.name
    assert quotes > 50

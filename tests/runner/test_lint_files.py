"""From files and folders to findings, with each article's notes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from authoring.config import Config
from authoring.errors import ArticleError
from authoring.findings import Severity
from authoring.runner import Checked
from authoring.runner.files import lint_paths
from authoring.runner.places import articles_in

NOTES = """\
---
kind: interview
slug: pier
headline: The pier goes
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
---
## Boats
> We may lose a third of the boats.
— ruiz | said | 00:04:10
"""
ALTERED = "By Noor Haddad\n\n“We will lose a third of the boats,” Ruiz said.\n"


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_md", ".md").replace("_txt", ".txt").replace("_html", ".html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def rules_of(results: list[Checked]) -> list[tuple[str, str]]:
    return [(Path(result.path).name, finding.rule) for result in results for finding in result.findings]


def test_a_folder_gives_its_articles_without_hidden_ones_and_other_peoples_software(tmp_path: Path) -> None:
    names = ("b_md", "a_txt", "c_html", "sub__d_markdown", "node_modules__e_md", ".git__f_md", ".interview_md")
    write(tmp_path, **dict.fromkeys(names, "The pier.\n"))
    (tmp_path / "sub" / "d_markdown").rename(tmp_path / "sub" / "d.markdown")
    found = [path for path in articles_in([tmp_path]) if isinstance(path, Path)]
    assert [path.relative_to(tmp_path).as_posix() for path in found] == [
        "a.txt",
        "b.md",
        "c.html",
        "sub/d.markdown",
    ]


def test_a_file_named_twice_is_checked_once(tmp_path: Path) -> None:
    path = write(tmp_path, a_md="The pier.\n") / "a.md"
    assert list(articles_in([path, tmp_path])) == [path]


@pytest.mark.parametrize("name", ["a.odt", "a.pdf", "a"])
def test_a_file_of_another_kind_is_an_error_that_says_what_can_be_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("x")
    (error,) = articles_in([tmp_path / name])
    assert isinstance(error, ArticleError)
    assert "expected .md, .markdown, .txt, .html, .htm, .docx, .docm or a folder" in str(error)


def test_an_html_article_is_checked_at_its_places_in_the_file(tmp_path: Path) -> None:
    html = (
        "<nav>Home</nav><h1>The pier</h1>\n<p>By Noor Haddad</p>\n<p>&ldquo;It is gone, she said.</p>\n<p>He left.</p>"
    )
    config = Config(select=frozenset({"unclosed-quotation"}))
    (result,) = lint_paths([write(tmp_path, a_html=html) / "a.html"], config)
    assert [finding.span.of(html) for finding in result.findings] == ["&ldquo;It"]


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="there is no such file"):
        list(lint_paths([tmp_path / "none.md"]))


def test_a_file_that_cannot_be_read_hides_nothing_of_what_is_found_in_the_others(tmp_path: Path) -> None:
    write(tmp_path, a_md=ALTERED, c_md=ALTERED)
    (tmp_path / "b.md").write_bytes(b"caf\xe9\n")
    unread: list[ArticleError] = []
    paths = [tmp_path / "gone.md", tmp_path, tmp_path / "pier.odt"]
    results = list(lint_paths(paths, unread=unread.append))
    assert [Path(result.path).name for result in results] == ["a.md", "c.md"]
    assert [Path(str(error.path)).name for error in unread] == ["gone.md", "b.md", "pier.odt"]


def test_notes_that_cannot_be_read_do_not_keep_their_article_from_being_checked(tmp_path: Path) -> None:
    write(tmp_path, interview_md="The pier is gone.\n")
    (tmp_path / "notes.md").write_bytes(b"caf\xe9\n")
    results = list(lint_paths([tmp_path / "interview.md"]))
    assert rules_of(results) == [("notes.md", "malformed-notes"), ("interview.md", "missing-byline")]


def test_a_link_that_leads_back_into_its_folder_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, a_md="The pier.\n")
    (tmp_path / "again").symlink_to(tmp_path)
    assert list(articles_in([tmp_path])) == [tmp_path / "a.md"]


def test_an_empty_file_has_no_findings_and_a_remark(tmp_path: Path) -> None:
    (result,) = lint_paths([write(tmp_path, a_md=" \n\n") / "a.md"])
    assert result.findings == ()
    assert "empty" in result.remark


def test_text_that_is_not_english_is_skipped_and_said_to_be(tmp_path: Path) -> None:
    german = "Der Hafen wird im Mai geschlossen, sagte die Leiterin. Viele Boote liegen schon lange still. " * 12
    (result,) = lint_paths([write(tmp_path, a_md=german) / "a.md"])
    assert result.findings == ()
    assert "not in English" in result.remark


def test_a_template_in_a_folder_of_templates_is_skipped_and_said_to_be(tmp_path: Path) -> None:
    write(tmp_path, templates__brief_md="# {{ headline }}\n\nLeave a comment\n", a_md="# {{ headline }}\n")
    results = {Path(result.path).name: result for result in lint_paths([tmp_path])}
    assert "template" in results["brief.md"].remark
    assert results["a.md"].remark == ""


def test_notes_beside_an_article_are_compared_with_it(tmp_path: Path) -> None:
    results = list(lint_paths([write(tmp_path, notes_md=NOTES, interview_md=ALTERED) / "interview.md"]))
    assert ("interview.md", "altered-quote") in rules_of(results)


def test_notes_named_in_the_front_matter_come_before_those_beside_the_article(tmp_path: Path) -> None:
    other = NOTES.replace("may lose", "will lose")
    write(tmp_path, notes_md=NOTES, other_md=other, interview_md=f"---\nnotes: other.md\n---\n{ALTERED}")
    results = list(lint_paths([tmp_path / "interview.md"]))
    assert ("interview.md", "altered-quote") not in rules_of(results)
    assert results[0].document is not None
    assert results[0].document.notes is not None


def test_notes_given_by_hand_come_first(tmp_path: Path) -> None:
    write(tmp_path, notes_md=NOTES, other_md=NOTES.replace("may lose", "will lose"), interview_md=ALTERED)
    results = list(lint_paths([tmp_path / "interview.md"], notes=tmp_path / "other.md"))
    assert ("interview.md", "altered-quote") not in rules_of(results)
    assert results[0].document is not None
    assert results[0].document.notes is not None


def test_a_notes_file_that_is_named_and_not_there_is_a_finding_at_its_name(tmp_path: Path) -> None:
    write(tmp_path, interview_md=f"---\nnotes: gone.md\n---\n{ALTERED}")
    (result,) = lint_paths([tmp_path / "interview.md"])
    (finding,) = (finding for finding in result.findings if finding.rule == "missing-notes")
    assert finding.span.of(result.text) == "gone.md"
    assert finding.severity is Severity.ERROR


def test_notes_with_errors_are_reported_once_and_the_rules_that_need_them_do_not_run(tmp_path: Path) -> None:
    broken = NOTES.replace("— ruiz", "— ruis")
    write(tmp_path, notes_md=broken, interview_md=ALTERED, other_md=ALTERED)
    results = list(lint_paths([tmp_path]))
    assert [name for name, rule in rules_of(results) if rule == "malformed-notes"] == ["notes.md"]
    assert not any(rule == "altered-quote" for _, rule in rules_of(results))
    remarks = {Path(result.path).name: result.remark for result in results}
    assert re.search(r"altered-quote and \d+ other rules did not run", remarks["interview.md"])
    assert re.search(r"altered-quote and \d+ other rules did not run", remarks["other.md"])


def test_a_markdown_file_with_sources_is_checked_as_notes(tmp_path: Path) -> None:
    (result,) = lint_paths([write(tmp_path, notes_md=NOTES.replace("headline:", "hedline:")) / "notes.md"])
    assert {finding.rule for finding in result.findings} == {"malformed-notes"}
    assert result.document is None


def test_good_notes_have_no_errors(tmp_path: Path) -> None:
    (result,) = lint_paths([write(tmp_path, notes_md=NOTES) / "notes.md"])
    assert not any(finding.severity is Severity.ERROR for finding in result.findings)


def test_the_words_of_a_protected_source_are_not_shown_at_an_origin(tmp_path: Path) -> None:
    hidden = NOTES.replace("role: harbour master", "role: harbour master, alias: A pilot, reason: fears for her job")
    for notes, shown in ((NOTES, 1), (hidden, 0)):
        write(tmp_path, notes_md=notes, interview_md=ALTERED)
        (result,) = lint_paths([tmp_path / "interview.md"])
        assert "altered-quote" in {finding.rule for finding in result.findings}
        assert len(result.told) == shown


def test_progress_counts_the_files(tmp_path: Path) -> None:
    write(tmp_path, a_md="The pier.\n", b_md="The pier.\n")
    told: list[tuple[int, int]] = []
    list(lint_paths([tmp_path], progress=lambda done, total: told.append((done, total))))
    assert told == [(1, 2), (2, 2)]


def test_the_note_of_a_finding_is_told_from_the_sentence_on_that_was_changed(tmp_path: Path) -> None:
    said = "We closed the pier. {# he laughed #}It was cold. We may lose a third of the boats."
    write(tmp_path, notes_md=NOTES.replace("We may lose a third of the boats.", said), a_md=ALTERED)
    told = [words for result in lint_paths([tmp_path / "a.md"]) for words in result.told.values()]
    assert told == ["… We may lose a third of the boats."]

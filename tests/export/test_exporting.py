"""What every export does, whatever the format: checks first, and puts the file safely into its place."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from authoring.cli.main import cli

_NOTES = """---
kind: brief
headline: The works close
published: 2026-03-02
byline: Ida Roe
sources:
  engineer: {name: Jane Doe, kind: person, alias: an engineer, reason: she would lose her job}
---
## Works
> The lathes go in May.
— engineer | said | 2026-03-01
"""
_ARTICLE = """---
headline: The works close
byline: Ida Roe
published: 2026-03-02
notes: notes.md
---

# The works close

By Ida Roe

“The lathes go in May,” an engineer, who would lose her job, said on March 1.
"""


def _export(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["export", *map(str, arguments)])


def _story(folder: Path, article: str = _ARTICLE) -> Path:
    (folder / "notes.md").write_text(_NOTES, encoding="utf-8")
    path = folder / "article.md"
    path.write_text(article, encoding="utf-8")
    return path


def test_an_article_without_errors_is_written_beside_itself(tmp_path: Path) -> None:
    """The format's suffix takes the place of the article's."""
    result = _export(_story(tmp_path), "--to", "text")
    assert result.exit_code == 0, result.output
    assert "“The lathes go in May,” an engineer" in (tmp_path / "article.txt").read_text(encoding="utf-8")


def test_an_article_with_errors_is_refused_and_they_are_named(tmp_path: Path) -> None:
    """Each with its place and rule; --force exports it all the same."""
    article = _story(tmp_path, _ARTICLE.replace("in May", "in June"))
    refused = _export(article, "--to", "text")
    assert refused.exit_code == 2
    assert "[altered-quote]" in refused.output
    assert not (tmp_path / "article.txt").exists()
    assert _export(article, "--to", "text", "--force").exit_code == 0


def test_what_was_told_in_confidence_is_exported_in_no_case(tmp_path: Path) -> None:
    """Not with --force, and not where a comment passes over the rule; and the message does not say it."""
    comment = "<!-- authoring: allow leaked-source: checked with her -->\n"
    article = _story(tmp_path, _ARTICLE + f"\n{comment}Doe, whose full name is Jane Doe, is 41.\n")
    result = _export(article, "--to", "text", "--force")
    assert result.exit_code == 2
    assert "told in confidence" in result.output
    assert "Doe" not in result.output
    assert not (tmp_path / "article.txt").exists()


def test_notes_with_errors_keep_their_article_from_being_exported(tmp_path: Path) -> None:
    """Without them nobody knows what is confidential."""
    article = _story(tmp_path)
    (tmp_path / "notes.md").write_text(_NOTES.replace("sources:", "source:"), encoding="utf-8")
    result = _export(article, "--to", "text", "--force")
    assert result.exit_code == 2
    assert "authoring notes check" in result.output


def test_a_file_is_written_again_only_as_long_as_nobody_has_changed_it(tmp_path: Path) -> None:
    """What stands there otherwise is left, or kept as a copy with --force."""
    article = _story(tmp_path)
    assert "written" in _export(article, "--to", "text").output
    assert "unchanged" in _export(article, "--to", "text").output
    article.write_text(_ARTICLE.replace("on March 1", "on Sunday, March 1"), encoding="utf-8")
    assert "written again" in _export(article, "--to", "text").output
    exported = tmp_path / "article.txt"
    exported.write_text("mine", encoding="utf-8")
    refused = _export(article, "--to", "text")
    assert refused.exit_code == 2
    assert exported.read_text(encoding="utf-8") == "mine"
    assert _export(article, "--to", "text", "--force").exit_code == 0
    assert (tmp_path / "article.txt.bak").read_text(encoding="utf-8") == "mine"


def test_the_article_a_folder_and_a_link_are_never_written_over(tmp_path: Path) -> None:
    """Whatever the flags say."""
    article = _story(tmp_path)
    (tmp_path / "link.txt").symlink_to(article)
    for target in (article, tmp_path, tmp_path / "link.txt", tmp_path / "nowhere" / "a.txt"):
        assert _export(article, "--to", "text", "-o", target, "--force").exit_code == 2
    assert article.read_text(encoding="utf-8") == _ARTICLE


def test_notes_are_no_article_to_export(tmp_path: Path) -> None:
    """What to type instead is said."""
    _story(tmp_path)
    result = _export(tmp_path / "notes.md", "--to", "text")
    assert result.exit_code == 2
    assert "authoring draft" in result.output


def test_a_folder_is_linted_without_what_was_exported_into_it(tmp_path: Path) -> None:
    """It says the same once more; named, or with a hand's words in it, it is an article like any other."""
    article = _story(tmp_path)
    assert _export(article, "--to", "text").exit_code == 0
    exported = tmp_path / "article.txt"
    assert "article.txt" not in _lint(tmp_path)
    assert "article.txt" not in _lint(tmp_path / "*.txt")
    assert "article.txt" in _lint(exported)
    exported.write_text(exported.read_text(encoding="utf-8") + "\nMy own line.\n", encoding="utf-8")
    assert "article.txt" in _lint(tmp_path)


def _lint(path: Path) -> str:
    return CliRunner().invoke(cli, ["lint", str(path), "--format", "json", "--ignore", "grammar"]).output

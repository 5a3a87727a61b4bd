"""Articles in Word: the commands take them as they take Markdown, and never write them."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from word_files import document, p, style

from authoring.cli.main import cli
from authoring.transcripts import read_transcript

STYLES = style("Titel", "Title")
ARTICLE = p("Ice Creams at the Pier", style="Titel") + p("By Ana Ruiz")
ARTICLE += p("The pier sold out on May 6, 2026.")
ARTICLE += p("“We sold four hundred,” said Greta Dolan, who runs the stand. “Everybody smiled.”")
ARTICLE += p("“It was hot,” laughed Dolan.")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("pier.docx").write_bytes(document(ARTICLE, styles=STYLES))
    return Path("pier.docx")


def run(*args: str, exit_code: int = 0, stdin: bytes | None = None) -> Result:
    done = CliRunner().invoke(cli, list(args), input=stdin)
    assert done.exit_code == exit_code, done.output
    return done


def test_lint_counts_lines_and_offsets_in_the_markdown(file: Path) -> None:
    """One paragraph a line, with a blank line between two; offsets count in the same text."""
    told = json.loads(run("lint", "pier.docx", "--format", "json").stdout)
    (finding,) = told["files"][0]["findings"]
    assert (finding["rule"], finding["line"], finding["column"]) == ("impossible-cue", 9, 15)
    assert told["files"][0]["path"] == "pier.docx"


def test_what_is_kept_from_an_earlier_run_is_the_same(file: Path) -> None:
    """The cache knows a Word document by its text, and a changed one is read again."""
    os.utime(file, ns=(time.time_ns() - 10**10,) * 2)
    first = run("lint", "pier.docx").output
    assert "impossible-cue" in first
    assert run("lint", "pier.docx").output == first
    file.write_bytes(document(ARTICLE.replace("laughed", "said"), styles=STYLES))
    assert "impossible-cue" not in run("lint", "pier.docx").output


def test_a_baseline_holds_for_a_word_document(file: Path) -> None:
    """What is accepted in it is passed over the next time."""
    run("lint", "pier.docx", "--baseline", "base.json", "--write-baseline")
    assert "impossible-cue" not in run("lint", "pier.docx", "--baseline", "base.json").output


def test_fix_never_writes_one(file: Path) -> None:
    """Named, it is refused with what to do; in a folder it is checked, and left as it is."""
    before = file.read_bytes()
    told = run("lint", "pier.docx", "--fix", exit_code=2)
    assert "this is a Word document and was left as it is" in told.stderr
    assert "impossible-cue" in run("lint", ".", "--fix").output
    assert file.read_bytes() == before


def test_folders_have_their_documents_read_and_locks_passed_over(file: Path) -> None:
    """Word keeps a file beside what is open."""
    Path("~$pier.docx").write_bytes(b"\x05Ana")
    told = json.loads(run("lint", ".", "--format", "json").stdout)
    assert [one["path"] for one in told["files"]] == ["pier.docx"]


def test_it_is_known_by_what_it_holds(file: Path) -> None:
    """A document under the name of a text is a document, and the other way round."""
    Path("pier.md").write_bytes(file.read_bytes())
    assert "impossible-cue" in run("lint", "pier.md").output
    Path("text.docx").write_text("# Pier\n\n“It was hot,” laughed Dolan.\n", "utf-8")
    assert "text.docx:3" in run("lint", "text.docx").output


@pytest.mark.parametrize("command", ["quotes", "stats", "verify"])
def test_other_commands_read_it(file: Path, command: str) -> None:
    """What they tell of the Markdown made from it."""
    Path("notes.md").write_text(NOTES, "utf-8")
    told = run(command, "pier.docx", exit_code=1 if command == "verify" else 0).output
    assert {"quotes": "Greta Dolan", "stats": "words", "verify": "four hundred"}[command] in told


NOTES = """---
kind: news
headline: The pier
sources:
  dolan: {name: Greta Dolan, role: the stall holder, pronoun: she, stake: none}
---

## One
> We sold three hundred.
— dolan | said
"""


def test_two_versions_are_compared(file: Path) -> None:
    """A Word document and a Markdown article, too."""
    Path("new.md").write_text("# Ice Creams at the Pier\n\nBy Ana Ruiz\n\nThe pier sold out.\n", "utf-8")
    assert "pier.docx" in run("diff", "pier.docx", "new.md", exit_code=1).output


def test_it_may_be_piped_in(file: Path) -> None:
    """As every article may."""
    assert "impossible-cue" in run("lint", "-", stdin=file.read_bytes()).output


def test_notes_in_word_are_told_what_to_do(file: Path) -> None:
    """Named as notes, and kept in Word without being named so."""
    assert "save its words as plain text" in run("lint", "pier.docx", "--notes", "pier.docx", exit_code=2).stderr
    kept = "".join(p(line) for line in NOTES.splitlines())
    Path("notes.docx").write_bytes(document(kept))
    told = run("lint", "notes.docx", exit_code=2).stderr
    assert "these are notes in a Word document" in told
    assert "notes.md" in told


def test_broken_and_foreign_files_end_with_a_line(file: Path) -> None:
    """Exit code 2, no traceback, and what to do."""
    for data in (b"PK\x03\x04", b"{\\rtf1}", b"\xd0\xcf\x11\xe0", file.read_bytes()[:900]):
        Path("bad.docx").write_bytes(data)
        told = run("lint", "bad.docx", exit_code=2).stderr
        assert told.startswith("bad.docx: this")
        assert "Traceback" not in told


TURNS = {
    "labelled": "Ana Ruiz: We never closed.\nBen Ito: Never?\nAna Ruiz: Not once.",
    "webvtt": "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Ana Ruiz>We never closed.\n\n"
    "00:00:03.000 --> 00:00:04.000\n<v Ben Ito>Never?",
}


@pytest.mark.parametrize("kind", TURNS)
def test_transcripts_pasted_into_word_are_read(tmp_path: Path, kind: str) -> None:
    """In the format that their lines have, with the digest of the document's own bytes."""
    text = TURNS[kind].replace("<", "&lt;").replace("-->", "--&gt;")
    path = tmp_path / "talk.docx"
    path.write_bytes(document("".join(p(line) for line in text.split("\n"))))
    read = read_transcript(path)
    assert [turn.speaker for turn in read.turns][:2] == ["Ana Ruiz", "Ben Ito"]
    assert read.turns[0].text == "We never closed."


def test_a_transcript_of_teams_is_read(tmp_path: Path) -> None:
    """Name and time stand in one paragraph with the words, parted by a line break."""
    turns = [("Ana Ruiz", "0:03", "We never closed."), ("Ben Ito", "0:08", "Never, not once?")]
    path = tmp_path / "talk.docx"
    body = "".join(
        p(
            f"<w:r><w:rPr><w:b/></w:rPr><w:t>{name}</w:t></w:r>",
            f'<w:r><w:t xml:space="preserve">   {time}</w:t><w:br/><w:t>{words}</w:t></w:r>',
        )
        for name, time, words in turns
    )
    path.write_bytes(document(body))
    read = read_transcript(path)
    assert [(turn.speaker, turn.start, turn.text) for turn in read.turns] == [
        ("Ana Ruiz", 3.0, "We never closed."),
        ("Ben Ito", 8.0, "Never, not once?"),
    ]

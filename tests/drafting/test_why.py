"""``authoring why`` answers where a sentence comes from, in one screen, and says so when it does not know."""

from __future__ import annotations

import json
import re
import shutil
from calendar import month_name
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from authoring.cli.main import cli
from authoring.drafting.why import why
from authoring.errors import ArticleError
from authoring.notes import read_notes

DRAFTS = Path(__file__).parents[2] / "drafts"


def run(*words: object) -> str:
    result = CliRunner().invoke(cli, [str(word) for word in words])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The clock story, drafted as an interview, a Q&A and a brief."""
    folder = tmp_path_factory.mktemp("why") / "town-clock"
    shutil.copytree(DRAFTS / "town-clock", folder)
    for kind in ("interview", "qa", "brief"):
        run("draft", folder / "notes.md", "-t", kind, "--force")
    return folder


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def test_sentences_at_random_lead_to_the_note_that_holds_their_words(
    story: Path, sample: Callable[[Sequence[tuple[Path, int]], int], list[tuple[Path, int]]]
) -> None:
    """For each sentence, the notes named hold all its words but those that the templates put between them."""
    template_words = words("".join(path.read_text() for path in (DRAFTS.parent / "templates").glob("*.md")))
    source = (story / "notes.md").read_text().splitlines()
    places = [
        (path, number)
        for path in (story / "interview.md", story / "qa.md", story / "brief.md")
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if line.strip() and number > 12
    ]
    for path, number in sample(places, 20):
        for answer in why(path, number):
            assert answer.known
            named = [note.origin.line for note in answer.notes]
            held = words(" ".join(note.words for note in answer.notes) + " ".join(source[line - 1] for line in named))
            tags = words(" ".join(" ".join(source[line - 1 : line + 6]) for line in named))
            dates = {str(int(word)) for word in tags if word.isdigit()} | words(" ".join(month_name))
            assert words(answer.sentence) <= held | tags | dates | template_words | words("Haskett"), answer


def test_a_quote_is_followed_to_its_second_in_the_transcript(story: Path) -> None:
    text = (story / "interview.md").read_text()
    quote = next(item for item in read_notes(story / "notes.md").of_kind("quote") if item.tag and item.tag.time)
    opening = str.__str__(quote.parts[0])[:30]
    line = text[: text.index(opening)].count("\n") + 1
    column = text.splitlines()[line - 1].index(opening) + 1
    [answer] = why(story / "interview.md", line, column)
    [note] = [each for each in answer.notes if each.kind == "quote"]
    assert note.transcript is not None
    transcript = Path(note.transcript.path).read_text().splitlines()
    spoken = " ".join(transcript[note.transcript.line - 1 : note.transcript.line + 7])
    assert words(opening[:20].rsplit(" ", 1)[0]) <= words(spoken)
    shown = run("why", f"{story / 'interview.md'}:{line}:{column}")
    assert f"said at {quote.tag.time}" in shown  # type: ignore[union-attr]
    assert "Nora Haskett" in shown
    assert len(shown.splitlines()) <= 24


def test_of_several_transcripts_that_is_named_which_has_the_words(tmp_path: Path) -> None:
    front = "---\nkind: interview\nheadline: The Pier\ninterview:\n  transcript: [one.vtt, two.vtt]\nsources:\n"
    beat = "---\n\n## Lede\nIt rained.\n\n> We went home.\n— ruiz | said | 00:00:05\n"
    (tmp_path / "notes.md").write_text(f"{front}  ruiz:\n    name: Ana Ruiz\n{beat}", "utf-8")
    for name, said in (("one.vtt", "It is late."), ("two.vtt", "We went\nhome.")):
        text = f"WEBVTT\n\n00:00:05.000 --> 00:00:09.000\n<v Ana Ruiz>{said}\n"
        (tmp_path / name).write_text(text, "utf-8")
    run("draft", tmp_path / "notes.md")
    lines = (tmp_path / "interview.md").read_text("utf-8").splitlines()
    line = next(number for number, words in enumerate(lines, 1) if "home" in words)
    notes = [note for answer in why(tmp_path / "interview.md", line) for note in answer.notes if note.kind == "quote"]
    assert [note.transcript and Path(note.transcript.path).name for note in notes] == ["two.vtt"]


def test_an_edited_sentence_is_not_guessed_and_its_neighbours_are_known(story: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(story, folder)
    article = folder / "interview.md"
    text = article.read_text()
    article.write_text(text.replace("She did not talk and count.", "She never counted aloud."))
    line = next(number for number, each in enumerate(article.read_text().splitlines(), 1) if "counted aloud" in each)
    answers = why(article, line)
    assert [answer.known for answer in answers] == [True] * (len(answers) - 1) + [False]
    assert "edited since it was drafted" in run("why", f"{article}:{line}")


def test_notes_that_changed_since_are_said_to_have(story: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(story, folder)
    notes = folder / "notes.md"
    notes.write_text(notes.read_text().replace("\n## ", "\n\n\n## ", 1))
    line = next(n for n, each in enumerate((folder / "interview.md").read_text().splitlines(), 1) if "drain" in each)
    answers = why(folder / "interview.md", line)
    assert all(answer.stale for answer in answers)
    [place] = {note.origin.line for note in answers[-1].notes if note.kind == "quote"}
    moved = notes.read_text().splitlines()[place - 1]
    assert moved.startswith("> By being the only person in the room"), "the note is found where it stands now"
    assert "the notes have changed since the draft" in run("why", f"{folder / 'interview.md'}:{line}")


def test_programs_get_the_same_as_json(story: Path) -> None:
    data = json.loads(run("why", f"{story / 'brief.md'}:13", "--format", "json"))
    assert data["version"] == 1
    origin = data["sentences"][0]["notes"][0]["origin"]
    assert set(origin) == {"path", "line", "column", "time"}


@pytest.mark.parametrize(
    ("line", "message"), [(9999, "there is no line 9999"), (2000000000000, "no line"), (0, "no line")]
)
def test_a_line_that_is_not_there_is_told(story: Path, line: int, message: str) -> None:
    with pytest.raises(ArticleError, match=message):
        why(story / "brief.md", line)


def test_an_article_without_a_trace_is_told_how_to_get_one(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("One.\n")
    with pytest.raises(ArticleError, match="draft it with: authoring draft NOTES"):
        why(path, 1)


SMALL = """---
kind: brief
headline: The lock
byline: [Ann Odum, Bo Li]
sources:
  barge: {name: Barge Lines, kind: company}
requests:
  - {to: barge, about: the tolls}
---

## Tolls
x barge
"""


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    """A short brief beside its notes."""
    (tmp_path / "notes.md").write_text(SMALL)
    run("draft", tmp_path / "notes.md")
    return tmp_path / "brief.md"


@pytest.mark.parametrize(
    ("start", "kind", "told"),
    [
        ("## Tolls", "heading", "Tolls"),
        ("Barge Lines has", "request", "about, request to Barge Lines"),
        ("By Ann", "field", "byline"),
    ],
)
def test_a_heading_a_request_and_a_list_are_called_what_they_are(brief: Path, start: str, kind: str, told: str) -> None:
    lines = brief.read_text().splitlines()
    (number,) = [number for number, line in enumerate(lines, 1) if line.startswith(start)]
    assert (kind, told) in [(note.kind, note.words) for note in why(brief, number)[0].notes]


def test_notes_that_were_moved_are_not_said_to_have_changed(brief: Path) -> None:
    (brief.parent / "notes.md").rename(brief.parent / "moved.md")
    said = run("why", f"{brief}:13")
    assert "the notes are not where they were" in said
    assert "changed" not in said


def test_notes_with_errors_are_said_to_have_them(brief: Path) -> None:
    (brief.parent / "notes.md").write_text(SMALL + "x nobody\n")
    assert f"authoring notes check {brief.parent / 'notes.md'}" in run("why", f"{brief}:13")


def test_the_star_that_closes_a_line_is_no_sentence(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(SMALL.replace("byline:", "dek: It fell.\nbyline:"))
    run("draft", tmp_path / "notes.md")
    (number,) = [
        n for n, line in enumerate((tmp_path / "brief.md").read_text().splitlines(), 1) if line == "*It fell.*"
    ]
    assert [answer.sentence for answer in why(tmp_path / "brief.md", number)] == ["*It fell.*"]


def test_sentences_of_one_note_are_answered_together(story: Path) -> None:
    line = next(
        n for n, each in enumerate((story / "interview.md").read_text().splitlines(), 1) if "Ninety-six" in each
    )
    shown = run("why", f"{story / 'interview.md'}:{line}")
    assert shown.count("said at 00:01:43") == 2  # the sentence with her name, and the three that follow
    assert shown.count(f"interview.md:{line}:") == 5

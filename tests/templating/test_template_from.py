"""``authoring template from``: a finished article becomes a template that gives it again, and serves other stories."""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from authoring import parse
from authoring.cli.main import cli
from authoring.drafting.draft import draft
from authoring.drafting.filters import sentences
from authoring.notes import read_notes
from authoring.templating.backwards.job import Outcome, template_from
from authoring.templating.backwards.made import own_runs

ROOT = Path(__file__).parents[2]
FINISHED = Path(__file__).parent / "finished"
STORIES = {
    "clock": "town-clock",
    "clock-questions": "town-clock",
    "tolls-brief": "bridge-tolls",
    "tolls-news": "bridge-tolls",
}
SEEDS = [("interview.txt", "notes-interview.md"), ("brief.txt", "notes-brief.md")]

NOTES = """---
kind: interview
slug: umbrellas
headline: The Library That Lends Umbrellas
byline: Joan Pell
published: 2026-03-20
sources:
  kessler:
    name: Ida Kessler
    pronoun: she
    role: a librarian in Tarn Hill
  member:
    name: Maud Ellery
    alias: a member of the library board
    terms: anonymous
---

## Lede
Anybody with a library card in Tarn Hill can borrow an umbrella.

## How it began
> We had sixty umbrellas in lost property, // and nobody came for one of them.
— kessler | said | 00:01:10

## The board
> It is the best thing the board never voted on.
— member | said
~ the key has been in the dictionary under the letter K since the spring of last year
— kessler | off the record | 00:07:40
"""
ARTICLE = """# The Library That Lends Umbrellas

By Joan Pell

Anybody with a library card in Tarn Hill can borrow an umbrella.

“We had sixty umbrellas in lost property,” said Ida Kessler, a librarian in Tarn Hill, \
“and nobody came for one of them.”

“It is the best thing the board never voted on,” said a member of the library board.
"""


def words(text: str) -> list[str]:
    return [word.casefold() for word in re.findall(r"[^\W_]+", text)]


def runs(text: str, length: int = 5) -> set[tuple[str, ...]]:
    has = words(text)
    return {tuple(has[at : at + length]) for at in range(len(has) - length + 1)}


@cache
def made(article: str) -> Outcome:
    return template_from(FINISHED / f"{article}.md", read_notes(ROOT / "drafts" / STORIES[article] / "notes.md"))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a story that is finished."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "authoring.toml").touch()
    (tmp_path / "notes.md").write_text(NOTES, "utf-8")
    (tmp_path / "finished.md").write_text(ARTICLE, "utf-8")
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, ("template", "from", *words), catch_exceptions=False)


@pytest.mark.parametrize("article", STORIES)
def test_a_finished_article_is_given_to_the_letter_by_a_template_without_its_words(
    article: str, tmp_path: Path
) -> None:
    """The template is rendered by the ordinary command's way, from a file, and holds no five words in a row."""
    outcome = made(article)
    notes = ROOT / "drafts" / STORIES[article] / "notes.md"
    file = tmp_path / f"{outcome.name}.md"
    file.write_text(outcome.made.text, "utf-8")
    text = (FINISHED / f"{article}.md").read_text("utf-8")
    assert draft(read_notes(notes), str(file), article=FINISHED / f"{article}.md").text == text
    assert outcome.exact
    assert not own_runs(outcome.made)
    code = re.sub(r"\{% set phrases = \{.*?^\} %\}", "", outcome.made.text, flags=re.DOTALL | re.MULTILINE)
    assert not runs(code) & runs(text)


@pytest.mark.parametrize("article", STORIES)
def test_phrases_are_words_of_the_article_that_stand_in_no_note(article: str) -> None:
    """Nothing of the notes is passed off as the article's own words."""
    outcome = made(article)
    noted = runs((ROOT / "drafts" / STORIES[article] / "notes.md").read_text("utf-8"))
    text = outcome.made.article.text
    for phrase in outcome.made.phrases:
        assert text.startswith(phrase.text, phrase.start)
        assert not runs(phrase.text) & noted


@pytest.mark.parametrize(("seed", "notes"), SEEDS)
def test_the_seeds_are_given_to_the_letter(shared: Path, seed: str, notes: str) -> None:
    """They have no line end at the end, which a draft has; all else is as it was."""
    outcome = template_from(shared / "seeds" / seed, read_notes(shared / "examples" / notes))
    assert outcome.exact
    assert outcome.made.rendered == (shared / "seeds" / seed).read_text("utf-8") + "\n"
    assert not own_runs(outcome.made)
    assert any("no line end" in words for words in outcome.tidied)


@pytest.mark.parametrize("article", STORIES)
def test_a_template_serves_other_stories(article: str, tmp_path: Path) -> None:
    """It prints all that other notes have been told, and no sentence of the article that it was made from."""
    outcome = made(article)
    file = tmp_path / "ours.md"
    file.write_text(outcome.made.text, "utf-8")
    of_story = [phrase.text for phrase in outcome.made.phrases if not phrase.house]
    for story in sorted((ROOT / "drafts").glob("*/notes.md")):
        if story.parent.name == STORIES[article]:
            continue
        notes = read_notes(story)
        text = draft(notes, str(file)).text
        flat = " ".join(words(text))
        for item in notes.quotes:
            for part in item.parts:
                assert all(" ".join(words(sentence)) in flat for sentence in sentences(part))
        assert not [phrase for phrase in of_story if len(words(phrase)) > 4 and phrase in text]
        for other in notes.facts:
            assert " ".join(words(str.__str__(other.text))) in flat


def test_beats_in_another_order_are_named_and_all_others_follow() -> None:
    """An order is a list of beats, and a story without them has its own order."""
    text = made("clock").made.text
    assert '{% set first = ("lede", "intro", "the-job") %}' in text
    assert "{% for beat in notes.beats if not beat.slug in first" in text


def test_a_list_of_documents_becomes_a_loop() -> None:
    """Whatever documents a story has, they are listed."""
    text = made("clock").made.text
    assert '{% for source in notes.sources if source.kind == "document" and source.name and source.url %}' in text
    assert "- [{{ source.name }}]({{ source.url }})" in text


def test_names_in_bold_become_the_manner_of_questions_and_answers() -> None:
    """Every answer is printed under its speaker's name, whoever that is."""
    text = made("clock-questions").made.text
    assert "**{{ item.source.name }}:** {{ item.text | stop }}" in text
    assert "*[{{ say.item(item) | trim }}]*" in text


def test_the_command_writes_the_template_and_lists_what_is_in_no_note(desk: Path) -> None:
    """Each phrase stands with the line of the article."""
    text = ARTICLE + "\nWrite to the desk before noon.\n"
    (desk / "finished.md").write_text(text, "utf-8")
    result = run("finished.md", "--notes", "notes.md", "--name", "ours")
    assert result.exit_code == 0
    assert "it gives finished.md to the letter" in result.output
    assert re.search(r"^  11 .*Write to the desk before noon\.$", result.output, re.MULTILINE)
    assert (desk / "templates" / "ours.md").is_file()
    again = CliRunner().invoke(cli, ["draft", "notes.md", "--template", "ours", "-o", "-"], catch_exceptions=False)
    assert again.output == text


def test_a_template_that_is_there_is_left_unless_asked_for(desk: Path) -> None:
    """With --force a copy of it is kept."""
    (desk / "templates").mkdir()
    (desk / "templates" / "ours.md").write_text("Ours.\n", "utf-8")
    result = run("finished.md", "--notes", "notes.md", "--name", "ours")
    assert result.exit_code == 2
    assert "add --force" in result.output
    assert (desk / "templates" / "ours.md").read_text("utf-8") == "Ours.\n"
    assert run("finished.md", "--notes", "notes.md", "--name", "ours", "--force").exit_code == 0
    assert (desk / "templates" / "ours.md.bak").read_text("utf-8") == "Ours.\n"


def test_a_template_is_never_called_as_one_of_the_programs_by_chance(desk: Path) -> None:
    """An article called interview.md does not change every interview of the house."""
    shutil.copy("finished.md", "interview.md")
    assert run("interview.md", "--notes", "notes.md").exit_code == 0
    assert (desk / "templates" / "our-interview.md").is_file()


def test_words_of_the_template_language_are_given_to_the_letter(desk: Path) -> None:
    """An article may write about templates."""
    text = ARTICLE + '\nType {{ this }}, {% that %}, {# these #} or `{{{x}}}`, \\n and "so on".\n'
    (desk / "finished.md").write_text(text, "utf-8")
    assert run("finished.md", "--notes", "notes.md").exit_code == 0
    assert draft(read_notes(desk / "notes.md"), "finished").text == text


def test_line_ends_and_byte_order_marks_are_no_difference_in_words(desk: Path) -> None:
    """They are told of, and the template is made."""
    (desk / "finished.md").write_bytes(b"\xef\xbb\xbf" + ARTICLE.replace("\n", "\r\n").encode())
    result = run("finished.md", "--notes", "notes.md")
    assert result.exit_code == 0
    assert "its lines end as on Windows" in result.output


def test_blank_space_that_no_draft_has_is_told_with_its_line(desk: Path) -> None:
    """Two spaces at the end of a line are lost, and it is said so."""
    (desk / "finished.md").write_text(ARTICLE.replace("By Joan Pell", "By Joan Pell  "), "utf-8")
    assert "finished.md: line 3: blank space at the end" in run("finished.md", "--notes", "notes.md").output


@pytest.mark.parametrize(
    ("text", "told", "code"),
    [
        ("", "nothing stands here, expected a finished article", 2),
        ("---\nheadline: Nothing\n---\n", "nothing stands here", 2),
        ("<!doctype html><html><p>Hello.</p></html>", "this is a web page", 2),
        ("# Elsewhere\n\nA heron stood in the harbor all afternoon.\n", "no sentence of notes.md stands here", 1),
    ],
)
def test_what_cannot_be_made_a_template_is_refused(desk: Path, text: str, told: str, code: int) -> None:
    """It says what was expected, and writes nothing."""
    (desk / "finished.md").write_text(text, "utf-8")
    result = run("finished.md", "--notes", "notes.md")
    assert (result.exit_code, told in result.output) == (code, True)
    assert not (desk / "templates").exists()


def test_the_notes_are_no_article(desk: Path) -> None:
    """Nobody wants a template of their notes."""
    assert "these are the notes" in run("notes.md", "--notes", "notes.md").output


def test_what_was_told_in_confidence_gets_into_no_template_and_no_message(desk: Path) -> None:
    """Its line is named, its paragraph left out, and the exit code says that this is not the article."""
    told = "The key has been in the dictionary under the letter K since the spring of last year, Kessler said."
    (desk / "finished.md").write_text(ARTICLE + f"\n{told}\n\nMaud Ellery sits on the board.\n", "utf-8")
    result = run("finished.md", "--notes", "notes.md")
    assert result.exit_code == 1
    assert "finished.md:11: this was told in confidence" in result.output
    assert "finished.md:13: this was told in confidence" in result.output
    everything = result.output + (desk / "templates" / "finished.md").read_text("utf-8")
    for secret in ("dictionary", "Maud", "Ellery", "spring of last year"):
        assert secret not in everything


def test_the_trace_tells_which_of_two_equal_notes_a_sentence_comes_from(desk: Path) -> None:
    """The same words stand in two beats, and the article has the second of them alone."""
    twice = "\n## {}\nThe doors open at nine in the morning on every day of the week.\n"
    (desk / "notes.md").write_text(NOTES + twice.format("Doors") + twice.format("Hours"), "utf-8")
    CliRunner().invoke(cli, ["draft", "notes.md"], catch_exceptions=False)
    doors = "The doors open at nine in the morning on every day of the week."
    drafted = (desk / "interview.md").read_text("utf-8")
    assert drafted.count(doors) == 2
    (desk / "interview.md").write_text(drafted.replace(doors, "A word of the desk’s own comes between.", 1), "utf-8")
    assert run("interview.md", "--notes", "notes.md").exit_code == 0
    text = (desk / "templates" / "our-interview.md").read_text("utf-8")
    assert 'beat.slug == "doors"' in text
    assert 'beat.slug == "hours"' not in text


@pytest.mark.parametrize("article", STORIES)
def test_the_check_has_nothing_to_say_of_a_template_that_was_made(article: str, desk: Path) -> None:
    """What a program writes has no mistakes that a program could find."""
    (desk / "templates").mkdir()
    (desk / "templates" / "ours.md").write_text(made(article).made.text, "utf-8")
    result = CliRunner().invoke(cli, ["template", "check", "templates/ours.md"], catch_exceptions=False)
    assert (result.exit_code, "error" in result.output, "warning" in result.output) == (0, False, False)


def test_a_headline_over_the_first_paragraph_is_no_heading_of_a_beat(desk: Path) -> None:
    """Every other story has its own headline over it, too."""
    (desk / "finished.md").write_text(
        ARTICLE.replace("\n\nBy Joan Pell", "").replace("“We had", "A word. “We had"), "utf-8"
    )
    assert run("finished.md", "--notes", "notes.md").exit_code == 0
    (desk / "notes.md").write_text(NOTES.replace("slug: umbrellas", "slug: parasols"), "utf-8")
    assert "# The Library That Lends Umbrellas\n" in draft(read_notes(desk / "notes.md"), "finished").text


def test_a_template_goes_to_the_top_of_the_project_where_there_is_no_folder_for_it_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = tmp_path / "drafts" / "umbrellas"
    story.mkdir(parents=True)
    (tmp_path / "authoring.toml").touch()
    (story / "notes.md").write_text(NOTES, "utf-8")
    (story / "lent.md").write_text(ARTICLE, "utf-8")
    monkeypatch.chdir(tmp_path)
    done = run("drafts/umbrellas/lent.md", "--notes", "drafts/umbrellas/notes.md")
    assert done.output.startswith("templates/lent.md: written")
    assert (tmp_path / "templates" / "lent.md").is_file()


@pytest.mark.parametrize("marks", ['"', "'"])
def test_a_headline_in_marks_stays_in_them_whatever_another_story_is_called(desk: Path, marks: str) -> None:
    head = f"---\ntitle: {marks}The Library That Lends Umbrellas{marks}\n---\n\n"
    (desk / "lent.md").write_text(head + ARTICLE, "utf-8")
    assert run("lent.md", "--notes", "notes.md").exit_code == 0
    other = NOTES.replace("The Library That Lends Umbrellas", 'The “Dry” Library\\\'s "Last" Word')
    (desk / "other.md").write_text(other.replace("\\'", "'"), "utf-8")
    made = draft(read_notes(desk / "other.md"), "lent").text
    assert parse(made).front["title"] == 'The “Dry” Library\'s "Last" Word'


def test_words_of_a_private_comment_get_into_no_template_and_no_message(desk: Path) -> None:
    """Unless a note has the same words, which may be printed."""
    notes = NOTES.replace("## Lede\n", "## Lede\n<!-- the mayor cried in the kitchen, she told me -->\n")
    (desk / "notes.md").write_text(notes + "<!-- nobody came for one of them: check -->\n", "utf-8")
    (desk / "finished.md").write_text(ARTICLE + "\nPeople say the mayor cried in the kitchen.\n", "utf-8")
    result = run("finished.md", "--notes", "notes.md", "--name", "ours")
    assert result.exit_code == 1
    told = result.output + "".join(path.read_text("utf-8") for path in (desk / "templates").glob("*.md"))
    assert "kitchen" not in told
    made = draft(read_notes(desk / "notes.md"), "ours").text
    assert "and nobody came for one of them.”" in made

"""The checking copy: every sentence with what it rests on, each quotation beside what was said, boxes to tick."""

from __future__ import annotations

import re
import sys
from hashlib import sha256
from pathlib import Path

from click.testing import CliRunner

from authoring.cli.main import cli

sys.path.insert(0, str(Path(__file__).parent))

from checking_copies import ARTICLE, NOTES, TRANSCRIPT, page_of, part, story, text_of

ROOT = Path(__file__).parents[2]


def _number(page: str, words: str) -> str:
    """The id of the sentence that begins with these words."""
    for match in re.finditer(r'<div class="line [a-z]+" id="(s\d+)"', page):
        if text_of(page[match.end() : page.index('<div class="margin">', match.end())]).find(words) >= 0:
            return match[1]
    raise AssertionError(words)


def test_every_sentence_stands_in_order_with_a_number_and_a_box(tmp_path: Path) -> None:
    """The headline and the byline too; numbers count through."""
    page = page_of(story(tmp_path))
    numbers = [int(number) for number in re.findall(r'<div class="line [a-z]+" id="s(\d+)"', page)]
    assert numbers == list(range(1, 9))
    for number in numbers:
        assert f'<input type="checkbox" id="c{number}"><label for="c{number}">' in page
    told = [part(page, f"s{number}") for number in numbers]
    assert "The Lock Keeper Stays" in told[0]
    assert "The ducks approve." in told[3]
    assert "since the winter" in told[7]


def test_a_sentence_has_its_source_its_place_its_time_and_its_status(tmp_path: Path) -> None:
    """Of a quotation, of reported speech, of a document, of what the writer says."""
    page = page_of(story(tmp_path))
    quoted = part(page, _number(page, "eleven thousand"))
    assert "as said" in quoted
    assert "Peter Oduya" in quoted
    line = NOTES[: NOTES.index("> I have opened")].count("\n") + 1
    assert f"notes.md:{line}" in quoted
    assert "00:00:12" in quoted
    assert "heard on the recording: yes" in quoted
    cited = part(page, _number(page, "1989"))
    assert "a note says so" in cited
    assert "p. 12" in cited
    assert "Stonebeck Lock Survey" in cited
    assert "the reporter’s own words" in part(page, _number(page, "keep its keeper"))


def test_a_dek_that_only_the_front_matter_has_is_in_the_copy(tmp_path: Path) -> None:
    """Readers see it, so it is checked; the headline, which the text says again, stands once."""
    page = page_of(story(tmp_path, ARTICLE.replace("byline:", "dek: Eleven thousand times in 40 years.\nbyline:")))
    assert "Eleven thousand times in 40 years. dek" in part(page, "s1")
    assert ("figure", "40") in re.findall(r'aria-label="([a-z]+): ([^"]*)"', page)
    assert len(re.findall(r">(?:headline)</b>", page)) == 1


def test_a_source_has_its_role_where_it_comes_first(tmp_path: Path) -> None:
    """And not again beside every sentence; one who is not named has none."""
    page = page_of(story(tmp_path))
    copy = page[page.index('id="copy"') : page.index('id="quotations"')]
    assert copy.count(", the lock keeper at Stonebeck,") == 1
    assert "records clerk" not in page


def test_a_copy_is_no_article_to_the_other_commands(tmp_path: Path) -> None:
    """It may stand beside the article, and is passed over."""
    article = story(tmp_path)
    CliRunner().invoke(cli, ["export", str(article), "--to", "factcheck"])
    told = CliRunner().invoke(cli, ["lint", str(tmp_path), "--format", "concise"]).output
    assert "article.md" in told
    assert not re.search(r"article\.factcheck\.html:\d", told)


def test_bare_sentences_and_wrong_quotations_are_listed_at_the_top_with_links(tmp_path: Path) -> None:
    """What leads back to no note, and what was not said so."""
    page = page_of(story(tmp_path))
    first = page[page.index('id="first"') : page.index('id="copy"')]
    assert "The ducks approve." in text_of(first)
    assert f'href="#{_number(page, "The ducks")}"' in first
    assert "three for two" in text_of(first)
    assert "lead back to a note; 3 quotations: 2 as said, 1 altered" in text_of(page)


def test_a_quotation_stands_beside_its_transcript_with_the_difference(tmp_path: Path) -> None:
    """The turns around it are there, the words are marked, and what differs has signs besides its colour."""
    page = page_of(story(tmp_path))
    told = part(page, "q2")
    assert "How often have you opened them?" in told
    assert "give or take" in told
    assert "lock.vtt:7" in told
    quote = page[page.index('id="q2"') : page.index('id="q3"')]
    assert "<mark>They weigh" in quote.replace("\n", "")
    assert '<del><span class="aside">said and not quoted: </span><span aria-hidden="true">−</span>two' in quote
    assert '<ins><span class="aside">quoted and not said: </span><span aria-hidden="true">+</span>three' in quote


def test_names_figures_dates_and_titles_have_boxes_of_their_own(tmp_path: Path) -> None:
    """Each where it stands, and each once in the list."""
    article = story(
        tmp_path, ARTICLE.replace("The ducks approve.", "The lock keeper came on Tuesday, 14 April, at 6 p.m.")
    )
    page = page_of(article)
    boxes = re.findall(r'aria-label="([a-z]+): ([^"]*)"', page)
    assert {("name", "Peter Oduya"), ("name", "Stonebeck Lock"), ("figure", "eleven thousand")} <= set(boxes)
    assert {("date", "Tuesday, 14 April"), ("time", "6 p.m."), ("title", "lock keeper")} <= set(boxes)
    assert ("figure", "1989") in boxes
    assert not [words for kind, words in boxes if kind == "name" and words in ("The", "They", "Nobody", "By")]


def test_a_source_is_listed_with_what_rests_on_it_and_how_to_reach_it(tmp_path: Path) -> None:
    """Its role, its stake, its address, and what was asked of it."""
    page = page_of(story(tmp_path))
    keeper = part(page, "source-oduya")
    assert "the lock keeper at Stonebeck" in keeper
    assert "first-hand" in keeper
    assert "Q1" in keeper
    board = part(page, "source-board")
    assert "2026-04-16: The Courier asked about the price of the new gates (email); outcome: declined" in board
    assert 'href="https://canal-board.example/notices" rel="noreferrer noopener nofollow"' in page


def test_nothing_that_was_told_in_confidence_is_on_it(tmp_path: Path) -> None:
    """Not the name, the id or the role of a source with an alias, nor what was said off the record."""
    page = page_of(story(tmp_path))
    for secret in ("Marsh", "Helen", "clerk:", "source-clerk", "third floor", "My sister", "no money"):
        assert secret not in page
    assert "a clerk at the Canal Board" in part(page, "source-source-1")
    assert "who was told not to speak to reporters" in part(page, "source-source-1")
    assert "only through the reporter" in part(page, "source-source-1")


def test_off_the_record_words_that_are_nowhere_in_the_transcript_leave_the_sentence_alone(tmp_path: Path) -> None:
    """They may stand there in other words, beside the quoted ones."""
    notes = NOTES.replace("> My sister thinks the board has no money at all.", "~ he fears that the board is broke")
    page = page_of(story(tmp_path, notes=notes))
    told = part(page, "q2")
    assert "They weigh" in told
    assert "give or take" in told
    assert "My sister" not in page
    assert "opened those gates" not in told
    assert "How often" not in told


def test_what_follows_an_off_the_record_time_is_not_shown(tmp_path: Path) -> None:
    """Where its words are not found, the turn ends there."""
    notes = NOTES.replace("> My sister thinks the board has no money at all.", "~ he fears that the board is broke")
    page = page_of(
        story(tmp_path, notes=notes.replace("— oduya | off the record", "— oduya | 00:00:21 | off the record"))
    )
    assert "How often" in part(page, "q2")
    assert "My sister" not in page


def test_a_leak_in_the_article_is_masked_and_the_copy_is_made_all_the_same(tmp_path: Path) -> None:
    """In the text, the front matter, a heading, a link and the quoted words."""
    leaks = ARTICLE.replace(
        "The ducks approve.", "Helen Marsh, the clerk, said: “My sister thinks the board has no money at all.”"
    )
    leaks = leaks.replace("headline: The Lock Keeper Stays", "headline: Helen Marsh Speaks")
    leaks = leaks.replace("# The Lock Keeper Stays", "# Helen Marsh Speaks")
    leaks += (
        "\nSee [her page](https://canal-board.example/helen-marsh) and [that](https://x.example/no-money-at-all).\n"
    )
    page = page_of(story(tmp_path, leaks))
    assert "Marsh" not in page
    assert "helen-marsh" not in page
    assert "My sister" not in page
    assert "█" in page
    assert "leaked-source" in page


def test_notes_with_errors_give_no_copy(tmp_path: Path) -> None:
    """Nobody knows then what is confidential."""
    article = story(tmp_path, notes=NOTES.replace("sources:", "source:"))
    result = CliRunner().invoke(cli, ["export", str(article), "--to", "factcheck"])
    assert result.exit_code == 2
    assert not (tmp_path / "article.factcheck.html").exists()


def test_an_article_with_errors_gets_its_copy_beside_itself(tmp_path: Path) -> None:
    """Checkers work on what is not fit to publish yet."""
    article = story(tmp_path)
    result = CliRunner().invoke(cli, ["export", str(article), "--to", "factcheck"])
    assert result.exit_code == 0, result.output
    assert (tmp_path / "article.factcheck.html").exists()


def test_the_copy_is_the_same_wherever_it_is_made(tmp_path: Path) -> None:
    """No day, no folder of somebody's own: only what the files hold, with their sums."""
    one, other = tmp_path / "one", tmp_path / "other" / "deeper"
    one.mkdir()
    other.mkdir(parents=True)
    first, second = page_of(story(one)), page_of(story(other))
    assert first == second
    assert str(tmp_path) not in first
    for name, text in (("article.md", ARTICLE), ("notes.md", NOTES), ("lock.vtt", TRANSCRIPT)):
        assert name in part(first, "files")
        assert sha256(text.encode()).hexdigest() in first


def test_without_notes_what_can_be_wrong_is_listed(tmp_path: Path) -> None:
    """Speakers, names, figures, dates and links; nothing pretends to have a source."""
    text = (
        ARTICLE.replace("notes: notes.md\n", "") + "\nThe [notice](https://canal-board.example/n) is of 3 May 2025.\n"
    )
    page = page_of(story(tmp_path, text, notes=None))
    assert "There are no notes for this article" in page
    assert 'id="first"' not in page
    assert "as said" not in page
    assert "Peter Oduya" in part(page, "q1")
    assert "Peter Oduya is quoted here" in part(page, _number(page, "eleven thousand"))
    listed = part(page, "terms")
    assert "3 May 2025" in listed
    assert "eleven thousand" in listed
    assert "Canal Board" in listed


def test_a_plain_text_has_its_first_line_for_a_headline(tmp_path: Path) -> None:
    """And not the name of its file."""
    path = tmp_path / "a.txt"
    path.write_text("The ducks of Stonebeck approve\n\nMara Lind asked them on 3 May 2025. They are two.\n", "utf-8")
    assert "<h1><bdi>The ducks of Stonebeck approve</bdi></h1>" in page_of(path)


def test_a_sentence_edited_by_hand_says_so_and_the_others_lead_to_their_notes(tmp_path: Path) -> None:
    """A draft has a trace; what a person has changed since has no origin that is guessed."""
    story(tmp_path)
    drafted = CliRunner().invoke(cli, ["draft", str(tmp_path / "notes.md"), "--template", "interview"])
    assert drafted.exit_code == 0, drafted.output
    article = tmp_path / "interview.md"
    clean = page_of(article)
    assert "as drafted from the notes" in clean
    assert "edited by hand" not in clean
    article.write_text(article.read_text("utf-8").replace("for another year", "until the spring of next year"), "utf-8")
    edited = page_of(article)
    changed = part(edited, _number(edited, "until the spring"))
    assert "no note; edited by hand since it was drafted" in changed


def test_a_conversation_has_its_questions_and_answers(tmp_path: Path) -> None:
    """Questions are numbered and nothing is asked of them; answers are quotations."""
    page = page_of(ROOT / "drafts" / "town-clock" / "qa.md")
    assert "question" in page
    assert 'id="q1"' in page
    assert page.count('class="line look"') == 0


def test_findings_stand_beside_their_sentence(tmp_path: Path) -> None:
    """Those in no sentence stand at the top."""
    page = page_of(story(tmp_path, ARTICLE.replace("byline: Mara Lind\n", "").replace("By Mara Lind\n", "")))
    assert "altered-quote" in part(page, _number(page, "three tons"))
    assert "missing-byline" in page


def test_script_in_any_place_is_only_text(tmp_path: Path) -> None:
    """In the headline, a quotation, the notes, the transcript, its labels and addresses."""
    bad = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    notes = NOTES.replace("the lock keeper at Stonebeck", f'"{bad}"').replace(
        "https://canal-board.example/notices", '"javascript:alert(3)"'
    )
    transcript = TRANSCRIPT.replace("give or take", f"give {bad} or take").replace("Mara Lind", "M<b onclick=alert(4)>")
    article = ARTICLE.replace("The ducks approve.", f"The ducks {bad} [approve](javascript:alert(5)).")
    page = page_of(story(tmp_path, article, notes, transcript))
    assert page.count("<script>") == 1
    assert "<img" not in page
    assert "onclick=" not in re.sub(r"&lt;.*?&gt;", "", page)
    assert 'href="javascript' not in page


def test_the_page_asks_for_nothing(tmp_path: Path) -> None:
    """Its policy forbids every fetch, and style and script stand in it, known by their sums."""
    page = page_of(story(tmp_path))
    assert "default-src &#39;none&#39;" in page
    assert "connect-src" not in page
    assert not re.search(r"<(?:link|img|iframe|script)[^>]+(?:src|href)=\"(?!data:,)", page)

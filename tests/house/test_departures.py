"""What the engine takes for a departure from a house's conventions, and what the house has instead."""

from __future__ import annotations

from itertools import pairwise

import pytest

from authoring.config.conventions import UNSETTLED, Conventions
from authoring.house.engine import departures, in_house
from authoring.house.marks import marked
from authoring.house.spellings import american, british
from authoring.trace.traced import Traced


def put_right(text: str, **settled: str) -> str:
    return str.__str__(in_house(Traced.from_notes(text, 0), Conventions.of(settled)))


AMERICAN = {"dates": "month-day", "months": "short"}
BRITISH = {"dates": "day-month", "months": "full"}


@pytest.mark.parametrize(
    ("text", "american", "british"),
    [
        ("On 3 May 2026 the ship sank.", "On May 3, 2026, the ship sank.", None),
        ("On 3 May 2026, the ship sank.", "On May 3, 2026, the ship sank.", None),
        ("The talk of May 3, 2026, was late.", None, "The talk of 3 May 2026 was late."),
        ("On May 3, 2026, the ship sank.", None, "On 3 May 2026, the ship sank."),
        ("It sank on May 3, 2026, and rose.", None, "It sank on 3 May 2026, and rose."),
        ("They met on Tuesday, May 3, at noon.", None, "They met on Tuesday 3 May at noon."),
        ("They met on Tuesday 3 May at noon.", "They met on Tuesday, May 3, at noon.", None),
        ("It was on the 3rd of May.", "It was on May 3.", "It was on 3 May."),
        ("From January 5 to Dec 6.", "From Jan. 5 to Dec. 6.", "From 5 January to 6 December."),
        ("It was 3 January.", "It was Jan. 3.", None),
        ("It was 3 Jan. that it sank.", "It was Jan. 3 that it sank.", "It was 3 January that it sank."),
        ("Since Jan. 2026 nobody came.", "Since January 2026 nobody came.", "Since January 2026 nobody came."),
        ("Open May 3-5, 2026.", None, "Open 3-5 May 2026."),
        ("Open on May 3 and 4.", None, "Open on 3 and 4 May."),
        ("Open on 3 and 4 May.", "Open on May 3 and 4.", None),
        ("It was Feb. 06, 2019.", "It was Feb. 6, 2019.", "It was 6 February 2019."),
        ("On May 3 and 4 boats sank in May.", None, None),
        ("In May 3 people left. In group 12 May said no.", None, None),
        ("The Windows 10 March update failed. The 4th of July was wet.", None, None),
        ("On May 2, 3 and 4.", None, None),
    ],
)
def test_dates_have_the_order_the_months_and_the_commas_of_the_house(
    text: str, american: str | None, british: str | None
) -> None:
    assert put_right(text, **AMERICAN) == (american or text)
    assert put_right(text, **BRITISH) == (british or text)


@pytest.mark.parametrize(
    ("text", "house", "written"),
    [
        ("It opens at 3.30pm.", "3:30 p.m.", "It opens at 3:30 p.m."),
        ("It closed at 3:30 p.m. The rest left.", "3.30pm", "It closed at 3.30pm. The rest left."),
        ("It closed at 3:30 p.m. in Salem.", "3:30 pm", "It closed at 3:30 pm in Salem."),
        ("From 3:00 P.M. to 4 P.M. daily.", "3:30 p.m.", "From 3 p.m. to 4 p.m. daily."),
        ("It opens at 12 p.m. today.", "3:30 p.m.", "It opens at noon today."),
        ("It was 12:30 a.m. then.", "15:30", "It was 00:30 then."),
        ("It was 3 p.m. then.", "15:30", "It was 15:00 then."),
        ("It opens at 15:30 today.", "3.30pm", "It opens at 3.30pm today."),
        ("They won 15:30, as John 15:30 has it, at 15:30 UTC.", "3.30pm", None),
        ("It runs 3-4 p.m. daily, on Day 2 AM too.", "15:30", None),
    ],
)
def test_times_of_day(text: str, house: str, written: str | None) -> None:
    assert put_right(text, times=house) == (written or text)


@pytest.mark.parametrize(
    ("text", "house", "written"),
    [
        ("It rose by 5 per cent.", "%", "It rose by 5%."),
        ("It rose by between 5 and 10 percent.", "%", "It rose by between 5% and 10%."),
        ("It rose by 5% to 3.5 %, they say.", "percent", "It rose by 5 percent to 3.5 percent, they say."),
        ("It rose by five percent.", "per cent", "It rose by five per cent."),
        ("It rose by five percent, a percentage.", "%", None),
        ("See /a%20b, as per centuries of use.", "percent", None),
    ],
)
def test_percentages(text: str, house: str, written: str | None) -> None:
    assert put_right(text, percent=house) == (written or text)


@pytest.mark.parametrize(
    ("text", "house", "written"),
    [
        ("They lost 3 boats and twelve old crates.", "from 10", "They lost three boats and 12 old crates."),
        ("They lost 45 boats.", "from 101", "They lost forty-five boats."),
        ("They lost ten boats.", "from 11", None),
        ("They lost nine boats.", "always", "They lost 9 boats."),
        ("She is 5 years old, paid $3 for 5 miles and 6 percent of 3 million.", "from 10", None),
        ("On page 3 errors, room 5 keys, version 2 bugs, 5 or 6 boats, 3 to 12 boats.", "from 10", None),
        ("It was one of two or three boats, ten times as old.", "always", None),
    ],
)
def test_numbers_that_count_things(text: str, house: str, written: str | None) -> None:
    assert put_right(text, numerals=house) == (written or text)


@pytest.mark.parametrize(
    ("convention", "house", "text", "written"),
    [
        ("countries", "US", "The U.S. Navy left the U.K. The U.N.", "The US Navy left the UK. The UN."),
        ("countries", "U.S.", "The US-led UK fleet. US$5, US-1.", "The U.S.-led U.K. fleet. US$5, US-1."),
        ("states", "full", "In Salem, Ore., and Boise, ID, it rained.", "In Salem, Oregon, and Boise, ID, it rained."),
        ("states", "full", "It rained in Salem, Ore. Nobody came.", "It rained in Salem, Oregon. Nobody came."),
        ("states", "short", "In Salem, Oregon, it rained.", "In Salem, Ore., it rained."),
        ("states", "short", "In Salem, Oregon Health pays. Tom Roe, SC, left Austin, Texas.", None),
        ("abbreviations", "plain", "Dr. Roe and St. Paul met Mr. Lee.", "Dr Roe and St Paul met Mr Lee."),
        ("abbreviations", "points", "Dr Roe met Sam Lee Jr at 5 Elm Dr.", "Dr. Roe met Sam Lee Jr. at 5 Elm Dr."),
        ("serial-comma", "never", "It was red, white, and blue.", "It was red, white and blue."),
        ("serial-comma", "never", "It was old, however, and late. We ate, and left.", None),
        ("serial-comma", "always", "It had cats, dogs and birds.", None),
        ("serial-comma", "always", "It had sorts of cats, dogs and birds.", "It had sorts of cats, dogs, and birds."),
        ("spelling", "en-US", "The colour-coded programme was organised.", "The color-coded program was organized."),
        ("spelling", "en-GB", "The center canceled a program of Labor.", "The centre cancelled a program of Labor."),
        ("dashes", " — ", "The pier – what is left – is closed--now.", "The pier — what is left — is closed — now."),
        ("dashes", " – ", "SALEM, Ore. — The pier—an old one—left.", "SALEM, Ore. — The pier – an old one – left."),
    ],
)  # fmt: skip
def test_other_conventions(convention: str, house: str, text: str, written: str | None) -> None:
    assert put_right(text, **{convention: house}) == (written or text)


def test_what_is_in_quotation_marks_stays_to_the_letter_but_for_its_marks() -> None:
    text = "They organised it. “On 3 May we organised 'ten' boats, didn't we?” It’s 5 per cent."
    made = put_right(text, spelling="en-US", dates="month-day", percent="%", marks="straight")
    assert made == "They organized it. \"On 3 May we organised 'ten' boats, didn't we?\" It's 5%."


def test_marks_are_turned_into_those_of_the_house_at_every_depth() -> None:
    text = "\"It is 'late',\" she said; the 1990s' boats, O'Dell's '90s and 5' 10\"."
    assert put_right(text, marks="curly") == "“It is ‘late’,” she said; the 1990s’ boats, O’Dell’s ’90s and 5' 10\"."
    assert put_right("“It is ‘late’.”", **{"quotation-marks": "single"}) == "‘It is “late”.’"
    single = Conventions.of({"quotation-marks": "single"})
    assert str.__str__(marked(Traced("It is ‘late’."), single, depth=1)) == "It is “late”."


def test_a_house_that_has_settled_nothing_changes_nothing() -> None:
    text = Traced.from_notes("On 3 May the U.S. – it’s 'so' – organised 3 boats, 5 percent.", 7)
    assert in_house(text, UNSETTLED) is text
    assert departures(text, UNSETTLED) == []


def test_what_is_put_in_leads_back_to_what_it_took_the_place_of() -> None:
    text = Traced.from_notes("It cost 5 per cent more.", 100)
    made = in_house(text, Conventions.of({"percent": "%"}))
    assert made == "It cost 5% more."
    assert made[9:10].noted == (109, 118)
    assert made[:9].noted == (100, 109)


def test_departures_do_not_overlap_and_stand_in_order() -> None:
    text = "On 3 May 2026 the U.S. lost 3 boats, 5 per cent – “a colour” – in Salem, Ore., at 3.30pm – no more."
    settled = {**AMERICAN, "countries": "US", "numerals": "from 10", "percent": "%", "dashes": " — ", "states": "full"}
    found = departures(text, Conventions.of({**settled, "times": "3:30 p.m.", "serial-comma": "never"}))
    assert [text[each.start : each.end] for each in found] == [
        "3 May 2026", "U.S.", "3", " per cent", " – ", " – ", "Ore.", "3.30pm", " – ",
    ]  # fmt: skip
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_no_word_is_turned_into_one_that_is_turned_back() -> None:
    for table, back in ((american(), british()), (british(), american())):
        assert not table.keys() & set(table.values())
        assert all(back.get(other, word) == word for word, other in table.items())

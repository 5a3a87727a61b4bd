"""Beats, items, quotes and comments are read as the format says, each with its place."""

from __future__ import annotations

import pytest

from authoring.notes import Item, Notes, parse_notes
from authoring.trace import runs_of

HEAD = """---
terms: {AI: artificial intelligence}
sources:
  ana: {name: Ana Ruiz, pronoun: she}
  acme: {name: Acme, kind: company, short: AC}
  gazette: {name: The City Gazette, kind: outlet}
---
"""


def read(body: str) -> Notes:
    """Notes with this body."""
    return parse_notes(HEAD + body, "notes.md")


def items(body: str) -> list[Item]:
    """The items of a body."""
    return list(read(body).items)


def test_each_mark_makes_its_kind_of_item() -> None:
    body = "words\n\n> a\n— ana\n~ b\n— ana\n- c\n- d\n— ana | said\n- e\n— gazette\n? f\n* g\n— ana\n+\nwords\n"
    assert [(item.kind, item.text) for item in items(body)] == [
        ("narration", "words"),
        ("quote", "a"),
        ("reported", "b"),
        ("claim", "c"),
        ("statement", "d"),
        ("citation", "e"),
        ("question", "f"),
        ("action", "g"),
        ("break", ""),
        ("narration", "words"),
    ]


def test_what_stands_before_the_first_heading_is_a_beat_without_one() -> None:
    notes = read("- a\n\n## Two\n- b\n")
    assert [(beat.heading, len(beat.items)) for beat in notes.beats] == [(None, 1), ("Two", 1)]


@pytest.mark.parametrize(
    ("heading", "slug"),
    [
        ("Microsoft's Position", "microsofts-position"),
        ("U.S. Rules ", "us-rules"),
        ("China’s  pace", "chinas-pace"),
        ("Closed ##", "closed"),
        ("C# and more", "c-and-more"),
        ("Été 2024", "été-2024"),
    ],
)
def test_the_slug_of_a_heading_is_what_see_names(heading: str, slug: str) -> None:
    assert read(f"## {heading}\n").beats[0].slug == slug


def test_two_beats_of_one_name_have_two_slugs() -> None:
    assert [beat.slug for beat in read("## A\n## A\n").beats] == ["a", "a-2"]


def test_see_finds_a_beat_of_the_same_file() -> None:
    assert read("## One beat\n- a\n— ana | see: #one-beat\n").problems == ()
    (problem,) = read("## One beat\n- a\n— ana | see: #two\n").problems
    assert (problem.level, problem.line, problem.column) == ("info", 10, 14)


def test_adjacent_lines_of_a_quote_are_one_paragraph_and_an_empty_one_begins_the_next() -> None:
    (quote,) = items("> one\n>two\n>\n>\n> three\n— ana\n")
    assert quote.text == "one two\n\nthree"


def test_a_blank_line_ends_a_quote_but_not_before_its_tag() -> None:
    first, second = items("> one\n\n— ana\n\n> two\n— ana\n")
    assert (first.text, first.source, second.text) == ("one", "ana", "two")


def test_adjacent_plain_lines_are_one_paragraph_of_narration() -> None:
    assert [item.text for item in items("one\ntwo\n\nthree\n")] == ["one two", "three"]


def test_an_indented_line_goes_on_with_a_bullet() -> None:
    (fact,) = items("- one\n  two\n\tthree\n  — ana | said\n")
    assert (fact.text, fact.source) == ("one two three", "ana")


@pytest.mark.parametrize("mark", ["—", "–", "--", "— ", "   —"])
def test_every_dash_opens_a_tag(mark: str) -> None:
    (fact,) = items(f"- one\n{mark} ana | said\n")
    assert fact.source == "ana"


@pytest.mark.parametrize(
    ("quote", "parts", "joint"),
    [
        ("It closed, // and we left.", ("It closed,", "and we left."), ","),
        ("It closed, // We left.", ("It closed,", "We left."), "."),
        ("I think, // Acme knows.", ("I think,", "Acme knows."), ","),
        ("I think, // AC’s plan.", ("I think,", "AC’s plan."), ","),
        ("I think, // Acmeville is big.", ("I think,", "Acmeville is big."), "."),
        ("I think, // AI is here.", ("I think,", "AI is here."), ","),
        ("I think, // Ruiz is me.", ("I think,", "Ruiz is me."), ","),
        ("I think, // The gazette.", ("I think,", "The gazette."), "."),
        ("I think, // [they] know.", ("I think,", "[they] know."), ","),
        ("It closed //, We left.", ("It closed", "We left."), ","),
        ("It closed, //. and we left.", ("It closed,", "and we left."), "."),
        ("One part only.", ("One part only.",), ""),
        ("See https://a.b/c and \\// too.", ("See https://a.b/c and // too.",), ""),
    ],
)
def test_the_attribution_goes_where_the_slashes_are(quote: str, parts: tuple[str, ...], joint: str) -> None:
    (item,) = items(f"> {quote}\n— ana\n")
    assert (item.parts, item.joint) == (parts, joint)
    assert item.text == " ".join(parts)


def test_slashes_at_the_end_of_a_line_stand_inside_the_quote() -> None:
    (item,) = items("> It closed, //\n> and we left.\n— ana\n")
    assert item.parts == ("It closed,", "and we left.")


def test_braces_and_brackets_in_a_quote_are_literal() -> None:
    (item,) = items("> the [mayor] {sic} {2024-07-09} \\{x} \\| y\n— ana\n")
    assert item.text == "the [mayor] {sic} {2024-07-09} {x} | y"


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("\\- not a fact", "- not a fact"),
        ("\\> not a quote", "> not a quote"),
        ("\\## not a heading", "## not a heading"),
        ("\\— not a tag", "— not a tag"),
        ("\\-- not a tag", "-- not a tag"),
        ("\\x ana", "x ana"),
        ("\\+ one", "+ one"),
        ("a \\{b} \\| c \\// d", "a {b} | c // d"),
        ("a \\ b \\n c", "a \\ b \\n c"),
        ("- \\> b", "> b"),
    ],
)
def test_a_backslash_makes_a_mark_literal(line: str, text: str) -> None:
    (item,) = items(line + "\n")
    assert item.text == text


@pytest.mark.parametrize(
    "line", ["-5 degrees", "*Now* it is", "~ish", "#news", "x marks the spot", "1. one", "“Hello”", "a|b"]
)
def test_what_only_looks_like_a_mark_is_narration(line: str) -> None:
    (item,) = items(line + "\n")
    assert (item.kind, item.text) == ("narration", line)


def test_a_forgotten_space_after_a_mark_is_a_warning() -> None:
    assert [(problem.level, problem.line) for problem in read("-one\n\n• two\n").problems] == [
        ("warning", 8),
        ("warning", 10),
    ]


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("- a <!-- hush --> b\n", ["a b"]),
        ("- a<!-- hush -->b\n", ["ab"]),
        ("<!-- hush -->\n- a\n", ["a"]),
        ("- a\n<!-- hush\nhush\n\nhush -->\n- b\n", ["a", "b"]),
        ("- a <!-- hush\n- hush --> b\n- c\n", ["a b", "c"]),
        ("<!-- hush --> - a <!-- hush -->\n", ["a"]),
        ("> a\n<!-- hush -->\n> b\n<!-- hush -->\n— ana | said <!-- hush --> | about: it\n", ["a b"]),
        ("## <!-- hush -->Beat\n- a <!---->\n", ["a"]),
        ("- a <!-- {} // | > -->\n", ["a"]),
    ],
)
def test_a_comment_is_as_if_it_were_not_there(body: str, texts: list[str]) -> None:
    notes = read(body)
    assert [item.text for item in notes.items] == texts
    assert not any(problem.level == "error" for problem in notes.problems)


def test_a_gesture_takes_the_source_of_the_next_item_that_is_on_the_record() -> None:
    body = "* waits\n> hush\n— acme | off the record\n> b\n— ana\n"
    action = items(body)[0]
    assert (action.kind, action.source) == ("action", "ana")


def test_a_gesture_of_nobody_is_a_warning() -> None:
    (problem,) = read("* waits\n\n## Next\n- a\n— ana\n").problems
    assert (problem.level, problem.line) == ("warning", 8)


def test_the_span_of_an_item_ends_before_its_tag() -> None:
    notes = read("> one\n> two\n— ana | said\n")
    (item,) = notes.items
    assert notes.text[item.span.start : item.span.end] == "> one\n> two"
    assert item.tag is not None
    assert notes.text[item.tag.span.start : item.tag.span.end] == "— ana | said"


def test_the_full_name_of_a_source_names_it_wherever_the_writer_writes_it() -> None:
    (item,) = items("- Yesterday Ana Ruiz met Acme’s Anabel Ruiz\n")
    named = {run.source: str.__str__(item.text)[sum(r.length for r in runs_of(item.text)[:at]) :][: run.length]
             for at, run in enumerate(runs_of(item.text)) if run.source}  # fmt: skip
    assert named == {"ana": "Ana Ruiz", "acme": "Acme"}


def test_a_name_in_somebody_elses_words_names_nobody() -> None:
    (item,) = items("> Ana Ruiz knows\n— acme\n")
    assert not any(run.source for run in runs_of(item.text))


def test_an_item_leads_back_to_its_characters_through_escapes_lines_and_comments() -> None:
    notes = read("> o\\|ne <!-- hush --> two\n> three\n— ana\n")
    (item,) = notes.items
    assert item.text == "o|ne two three"
    exact = [notes.text[run.start : run.end] for run in runs_of(item.text) if run.exact]
    assert exact == ["o", "|ne ", "two", "three"]


def test_the_typed_views_leave_out_what_is_off_the_record() -> None:
    notes = read("- hush\n— acme | off the record\n- a\n— acme\n- b\n> c\n— acme\n")
    assert [item.text for item in notes.facts] == ["a", "b"]
    assert [item.text for item in notes.by("acme")] == ["a", "c"]
    assert len(notes.beats[0].items) == 4

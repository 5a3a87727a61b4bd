"""Blocks, offsets and voices of Markdown and plain text."""

from __future__ import annotations

import os

from hypothesis import given, settings
from hypothesis import strategies as st
from prose_invariants import check

from authoring.prose import Block, BlockKind, Document, Voice, parse
from authoring.prose.document import Format

PIECES = st.sampled_from(
    [
        *("# Head\n\n", "para ", "**bold** ", "*it* ", "`code` ", "[link](http://a.b) ", "![alt “q”](c.png) ", "\n\n"),
        *("\r\n", "\n", "- item ", "1. one ", "> quote ", "“said” ", '"told" ', "''x'' ", "‘y’ ", "’90s ", "&amp; "),
        *(
            "&#8220;",
            "\\* ",
            "<b>z</b> ",
            "<!-- c --> ",
            "```\ncode\n```\n",
            "    ind\n",
            "| a | b |\n|--|--|\n| c | d |\n",
        ),
        *(
            "😀 ",
            "é ",
            "e\u0301 ",
            "{% tag %} ",
            "---\n",
            "title: x\n",
            "+++\n",
            "“",
            "”",
            '"',
            "'",
            "Q: why? ",
            "A: so. ",
        ),
        *(
            "**Ann:** yes. ",
            "http://x.y/z. ",
            "[^1] ",
            "[^1]: note\n",
            "Mr. Low said. ",
            "…",
            "\u2028",
            "\t",
            "5'10\" ",
        ),
    ]
)
FORMATS: list[Format] = ["markdown", "text", "html"]
TAGS = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<P class=a>",
            "<b>",
            "</b>",
            "<q>",
            "</q>",
            "<br>",
            "<br/>",
            "<li>",
            "<ul>",
            "</ul>",
            "<h2>",
            "</h2>",
        ),
        *(
            "<blockquote>",
            "</blockquote>",
            "<pre>",
            "</pre>",
            "<code>",
            "</code>",
            "<td>",
            "<figcaption>",
            "<nav>",
            "</nav>",
        ),
        *(
            '<img alt="a &quot;b&quot; c">',
            "<img alt='",
            '<a href="http://a.b">',
            "</a>",
            "<",
            ">",
            "&",
            "&lt;",
            "&#x201c;",
            "]]>",
        ),
        *(
            "<!--",
            "-->",
            "<![CDATA[",
            "<script>",
            "</script>",
            "<title>T</title>",
            "<meta name=author content='A &amp; B'>",
        ),
    ]
)
PARTS = st.lists(st.one_of(PIECES, TAGS, st.text(max_size=8)), max_size=40).map("".join)


@settings(max_examples=400 if not os.environ.get("AUTHORING_FULL") else 4000)
@given(PARTS, st.sampled_from(FORMATS))
def test_offsets_and_voices_hold_for_any_text(text: str, format: Format) -> None:
    check(parse(text, format=format))


def voice_of(document: Document, words: str) -> Voice:
    start = document.text.index(words)
    voices = {document.voice_at(offset) for offset in range(start, start + len(words))}
    assert len(voices) == 1, (words, voices)
    return voices.pop()


def only(text: str, **options: str) -> Block:
    (block,) = parse(text, path=options.get("path", "")).blocks
    return block


def test_every_kind_of_stretch_has_its_voice() -> None:
    document = parse(
        "---\nheadline: H\n---\n# Head “no”\n\nTold “said” and `run` [here](http://t.u) <!-- private -->.\n\n"
        "![a pier](p.png)\n\n*Photo: Ann*\n\n> from the report\n\n```\nloop\n```\n\nSee https://v.w/x now.\n\n[r]: http://y.z\n"
    )
    wanted = {
        "headline: H": Voice.FRONT_MATTER,
        "Head ": Voice.HEADING,
        "“no”": Voice.SPEECH,
        "Told ": Voice.NARRATION,
        "“said”": Voice.SPEECH,
        "run": Voice.CODE,
        "here": Voice.NARRATION,
        "](http://t.u)": Voice.LINK_TARGET,
        "<!-- private -->": Voice.MARKUP,
        "a pier": Voice.CAPTION,
        "](p.png)": Voice.LINK_TARGET,
        "Photo: Ann": Voice.CAPTION,
        "from the report": Voice.BLOCKQUOTE,
        "loop": Voice.CODE,
        "https://v.w/x": Voice.LINK_TARGET,
        " now.": Voice.NARRATION,
        "[r]: http://y.z": Voice.LINK_TARGET,
    }
    assert {words: voice_of(document, words) for words in wanted} == wanted


def test_words_lead_back_to_their_place_through_markup_and_accents() -> None:
    text = "Zoë 😀 paid *five* pounds &amp; left."
    words = {word.text: word.span for word in only(text).words}
    assert list(words) == ["Zoë", "paid", "five", "pounds", "left"]
    assert all(span.of(text) == word for word, span in words.items())


def test_an_entity_is_covered_whole() -> None:
    text = "Low &amp; Park"
    block = only(text)
    assert block.text == "Low & Park"
    assert block.span_of(4, 5).of(text) == "&amp;"
    assert block.span_of(0, 10).of(text) == text


def test_line_breaks_are_spaces_in_files_from_windows_too() -> None:
    block = only("One\r\ntwo  \r\nthree.\r\n")
    assert block.text == "One two three."


def test_a_comment_between_two_spaces_leaves_one_to_read() -> None:
    text = "She went <!-- authoring: on --> home,<!-- TK --> and then  left.\n\n<!-- TK --> It is {% x %} gone.\n"
    document = parse(text, path="a.md")
    assert [block.text for block in document.blocks] == ["She went home, and then  left.", "It is gone."]
    home = document.blocks[0].span_of(9, 13)
    assert home.of(text) == "home"
    check(document)


def test_a_line_break_of_html_between_two_spaces_is_one_space_to_read() -> None:
    document = parse("Low <br> tide<br>at  six.\n", path="a.md")
    assert [block.text for block in document.blocks] == ["Low tide at  six."]
    assert document.blocks[0].span_of(4, 8).of(document.text) == "tide"
    check(document)


def test_tags_of_site_generators_are_not_words() -> None:
    block = only('Read {% include "x.html" %}on.{: .lede}')
    assert block.text == "Read on."


def test_front_matter_gives_plain_values_with_their_places() -> None:
    text = (
        '---\r\ntitle: "A ""b"\r\nheadline: It’s on # why\r\nauthor:\r\n  - Ann\r\ndate: 2024-07-09\r\n---\r\nBody.\r\n'
    )
    document = parse(text)
    assert dict(document.front) == {"headline": "It’s on", "date": "2024-07-09"}
    assert {key: span.of(text) for key, span in document.front_spans.items()} == dict(document.front)
    assert [block.text for block in document.blocks] == ["Body."]


def test_front_matter_of_hugo_is_front_matter() -> None:
    document = parse('+++\ntitle = "A day"\n+++\nBody.\n')
    assert document.front == {"title": "A day"}
    assert [block.text for block in document.blocks] == ["Body."]


def test_a_rule_across_the_page_opens_no_front_matter() -> None:
    assert [block.text for block in parse("---\nNo key here.\n\n---\nMore.\n").blocks] == ["No key here.", "More."]
    assert not parse("---\ntitle: open\n\nBody.\n").front


def test_a_picture_in_a_paragraph_is_a_caption_of_its_own() -> None:
    first, second = parse("Before ![a boat](b.png) after.").blocks
    assert (first.kind, first.text) == (BlockKind.PARAGRAPH, "Before  after.")
    assert (second.kind, second.text) == (BlockKind.CAPTION, "a boat")


def test_an_emphasised_paragraph_far_from_a_picture_is_narration() -> None:
    assert parse("*It rained.*\n").blocks[0].kind is BlockKind.PARAGRAPH


def test_list_items_begin_at_their_marks() -> None:
    text = "- one\n- two\n\n  more\n"
    document = parse(text)
    assert [(block.span.of(text), block.kind) for block in document.blocks] == [
        ("- one", BlockKind.LIST_ITEM),
        ("- two", BlockKind.LIST_ITEM),
        ("more", BlockKind.LIST_ITEM),
    ]


def test_plain_text_keeps_its_asterisks() -> None:
    assert only("It is *not* so. # 1", path="a.txt").text == "It is *not* so. # 1"


def test_short_lines_before_running_text_are_headings_in_plain_text() -> None:
    running = "The council met on Monday night and agreed to close the bridge for good."
    document = parse(
        f"Bridge to close\n\n{running}\n\nBy Ann Low\n\n{running}\n\nAnn Low\n\nLeave a comment\n", path="a.txt"
    )
    headings = [block.text for block in document.blocks if block.kind is BlockKind.HEADING]
    assert headings == ["Bridge to close"]


def test_long_lines_are_paragraphs_of_their_own_in_plain_text() -> None:
    line = "The council met on Monday night and agreed to close the bridge for good. " * 4
    assert len(parse(f"{line}\n{line}\n", path="a.txt").blocks) == 2
    assert len(parse("wrapped by\nhand here.\n", path="a.txt").blocks) == 1


def test_letters_q_and_a_part_questions_from_answers() -> None:
    document = parse("Intro.\n\n**Q:** Why now?\n\n**A:** It was time.\n\nIt really was.\n\n## Next\n\nThe end.\n")
    assert [(block.voice, block.speaker) for block in document.blocks] == [
        (Voice.NARRATION, None),
        (Voice.QUESTION, None),
        (Voice.ANSWER, None),
        (Voice.ANSWER, None),
        (Voice.HEADING, None),
        (Voice.NARRATION, None),
    ]
    assert voice_of(document, "**Q:** ") is Voice.MARKUP


def test_one_question_with_the_name_of_who_answers_is_a_conversation() -> None:
    document = parse("Intro.\n\n**Q: Why now?**\n\n**Ann Low:** It was time.\n")
    assert [block.voice for block in document.blocks] == [Voice.NARRATION, Voice.QUESTION, Voice.ANSWER]
    assert [block.speaker for block in document.blocks] == [None, None, "Ann Low"]


def test_the_writer_speaks_again_between_and_after_the_turns() -> None:
    text = "Q: Why now?\n\nAnn Low: It was time.\n\n[She laughed.]\n\nQuite.\n\nLow said it was late.\n\nThe end.\n"
    voices = [block.voice.value for block in parse(text).blocks]
    assert voices == ["question", "answer", "narration", "answer", "narration", "narration"]


def test_names_before_colons_are_speakers_where_they_return() -> None:
    talk = "**Ann Low:** Why?\n\n**Jo:** So.\n\n**Ann Low:** And how?\n\n**Jo:** Well.\n"
    assert [block.speaker for block in parse(talk).blocks] == ["Ann Low", "Jo", "Ann Low", "Jo"]
    assert [block.voice for block in parse(talk).blocks][:2] == [Voice.QUESTION, Voice.ANSWER]
    transcript = "MS. LOW: Good day.\n\nTHE MAYOR (smiling): Good day.\n\nMS. LOW: Thank you.\n"
    assert [block.speaker for block in parse(transcript, path="a.txt").blocks] == ["MS. LOW", "THE MAYOR", "MS. LOW"]


def test_bold_terms_and_notes_are_no_conversation() -> None:
    text = "**Speed:** it is fast.\n\n**Cost:** it is cheap.\n\n**Note:** see below.\n\n**Note:** and above.\n"
    assert {block.voice for block in parse(text).blocks} == {Voice.NARRATION}


def test_bold_questions_to_somebody_are_questions() -> None:
    text = "**What do you do?**\n\nI build boats.\n\n**Why do you do it?**\n\nMy mother did.\n"
    voices = [block.voice for block in parse(text).blocks]
    assert voices == [Voice.QUESTION, Voice.ANSWER, Voice.QUESTION, Voice.ANSWER]


def test_a_lone_carriage_return_ends_a_line_of_markdown_too() -> None:
    text = "# The pier\r\rBy Noor Haddad\r\r“It is gone,” she said.\r\r```\ra\r```\r"
    document = parse(text)
    assert [block.kind for block in document.blocks] == [
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
        BlockKind.CODE,
    ]
    (quotation,) = document.quotations
    assert quotation.span.of(text) == "“It is gone,”"


def test_a_question_after_the_letter_q_alone_is_a_turn_where_others_speak_by_name() -> None:
    document = parse("Q How does it feel?\n\nMRS. RUIZ: Well.\n\nQ And now?\n\nMRS. RUIZ: Good.\n", format="text")
    assert [block.voice for block in document.blocks] == [Voice.QUESTION, Voice.ANSWER] * 2


def test_a_name_that_begins_with_q_is_no_question() -> None:
    document = parse("Q Branch is a shop in town.\n\nIt sells boats.\n", format="text")
    assert {block.voice for block in document.blocks} == {Voice.NARRATION}

"""Blocks, offsets and voices of HTML."""

from __future__ import annotations

import pytest
from prose_invariants import check

from authoring.prose import BlockKind, Document, Voice, parse


def blocks(html: str) -> list[tuple[str, str]]:
    document = parse(html, path="a.html")
    check(document)
    return [(block.kind.value, block.text) for block in document.blocks]


def texts(html: str) -> list[str]:
    return [text for _, text in blocks(html)]


def voices(document: Document, words: str) -> set[Voice]:
    start = document.text.index(words)
    return {document.voice_at(offset) for offset in range(start, start + len(words))}


def test_every_kind_of_element_is_a_block_of_its_kind() -> None:
    html = (
        "<h2>Head</h2><p>Para.<ul><li>One<li>Two</ul><blockquote><p>Report</blockquote><table><tr><td>Cell</table>"
        '<figure><img src=a alt="A pier"><figcaption>Credit</figcaption></figure><pre>code\n  more</pre>'
    )
    assert blocks(html) == [
        ("heading", "Head"),
        ("paragraph", "Para."),
        ("list item", "One"),
        ("list item", "Two"),
        ("blockquote", "Report"),
        ("table cell", "Cell"),
        ("caption", "A pier"),
        ("caption", "Credit"),
        ("code", "code\n  more"),
    ]
    assert parse(html, format="html").blocks[0].level == 2


def test_words_lead_back_to_their_place_through_entities_and_folded_space() -> None:
    html = "<P>The &ldquo;old&rdquo;\r\n   pier &amp; the <b>new</b> one"
    (block,) = parse(html, path="A.HTM").blocks
    assert block.text == "The “old” pier & the new one"
    assert [word.span.of(html) for word in block.words] == ["The", "old", "pier", "the", "new", "one"]
    assert block.quotations[0].span.of(html) == "&ldquo;old&rdquo;"


def test_a_q_element_is_a_quotation() -> None:
    html = "<p>She <q>left <em>early</em></q>, he said."
    (block,) = parse(html, format="html").blocks
    (quotation,) = block.quotations
    assert quotation.text == "left early"
    assert quotation.span.of(html) == "<q>left <em>early</em></q>"
    assert voices(parse(html, format="html"), "early") == {Voice.SPEECH}


def test_what_the_markup_sets_apart_is_not_read() -> None:
    html = (
        "<html><head><title>T</title><style>p {}</style></head><body><nav>Home</nav>"
        "<script>var a = '<p>no</p>';</script>"
        "<!-- no --><article><p>Read.</p><footer>Corrected.</footer></article>"
        "<select><option>1</select><footer>©</footer>"
    )
    assert texts(html) == ["Read.", "Corrected."]
    document = parse(html, format="html")
    assert voices(document, "Home") == {Voice.MARKUP}
    assert document.front == {"title": "T"}


def test_the_head_gives_author_and_date_and_the_title_where_there_is_no_headline() -> None:
    html = (
        "<title>Low &amp; Co</title><meta name='author' content='Ana Ruiz'>"
        '<meta property="article:published_time" content="2026-04-28"><p>It rained.'
    )
    document = parse(html, format="html")
    assert document.front == {"title": "Low & Co", "author": "Ana Ruiz", "date": "2026-04-28"}
    assert document.front_spans["author"].of(html) == "Ana Ruiz"
    assert voices(document, "Ana Ruiz") == {Voice.FRONT_MATTER}
    assert "title" not in parse(html + "<h1>It rained</h1>", format="html").front


def test_two_line_breaks_end_a_paragraph_and_one_is_space() -> None:
    assert texts("One<br>two.<br /><BR>Three.") == ["One two.", "Three."]


def test_blank_lines_end_paragraphs_where_no_element_does() -> None:
    assert texts("One\ntwo.\n\nThree.") == ["One two.", "Three."]
    assert texts("<p>One\n\ntwo.") == ["One two."]


def test_bold_questions_and_labels_are_seen() -> None:
    html = "<p><b>Ann Low:</b> Why?<p><b>Jo:</b> So.<p><strong>Ann Low:</strong> And how?<p><b>Jo:</b> Well."
    assert [block.speaker for block in parse(html, format="html").blocks] == ["Ann Low", "Jo"] * 2


def test_code_and_addresses_have_voices_of_their_own() -> None:
    html = '<p>Type <code>run</code> at <a href="http://a.b">the door</a>.'
    document = parse(html, format="html")
    assert voices(document, "run") == {Voice.CODE}
    assert voices(document, "http://a.b") == {Voice.LINK_TARGET}
    assert voices(document, "the door") == {Voice.NARRATION}


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("5 < 6 & 7 > 3", ["5 < 6 & 7 > 3"]),
        ("<p>I <3 boats <b", ["I <3 boats <b"]),
        ("<p>one</b></i></div><p>two", ["one", "two"]),
        ("<p>one<div>two<p>three</div>four", ["one", "two", "three", "four"]),
        ("<![CDATA[<p>one]]>", ["one"]),
        ("<p>one <!-- two", ["one"]),
        ('<p title="a > b">one', ["one"]),
        ('<p title="a>one</p>', ["one"]),
        ("<p>AT&T &copy &bogus; &#8217; &#xZZ;", ["AT&T © &bogus; ’ &#xZZ;"]),
        ("<li>one<li>two", ["one", "two"]),
        ("<table><td>a<p>b</table><p>c", ["a", "b", "c"]),
        ("", []),
    ],
)
def test_malformed_html_is_read_all_the_same(html: str, wanted: list[str]) -> None:
    assert texts(html) == wanted


def test_html_inside_markdown_is_read_the_same_way() -> None:
    text = (
        '<div class="box">\n<p>Boxed <b>words</b> &amp; more.</p>\n<script>no</script>\n</div>\n\n'
        'Then <q>said</q> <img src="a" alt="a pier"> so.\n'
    )
    document = parse(text)
    check(document)
    assert [(block.kind, block.text) for block in document.blocks] == [
        (BlockKind.PARAGRAPH, "Boxed words & more."),
        (BlockKind.PARAGRAPH, "Then “said”  so."),
        (BlockKind.CAPTION, "a pier"),
    ]
    assert document.blocks[1].quotations[0].span.of(text) == "<q>said</q>"


def test_an_address_that_a_site_generator_fills_in_does_not_break_its_link() -> None:
    text = 'He [left]({{ "/2015/03/left/" | url }}) the {{ site.name }} pier.\n'
    (block,) = parse(text).blocks
    assert block.text == "He left the {{ site.name }} pier."
    assert not block.quotations


@pytest.mark.parametrize("format", ["html", "markdown", "text"])
@pytest.mark.parametrize(
    "text",
    [
        "<" * 20_000,
        "<p>" * 20_000 + "x",
        "<!--" * 5_000,
        "<a ='<a =\"" * 5_000 + ">",
        "<script>" * 3_000,
        "<b>x" * 3_000,
        "<img alt='a'>" * 2_000,
        '"' * 20_000,
        "“" * 20_000,
        "'a " * 10_000,
        "&#" * 10_000,
        "\0" * 10_000,
        "**Ann Low:** yes.\n\n" * 2_000,
        "We talked with " * 5_000 + "\n\n**Do you?**\n\nI do.\n\n**Do you?**\n\nI do.\n",
    ],
    ids=lambda text: text[:12].strip().replace("\0", "nul"),
)
def test_hostile_text_is_parsed(text: str, format: str) -> None:
    document = parse(text, format=format)  # type: ignore[arg-type]
    assert document.voices[0][0] == 0
    assert all(block.span.end <= len(text) for block in document.blocks)

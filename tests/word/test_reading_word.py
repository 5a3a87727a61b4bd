"""What is read of a Word document: the words that its readers see, and no others."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from word_files import document, p, said, style

from authoring.prose import parse
from authoring.prose.document import BlockKind
from authoring.text.word import lines_of, markdown_of


def field(kind: str, inside: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inside}</w:fldChar></w:r>'


def code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


WHO = 'w:id="7" w:author="Desk" w:date="2026-05-06T10:00:00Z"'
SEEN = {
    "inserted": (p("a ", f"<w:ins {WHO}>{said('new')}</w:ins>", " b"), "a new b"),
    "deleted": (p("a", f"<w:del {WHO}><w:r><w:delText> gone</w:delText></w:r></w:del>", " b"), "a b"),
    "deleted and kept as text": (p("a", f"<w:del {WHO}>{said(' gone')}</w:del>", " b"), "a b"),
    "moved here": (p("a ", f"<w:moveTo {WHO}>{said('moved')}</w:moveTo>"), "a moved"),
    "moved away": (p("a", f"<w:moveFrom {WHO}>{said(' moved')}</w:moveFrom>"), "a"),
    "a deleted paragraph mark": (p("one ", told=f"<w:rPr><w:del {WHO}/></w:rPr>") + p("two"), "one two"),
    "a drop cap": (p("T", told='<w:framePr w:dropCap="drop"/>') + p("he mayor"), "The mayor"),
    "a comment": (
        p("<w:commentRangeStart/>", "a", '<w:commentRangeEnd/><w:r><w:commentReference w:id="0"/></w:r>', " b"),
        "a b",
    ),
    "hidden": (p("a", said(" secret", "<w:vanish/>"), " b"), "a b"),
    "not hidden after all": (p("a", said(" b", '<w:vanish w:val="0"/>')), "a b"),
    "hidden by a style": (p("a", said(" secret", '<w:rStyle w:val="Hidden"/>')), "a"),
    "hidden by a paragraph's style": (p("a") + p("secret", style="Away"), "a"),
    "a smart tag": (p("a ", f"<w:smartTag>{said('London')}</w:smartTag>"), "a London"),
    "a content control": (f"<w:sdt><w:sdtPr/><w:sdtContent>{p('in it')}</w:sdtContent></w:sdt>", "in it"),
    "a placeholder": (
        p(
            "By ",
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            f"{said('Click here to enter text.')}</w:sdtContent></w:sdt>",
        ),
        "By",
    ),
    "a simple field": (p("page ", f'<w:fldSimple w:instr=" PAGE ">{said("3")}</w:fldSimple>'), "page 3"),
    "a field": (p("on ", field("begin"), code(" DATE "), field("separate"), said("May 6"), field("end")), "on May 6"),
    "a field in a field's code": (
        p(
            field("begin"),
            code(" IF "),
            field("begin"),
            code("MERGEFIELD x"),
            field("separate"),
            said("inner"),
            field("end"),
            code(" = 1 "),
            field("separate"),
            said("outer"),
            field("end"),
            " on",
        ),
        "outer on",
    ),
    "a field that never ends": (p(field("begin"), code(" PAGE "), said("lost")) + p("kept"), "kept"),
    "a hidden field": (
        p(
            "a",
            '<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r>',
            '<w:r><w:rPr><w:vanish/></w:rPr><w:instrText>XE "Dolan"</w:instrText></w:r>',
            '<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="end"/></w:r>',
            " b",
        ),
        "a b",
    ),
    "a ticked box": (
        p(
            field("begin", '<w:ffData><w:checkBox><w:checked w:val="1"/></w:checkBox></w:ffData>'),
            code(" FORMCHECKBOX "),
            field("end"),
            " yes",
        ),
        "☒ yes",
    ),
    "a non-breaking hyphen": (p("<w:r><w:t>email</w:t><w:noBreakHyphen/><w:t>only</w:t></w:r>"), "email‑only"),
    "an optional hyphen": (p("<w:r><w:t>news</w:t><w:softHyphen/><w:t>room</w:t></w:r>"), "newsroom"),
    "a carriage return": (p("<w:r><w:t>one</w:t><w:cr/><w:t>two</w:t></w:r>"), "one\\\ntwo"),
    "a symbol": (p("5 ", '<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>'), "5 °"),
    "a symbol of an unknown font": (p('<w:r><w:sym w:font="Ours" w:char="F041"/></w:r>', " a"), "\ufffd a"),
    "right to left": (p("a ", f'<w:bdo w:val="rtl">{said("שלום")}</w:bdo>'), "a שלום"),
    "ruby": (
        p(f"<w:r><w:ruby><w:rt>{said('above')}</w:rt><w:rubyBase>{said('base')}</w:rubyBase></w:ruby></w:r>"),
        "base",
    ),
    "a formula": (p("so ", "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"), "so x=1"),
    "words in an unknown element": (p("a ", f"<w:unheardOf>{said('kept')}</w:unheardOf>"), "a kept"),
    "a text box with an older copy": (
        p(
            "a",
            "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><wp:docPr/><a:graphic>"
            f"<a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{p('boxed')}</w:txbxContent></wps:txbx></wps:wsp>"
            "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
            f"<w:txbxContent>{p('boxed')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>",
            " b",
        ),
        "a b\n\nboxed",
    ),
    "a table of contents": (p("One 1", style="TOC1") + p("a"), "a"),
    "a deleted row": (
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('x')}</w:tc><w:tc>{p('y')}</w:tc></w:tr>"
        f"<w:tr><w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc></w:tr></w:tbl>",
        "| a | b |\n| --- | --- |",
    ),
    "a page break": (p("a") + p('<w:r><w:br w:type="page"/></w:r>', "b"), "a\n\nb"),
    "lines of XML in words": (p("<w:r><w:t>one\n   two</w:t></w:r>"), "one    two"),
}
STYLES = (
    style("Hidden", "Hidden words", looks="<w:vanish/>", kind="character")
    + style("Away", "Away", looks="<w:vanish/>")
    + style("TOC1", "toc 1")
    + style("Kop1", "heading 1")
    + style("OurHead", "Our head", base="Kop1")
    + style("Zitat", "Quote", looks="<w:i/>")
    + style("Question", "Question", looks="<w:b/>")
    + style("Betont", "Strong", looks="<w:b/>", kind="character")
    + style("Titel", "Title")
    + style("Bildtext", "caption")
)


@pytest.mark.parametrize("name", SEEN)
def test_what_readers_see_is_read_and_nothing_else(name: str) -> None:
    """Deleted, hidden and technical text does not come back as words; everything else does."""
    body, expected = SEEN[name]
    assert markdown_of(document(body, styles=STYLES)) == f"{expected}\n"


def test_emphasis_is_kept_where_it_can_be_read() -> None:
    """Bold and italics come from runs and from styles, and never swallow blank space."""
    body = p("I ", said("never ", "<w:b/>"), said("ever", '<w:i w:val="1"/>'), " did") + p(
        "a", said("b", "<w:b/>"), "c", said(" “d”", "<w:b/>"), "e"
    )
    body += p("Why?", style="Question") + p("So ", said("that", '<w:rStyle w:val="Betont"/>'), ".")
    body += p("not ", said("so", '<w:b w:val="false"/>'), style="Question")
    made = markdown_of(document(body, styles=STYLES))
    assert made == "I **never** *ever* did\n\na**b**c “d”e\n\n**Why?**\n\nSo **that**.\n\n**not** so\n"


def test_runs_that_look_alike_are_one() -> None:
    """Word parts a word at each correction; the marks stand around all of it."""
    runs = [f'<w:r w:rsidR="00{n}"><w:rPr><w:b/></w:rPr><w:t>{part}</w:t></w:r>' for n, part in enumerate(("bo", "ld"))]
    assert markdown_of(document(p(*runs))) == "**bold**\n"


def test_headings_come_by_style_whatever_it_is_called() -> None:
    """In any language, through styles that rest on others, and by the level in the outline."""
    body = p("Head", style="Titel") + p("One", style="Kop1") + p("Two", style="OurHead")
    body += p("Three", told='<w:outlineLvl w:val="1"/>')
    assert markdown_of(document(body, styles=STYLES)) == "# Head\n\n## One\n\n## Two\n\n### Three\n"
    assert markdown_of(document(p("One", style="Kop1"), styles=STYLES)) == "# One\n"


def test_quotations_captions_and_pictures() -> None:
    """A picture is its description, its caption is emphasised, block quotations have their mark."""
    picture = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" descr="The [old] pier&#10;at dusk"/><a:graphic><a:graphicData>'
        '<pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
    body = p(picture) + p("The pier. Photo: Ana Ruiz", style="Bildtext") + p("One.", style="Zitat")
    body += p("Two.", style="Zitat")
    made = markdown_of(document(body, {"rId9": "image media/image1.png"}, styles=STYLES))
    assert made == "![The \\[old\\] pier at dusk]()\n\n*The pier. Photo: Ana Ruiz*\n\n> One.\n>\n> Two.\n"
    kinds = [block.kind for block in parse(made, path="a.docx").blocks if block.text]
    assert kinds == [BlockKind.CAPTION, BlockKind.CAPTION, BlockKind.BLOCKQUOTE, BlockKind.BLOCKQUOTE]


def test_links_lead_to_the_web_or_nowhere() -> None:
    """Links and link fields are kept if they lead to the web or to somebody's mail; the words of the others are."""
    links = {
        "rId1": "hyperlink https://example.org/a_(b)?x=1&amp;y=2",
        "rId2": "hyperlink javascript:alert(1)",
        "rId3": "hyperlink file:///C:/secret.txt",
        "rId4": "hyperlink https://example.org/a) b",
    }
    body = p("see ", f'<w:hyperlink r:id="rId1">{said("this [page]")}</w:hyperlink>', ".")
    body += p(f'<w:hyperlink r:id="rId2">{said("no")}</w:hyperlink> '.strip(), " ", said("way"))
    body += p(
        f'<w:hyperlink r:id="rId3">{said("nor")}</w:hyperlink>', f'<w:hyperlink r:id="x">{said(" here")}</w:hyperlink>'
    )
    body += p(
        field("begin"),
        code(' HYPERLINK "https://example.org/f" \\l "top" \\o "the tip" '),
        field("separate"),
        said("field"),
        field("end"),
    )
    body += p(f"<w:fldSimple w:instr=' HYPERLINK \"mailto:desk@example.org\" '>{said('mail')}</w:fldSimple>")
    body += p(f'<w:hyperlink r:id="rId5" w:anchor="part-2">{said("part")}</w:hyperlink>')
    links["rId5"] = "hyperlink https://example.org/all"
    made = markdown_of(document(body, links))
    assert made == (
        "see [this \\[page\\]](https://example.org/a_(b)?x=1&y=2).\n\nno way\n\nnor here\n\n"
        "[field](https://example.org/f#top)\n\n[mail](mailto:desk@example.org)\n\n[part](https://example.org/all#part-2)\n"
    )


def test_lists_count_as_word_does() -> None:
    """Levels, numbers that start elsewhere or go on after a paragraph, and lists that a style makes."""
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl>'
    )
    numbering = f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'

    def item(text: str, level: int = 0) -> str:
        return p(text, told=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')

    listed = style("Punkte", "Our list", told='<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>')
    body = item("three") + item("inner", 1) + item("four") + p("between") + item("five") + p("styled", style="Punkte")
    body += p("out of it", style="Punkte", told='<w:numPr><w:numId w:val="0"/></w:numPr>')
    made = markdown_of(document(body, styles=listed, numbering=numbering))
    assert made == "3. three\n   - inner\n4. four\n\nbetween\n\n5. five\n   - styled\n\nout of it\n"


def test_footnotes_follow_at_the_end() -> None:
    """Each where it is referred to, by its number, whatever Word's own is; the lines that part them are left out."""
    notes = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    notes += f'<w:footnote w:id="5">{p("<w:r><w:footnoteRef/></w:r>", " Court file 12.")}</w:footnote>'
    body = p("He was fined.", '<w:r><w:footnoteReference w:id="5"/></w:r>', " So.") + p(
        '<w:r><w:footnoteReference w:id="77"/></w:r>', "b"
    )
    made = markdown_of(document(body, footnotes=notes))
    assert made == "He was fined.[^1] So.\n\nb\n\n[^1]: Court file 12.\n"
    assert lines_of(document(body, footnotes=notes)) == "He was fined. So.\nb\n Court file 12.\n"


def test_tables_are_tables_only_where_cells_are_short() -> None:
    """A cell with paragraphs of its own is laid out, and its paragraphs are the article's."""
    row = "<w:tr>{}</w:tr>".format
    cell = "<w:tc>{}</w:tc>".format
    small = row(cell(p("a|b")) + cell(p("2"))) + row(cell(p("c")) + cell("<w:p/>"))
    large = row(cell(p("One.") + p("Two.")) + cell(p("Three.")))
    made = markdown_of(document(f"<w:tbl>{small}</w:tbl><w:tbl>{large}</w:tbl>"))
    assert made == "| a\\|b | 2 |\n| --- | --- |\n| c |  |\n\nOne.\n\nTwo.\n\nThree.\n"
    assert lines_of(document(f"<w:tbl>{small}</w:tbl><w:tbl>{large}</w:tbl>")) == "a|b\t2\nc\t\nOne. Two.\tThree.\n"


def test_plain_lines_keep_tabs_and_line_breaks() -> None:
    """As transcripts need them: the name and time in one paragraph with the words, as Teams writes them."""
    turn = p(
        said("Ana Ruiz", "<w:b/>"),
        said("   0:03"),
        "<w:r><w:br/></w:r>",
        said("We never closed."),
        "<w:r><w:tab/></w:r>",
    )
    assert (
        lines_of(document(turn + p("") + p("#1 *is* kept_")))
        == "Ana Ruiz   0:03\nWe never closed.\t\n\n#1 *is* kept_\n"
    )


BITS = (
    "word a * ** _ __ ` [x] [x](y) [^1] ![a] ] [ <b> </b> < &amp; & ~ ~~ \\ \\* {{ {% {: | # - + 1. 2) “quote” said,"
    " 's ! : --- === {#id} <!-- $5 @ % ^ x_y ( ) 😀 שלום \u00a0 \u200f http://x.y/z_a"
).split(" ")


@pytest.mark.parametrize("seed", range(60))
def test_every_word_comes_through_the_markdown(seed: int) -> None:
    """Whatever marks stand in the words, bold or not: the article that is parsed has exactly these characters."""
    chance = random.Random(seed)
    made = docx.Document()
    words = []
    for _ in range(chance.randint(1, 6)):
        kind = chance.choice([None, None, "Heading 1", "Title", "Quote", "List Bullet", "List Number", "Caption"])
        paragraph = made.add_paragraph(style=kind)
        for _ in range(chance.randint(1, 5)):
            bits = [chance.choice(BITS) + chance.choice(("", " ", "\n")) for _ in range(chance.randint(1, 5))]
            run = paragraph.add_run("".join(bits))
            run.bold, run.italic = chance.random() < 0.3, chance.random() < 0.3
            words += bits
    file = BytesIO()
    made.save(file)
    plain: Callable[[str], str] = lambda text: re.sub(r"\s+", "", text)  # noqa: E731
    parsed = parse(markdown_of(file.getvalue()), path="a.docx")
    assert plain("".join(block.text for block in parsed.blocks)) == plain("".join(words))
    assert plain(lines_of(file.getvalue())) == plain("".join(words))

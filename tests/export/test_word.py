"""Articles exported as Word documents: real styles, the same words, the same bytes, and nothing of whoever exports."""

from __future__ import annotations

import getpass
import re
import socket
import struct
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from click.testing import CliRunner

from authoring.cli.main import cli
from authoring.export.article import Article, Block, BlockKind, Picture, Run
from authoring.export.build import article_of
from authoring.export.formats import FORMATS, Export
from authoring.export.site import Site
from authoring.export.word.pictures import picture
from authoring.prose import parse
from authoring.prose.document import Document
from authoring.text.span import Span
from authoring.text.word import markdown_of

ROOT = Path(__file__).parents[2]
ARTICLE = """---
headline: “We Never Closed”
kicker: Harbour Life
dek: She has sold ice cream in every weather.
byline: Ana Ruiz
published: 2026-05-06
---

![The pier at dusk](pier.png)

*The pier. Photo: Ben Ito*

HARWICK — It sold out, and **nobody** was *more* surprised than Dolan, who [runs it](https://example.org/a_(b)).[^1]

## What she remembers

**Q:** When did you begin?

**A:** In 1961. “It rained,” she says, “and we sold out.”

**Q:** And then?

**A:** Then we never closed.

### Flavours

1. Vanilla
2. Strawberry
   - with cream
3. Pistachio

Then another:

1. One
2. Two

> The first to be there.

| Year | Sold |
| --- | --- |
| 1961 | 40 |

See ~~this~~ `that`.\\
1 Pier Road

---

![No such file](gone.png)

[^1]: Court file 12, [page 3](https://example.org/c).
"""


def png(width: int = 4, height: int = 2) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress((b"\0" + b"\x80" * 3 * width) * height)
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n"
        + head
        + chunk(b"tEXt", b"GPS\0of a secret place")
        + chunk(b"IDAT", rows)
        + chunk(b"IEND", b"")
    )


def made(text: str, path: str = "article.md", site: Site | None = None) -> bytes:
    document = parse(text, path=path)
    return FORMATS["docx"].write(Export(article_of(document, site), document, ()))


def written(article: Article) -> bytes:
    return FORMATS["docx"].write(Export(article, Document("a.md", "", {}, {}, (), ((), ())), ()))  # type: ignore[arg-type]


def with_blocks(*blocks: Block, headline: str = "Head") -> Article:
    return Article("a.md", headline, blocks, "head")


def block(text: str, kind: BlockKind = "paragraph", link: str = "") -> Block:
    return Block(kind, Span(0, 0), (Run(text, Span(0, 0), link=link),))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("authoring.toml").touch()
    Path("pier.png").write_bytes(png())
    return tmp_path


def test_every_part_has_its_style(folder: Path) -> None:
    """So that a desk can restyle all of it at once, and finds its way by the headings."""
    document = docx.Document(BytesIO(made(ARTICLE)))
    styles = [(one.style.name, one.text) for one in document.paragraphs if one.style and one.text]
    assert styles[:6] == [
        ("Kicker", "Harbour Life"),
        ("Title", "“We Never Closed”"),
        ("Subtitle", "She has sold ice cream in every weather."),
        ("Byline", "By Ana Ruiz"),
        ("Dateline", "May 6, 2026"),
        ("Caption", "The pier. Photo: Ben Ito"),
    ]
    names = {text: name for name, text in styles}
    assert names["What she remembers"] == "Heading 1"
    assert names["Flavours"] == "Heading 2"
    assert names["Vanilla"] == "List Number"
    assert names["with cream"] == "List Bullet 2"
    assert names["The first to be there."] == "Quote"
    assert names["[No such file]"] == "Caption"
    question = next(one for one in document.paragraphs if one.text.startswith("Q: When"))
    assert [(run.text, bool(run.bold)) for run in question.runs] == [("Q: ", True), ("When did you begin?", False)]


def test_it_says_what_it_is_and_nothing_of_the_machine(folder: Path) -> None:
    """Title, writer, day and language; no user, no host, no place on a disk, no comment, no tracked change."""
    data = made(ARTICLE, site=Site(language="en-GB"))
    told_of = docx.Document(BytesIO(data)).core_properties
    assert (told_of.title, told_of.author, told_of.language) == ("“We Never Closed”", "Ana Ruiz", "en-GB")
    assert (told_of.created.isoformat(), told_of.last_modified_by, told_of.comments) == (
        "2026-05-06T00:00:00+00:00",
        "",
        "",
    )
    with ZipFile(BytesIO(data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    assert not {name for name in parts if "thumbnail" in name or "customXml" in name or "comments" in name}
    everything = b"\n".join(parts.values())
    assert b'<w:lang w:val="en-GB"' in everything
    for secret in (getpass.getuser(), socket.gethostname(), str(folder), "python-docx", "secret place"):
        if len(secret) > 4:
            assert secret.encode() not in everything
    for change in (b"<w:ins ", b"<w:del ", b"rsidR="):
        assert change not in everything


def test_the_same_article_gives_the_same_bytes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At any time, on any day."""
    first = made(ARTICLE)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    monkeypatch.setattr("time.localtime", lambda *_: (2033, 5, 18, 3, 33, 20, 2, 138, 0))
    assert made(ARTICLE) == first


def test_what_comes_back_is_the_article(folder: Path) -> None:
    """Words, marks, links, headings, lists and footnotes, to the letter."""
    assert markdown_of(made(ARTICLE)) == BACK


BACK = """**Harbour Life**

# “We Never Closed”

*She has sold ice cream in every weather.*

By Ana Ruiz

May 6, 2026

![The pier at dusk]()

*The pier. Photo: Ben Ito*

HARWICK — It sold out, and **nobody** was *more* surprised than Dolan, who [runs it](https://example.org/a_(b)).[^1]

## What she remembers

**Q:** When did you begin?

**A:** In 1961. “It rained,” she says, “and we sold out.”

**Q:** And then?

**A:** Then we never closed.

### Flavours

1. Vanilla
2. Strawberry
   - with cream
3. Pistachio

Then another:

1. One
2. Two

> The first to be there.

| Year | Sold |
| --- | --- |
| 1961 | 40 |

See ~~this~~ that.\\
1 Pier Road

***

*[No such file]*

[^1]: Court file 12, [page 3](https://example.org/c).
"""


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("file", sorted(ROOT.glob("drafts/*/*.md")), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_our_own_drafts_come_back_with_every_word(file: Path) -> None:
    """And every quotation to the letter, by the same speaker."""
    if file.stem == "notes":
        return
    document = parse(file.read_text("utf-8"), path=str(file))
    article = article_of(document)
    again = article_of(parse(markdown_of(FORMATS["docx"].write(Export(article, document, ()))), path="a.docx"))
    assert (again.headline, again.dek, again.bylines) == (article.headline, article.dek, article.bylines)
    words = "".join(_plain(one.speaker + one.text) for one in article.body)
    assert _plain("".join(one.speaker + one.text for one in again.body)) == words
    assert [(one.text, one.speaker) for one in again.quotes] == [(one.text, one.speaker) for one in article.quotes]


def test_real_articles_come_back_with_every_word(shared: Path) -> None:
    """Of fifty articles from everywhere: words, headings and links."""
    files = sorted((shared / "data" / "articles").iterdir())[::19]
    assert len(files) >= 50
    for file in files[:50]:
        document = parse(file.read_text("utf-8", "replace"), path=str(file))
        article = article_of(document)
        back = parse(markdown_of(FORMATS["docx"].write(Export(article, document, ()))), path="a.docx")
        text = _plain("".join(one.text for one in back.blocks))
        for one in article.body:
            if one.picture is None and one.kind != "row":
                assert _plain("".join(run.text for run in one.runs if not run.note)) in text, file.name
        links = [run.link for one in article.body for run in one.runs if run.link.startswith("http")]
        assert all(link in back.text for link in links), file.name


# Pictures


def test_a_picture_is_put_in_without_what_the_camera_noted(folder: Path) -> None:
    """Where it was taken may tell who a source is; its description goes with it."""
    data = made(ARTICLE)
    with ZipFile(BytesIO(data)) as file:
        (name,) = (name for name in file.namelist() if name.startswith("word/media/"))
        kept = file.read(name)
        assert b"secret" not in kept
        assert kept.startswith(b"\x89PNG")
        assert b'descr="The pier at dusk"' in file.read("word/document.xml")


def test_what_a_jpeg_tells_of_its_place_is_left_out(tmp_path: Path) -> None:
    """Exif, XMP, IPTC and comments go; colours and the picture stay."""

    def segment(mark: int, data: bytes) -> bytes:
        return bytes([0xFF, mark]) + struct.pack(">H", len(data) + 2) + data

    frame = segment(0xC0, b"\x08" + struct.pack(">HH", 2, 4) + b"\x01\x01\x11\x00")
    scan = segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x12\x34\xff\x00\x56\xff\xd9"
    kept = b"\xff\xd8" + segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0") + segment(0xE2, b"ICC") + frame + scan
    noted = segment(0xE1, b"Exif\0\0GPS") + segment(0xED, b"Photoshop") + segment(0xFE, b"by Ana")
    Path(tmp_path, "a.jpg").write_bytes(b"\xff\xd8" + noted + kept[2:] + b"behind it")
    assert picture(tmp_path / "a.md", "a.jpg") == kept


@pytest.mark.parametrize(
    "name",
    ["../out.png", "/etc/passwd", "link.png", "folder.png", "text.png", "half.png", "huge.png", "wide.png", "no\0.png"],
)
def test_no_other_file_is_taken_for_a_picture(tmp_path: Path, name: str) -> None:
    """Nothing from outside the project, nothing that is no picture, nothing too large to be sent."""
    inside = tmp_path / "project"
    inside.mkdir()
    Path(inside, "authoring.toml").touch()
    Path(tmp_path, "out.png").write_bytes(png())
    Path(inside, "link.png").symlink_to(tmp_path / "out.png")
    Path(inside, "folder.png").mkdir()
    Path(inside, "text.png").write_text("words")
    Path(inside, "half.png").write_bytes(png()[:40])
    Path(inside, "huge.png").write_bytes(png() + b"\0" * 6_000_000)
    Path(inside, "wide.png").write_bytes(png(1, 1)[:16] + struct.pack(">II", 2**31, 1) + png(1, 1)[24:])
    Path(inside, "good.png").write_bytes(png())
    assert picture(inside / "a.md", "good.png")
    assert picture(inside / "a.md", name) is None


def test_a_picture_that_cannot_be_put_in_leaves_its_description(folder: Path) -> None:
    """Broken inside, or on the web, from where nothing is fetched."""
    Path("pier.png").write_bytes(png()[:33] + b"\0\0\0\0IEND\0\0\0\0")
    away = Block(
        "picture", Span(0, 0), picture=Picture("https://example.org/a.png", "A gull", "On the pier.", "Photo: B")
    )
    back = markdown_of(written(with_blocks(away)))
    assert back == "# Head\n\n*[A gull]*\n\n*On the pier. Photo: B*\n"


# Hostile articles


def test_script_stays_words_and_links_lead_to_the_web(folder: Path) -> None:
    """In the headline, in a paragraph and in links that somebody got past the model."""
    article = with_blocks(
        block("<script>alert(1)</script> & </w:t>"),
        block("here", link="javascript:alert(1)"),
        block("there", link="file:///etc/passwd"),
        block("near", link="page.html"),
        block("far", link="https://example.org/?a=1&b='\"<"),
        headline="<script>alert(1)</script>",
    )
    data = written(article)
    with ZipFile(BytesIO(data)) as file:
        relations = file.read("word/_rels/document.xml.rels").decode()
        assert "<script>" not in file.read("word/document.xml").decode()
    assert "javascript" not in relations
    assert "passwd" not in relations
    assert relations.count("hyperlink") == 1
    assert [one.text for one in docx.Document(BytesIO(data)).paragraphs][:2] == [
        "<script>alert(1)</script>",
        "<script>alert(1)</script> & </w:t>",
    ]


def test_characters_that_no_xml_holds_are_left_out(folder: Path) -> None:
    """Control characters go, half of a pair shows as unreadable; emoji and every script stay."""
    text = "a\x00b\x08c\x0bd\x1be\x7f \ud83d 😀 שלום عربي \ufffe\uffff e\u0301 \u200fend\u2028line\r\ntwo"
    back = markdown_of(written(with_blocks(block(text), headline="\x01Head\ud800")))
    assert back == "# Head\ufffd\n\nabcde \ufffd 😀 שלום عربي \ufffd\ufffd e\u0301 \u200fend\\\nline\\\ntwo\n"


def test_a_paragraph_of_a_megabyte_is_written_and_read(folder: Path) -> None:
    """Nothing in it is cut."""
    text = "word " * 200_000
    assert markdown_of(written(with_blocks(block(text)))) == f"# Head\n\n{text.strip()}\n"


def test_a_paragraph_that_runs_from_right_to_left_says_so(folder: Path) -> None:
    """Or its full stop would stand on the wrong side."""
    with ZipFile(BytesIO(written(with_blocks(block("“عربي” is a word"), block("A word: עברית"))))) as file:
        assert file.read("word/document.xml").count(b"<w:bidi/>") == 1


def test_lists_and_tables_of_any_shape_are_written(folder: Path) -> None:
    """Numbers that jump, levels without a parent, rows of other lengths, headings that are too deep."""
    words = (Run("x", Span(0, 0)),)

    def item(number: int, level: int, again: bool = False) -> Block:
        return Block("numbered" if number else "bullet", Span(0, 0), words, level, number, continues=again)

    rows = (
        Block("row", Span(0, 0), words, 1, cells=(words, words)),
        Block("row", Span(0, 0), words, continues=True, cells=(words,)),
        Block("row", Span(0, 0), words * 3, continues=True),
    )
    article = with_blocks(
        item(7, 1), item(8, 1), item(3, 2), item(0, 9), item(9, 1), item(9, 1, again=True), *rows,
        Block("heading", Span(0, 0), words, 6), Block("note", Span(0, 0), words, number=4),
    )  # fmt: skip
    back = markdown_of(written(article))
    assert back.startswith("# Head\n\n7. x\n8. x\n   3. x\n      - x\n9. x\n\nx\n")
    assert back.endswith("| x | x |  |\n| --- | --- | --- |\n| x |  |  |\n| x | x | x |\n\n###### x\n\n*x*\n")


# The command


def test_the_command_writes_it_beside_the_article_and_lint_passes_it_over(folder: Path) -> None:
    """What was exported is not checked a second time when its folder is; when it is named, it is."""
    Path("pier.md").write_text(ARTICLE, "utf-8")
    done = CliRunner().invoke(cli, ["export", "pier.md", "--to", "docx"])
    assert done.exit_code == 0, done.output
    assert "pier.docx" not in CliRunner().invoke(cli, ["lint", "."]).output
    assert CliRunner().invoke(cli, ["stats", "pier.docx"]).exit_code == 0
    again = CliRunner().invoke(cli, ["export", "pier.md", "--to", "docx"])
    assert "pier.docx: unchanged" in again.output


def test_an_article_in_word_is_not_replaced_by_its_own_export(folder: Path) -> None:
    """The file beside it would be the article itself."""
    Path("pier.docx").write_bytes(made("# Head\n\nBy Ana Ruiz\n\nIt closed on May 6, 2026.\n"))
    before = Path("pier.docx").read_bytes()
    done = CliRunner().invoke(cli, ["export", "pier.docx", "--to", "docx"])
    assert done.exit_code == 2
    assert "the article itself" in done.output
    assert Path("pier.docx").read_bytes() == before

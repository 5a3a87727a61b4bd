"""Word documents made to harm: refused in a line, in bounded time and memory, and nothing is fetched or run."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from word_files import SPACES, document, p, packed, relations, said

from authoring.text.files import UnreadableTextError, article_text, decode
from authoring.text.word import lines_of, markdown_of

MAIN = relations(rId1="officeDocument word/document.xml")


def main(xml: str | bytes) -> bytes:
    return packed(**{"_rels/.rels": MAIN, "word__document": xml})


def body(inside: str) -> str:
    return f"<w:document {SPACES}><w:body>{inside}</w:body></w:document>"


def bomb(size: int) -> bytes:
    return main(body(f"<w:p>{said('a' * size)}</w:p>"))


LOL = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))
REFUSED = {
    "entities": (main(f"<!DOCTYPE w [{LOL}]>{body(p('&l9;'))}"), "declares entities"),
    "an external entity": (main(f'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>{body(p("&x;"))}'), "entities"),
    "entities in UTF-16": (
        main(f'<?xml version="1.0" encoding="utf-16"?><!DOCTYPE w [{LOL}]>{body(p("&l9;"))}'.encode("utf-16")),
        "declares entities",
    ),
    "entities far behind": (
        main(f"<!--{'x' * 70_000}--><!DOCTYPE w [{LOL}]>{body(p('&l9;'))}"),
        "is broken",
    ),
    "an odd encoding": (main('<?xml version="1.0" encoding="cp037"?><a/>'), "odd encoding"),
    "a zip bomb": (bomb(80_000_000), "unpacks to far more"),
    "nesting": (main(body("<w:tbl><w:tr><w:tc>" * 4000)), "nested too deep"),
    "more than any article": (main(body("<w:p><w:r><w:tab/><w:t>a</w:t></w:r></w:p>" * 120_000)), "far more words"),
    "no XML": (main("words"), "broken"),
    "half an XML": (main(body("<w:p>")[:-30]), "broken"),
    "no document": (packed(**{"a.txt": "words"}), "no Word document in it"),
    "a way out": (packed(**{"_rels/.rels": MAIN, "word__document": body(""), "../../a.txt": "x"}), "leads astray"),
    "an absolute path": (
        packed(**{"_rels/.rels": MAIN, "word__document": body(""), "/etc/a.txt": "x"}),
        "leads astray",
    ),
    "many files": (packed(**{f"f{n}.x": "" for n in range(5_001)}), "more than 5000 files"),
    "a spreadsheet": (
        packed(**{"_rels/.rels": relations(rId1="officeDocument xl/workbook.xml"), "xl__workbook": "<a/>"}),
        "a spreadsheet",
    ),
    "a file of Pages": (packed(**{"Index/Document.iwa": "x"}), "a document of Pages"),
    "a broken zip": (document(p("words"))[:200], "broken or not complete"),
    "the first four bytes": (b"PK\x03\x04", "broken or not complete"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_made_to_harm_is_refused_in_a_line(name: str) -> None:
    """Each says what it is and what to do; none is half read."""
    data, told = REFUSED[name]
    for read in (markdown_of, lines_of):
        with pytest.raises(UnreadableTextError, match=told) as caught:
            read(data)
        assert caught.value.hint
        assert len(caught.value.message) <= 100


def test_files_of_other_programs_are_named() -> None:
    """By what they hold, whatever they are called."""
    cases = {
        b"{\\rtf1\\ansi words}": "a rich text document",
        b"%PDF-1.7 words": "a PDF",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old Word document",
        b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"): "a document with|a password",
    }
    for data, told in cases.items():
        with pytest.raises(UnreadableTextError, match=told):
            article_text(data)


def test_an_opendocument_text_is_named(tmp_path: Path) -> None:
    """It is a zip file like a Word document."""
    file = tmp_path / "a.docx"
    with ZipFile(file, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        made.writestr("content.xml", "<a/>")
    with pytest.raises(UnreadableTextError, match="OpenDocument"):
        markdown_of(file.read_bytes())


def test_a_password_is_named() -> None:
    """Of a zip file of the old kind; Word's own are no zip files."""
    data = bytearray(document(p("words")))
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    with pytest.raises(UnreadableTextError, match="password"):
        markdown_of(bytes(data))


def test_words_stay_words() -> None:
    """What would be code in a page is text in the article; a megabyte in one paragraph is read."""
    made = markdown_of(document(p("&lt;script&gt;alert(1)&lt;/script&gt;") + p("a" * 1_000_000)))
    assert made.startswith("\\<script>alert(1)\\</script>\n\n")
    assert len(made) > 1_000_000


def test_nothing_is_fetched() -> None:
    """Pictures, styles and sub-documents that stand elsewhere are not opened."""
    picture = (
        '<w:r><w:drawing><wp:inline><wp:docPr descr="A pier"/><a:blip r:link="rId1"/></wp:inline></w:drawing></w:r>'
    )
    links = {"rId1": "external file:///etc/passwd", "rId2": "external http://192.0.2.1/x"}
    read = """
import sys
sys.addaudithook(lambda event, _: event.startswith("socket.connect") and sys.exit(f"connects: {event}"))
from authoring.text.word import markdown_of
sys.stdout.write(markdown_of(sys.stdin.buffer.read()))
"""
    data = document(p(picture) + '<w:altChunk r:id="rId2"/><w:subDoc r:id="rId2"/>' + p("a"), links)
    done = subprocess.run([sys.executable, "-c", read], input=data, capture_output=True, check=False, timeout=60)
    assert (done.stdout.decode(), done.stderr.decode()) == ("![A pier]()\n\na\n", "")


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells the peak of one process")
def test_memory_stays_bounded_by_words_not_by_what_is_around_them(tmp_path: Path) -> None:
    """A document of 100 MB with pictures takes no more than the program; a bomb takes no more than its bound."""
    large = tmp_path / "large.docx"
    with ZipFile(large, "w", ZIP_DEFLATED) as made:
        made.writestr("_rels/.rels", MAIN)
        made.writestr("word/document.xml", body(p("A word.")))
        with made.open("word/media/image1.jpeg", "w") as picture:
            chance = random.Random(1)
            for _ in range(100):
                picture.write(chance.randbytes(1_000_000))
    (tmp_path / "bomb.docx").write_bytes(bomb(50_000_000))
    read = """
import sys
from pathlib import Path
from authoring.errors import ArticleError, read_file
try:
    print(len(read_file(sys.argv[1], ArticleError)))
except ArticleError as error:
    print(error.message)
peak = [line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM")]
print(peak[0].split()[1])
"""
    peaks = {}
    for name in ("large.docx", "bomb.docx"):
        done = subprocess.run(
            [sys.executable, "-c", read, tmp_path / name], capture_output=True, text=True, check=True, timeout=120
        )
        told, peak = done.stdout.splitlines()
        peaks[name] = (told, int(peak) // 1024)
    assert peaks["large.docx"][0] == "8"
    assert peaks["large.docx"][1] < 80
    assert peaks["bomb.docx"][0].startswith("this document unpacks")
    assert peaks["bomb.docx"][1] < 150


@pytest.mark.parametrize("seed", range(150))
def test_a_damaged_document_is_read_or_refused(seed: int) -> None:
    """Bytes changed, cut out, doubled: nothing but our own error comes of it."""
    chance = random.Random(seed)
    inside = p("One ", said("two", "<w:b/>")) + f"<w:tbl><w:tr><w:tc>{p('x')}</w:tc></w:tr></w:tbl>"
    data = bytearray(document(inside, footnotes=f'<w:footnote w:id="2">{p("n")}</w:footnote>'))
    if seed % 3 == 0:  # damage what is inside, with a zip file that is whole
        xml = bytearray(body(inside).encode())
        for _ in range(chance.randint(1, 4)):
            start = chance.randrange(len(xml))
            xml[start : start + chance.randint(0, 8)] = chance.randbytes(chance.randint(0, 8))
        data = bytearray(main(bytes(xml)))
    else:
        for _ in range(chance.randint(1, 6)):
            start = chance.randrange(len(data))
            data[start : start + chance.randint(0, 30)] = chance.randbytes(chance.randint(0, 30))
    for read in (markdown_of, lines_of):
        try:
            read(bytes(data))
        except UnreadableTextError as problem:
            assert problem.hint


def test_text_is_still_text() -> None:
    """What only mentions such marks is read as before."""
    assert decode(b"PK is a name. {\\rtf") == "PK is a name. {\\rtf"

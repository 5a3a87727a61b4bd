"""The parts of a Word document, read within bounds: a document may come from anywhere."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from posixpath import join, normpath
from typing import BinaryIO, cast
from xml.etree.ElementTree import Element, ParseError, XMLPullParser
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from authoring.text.files import UnreadableTextError

PARTS = 5_000
"""Files in a document: Word makes some twenty, and one for each picture."""
LARGEST = 300_000_000
"""Bytes of a document, most of them pictures, which are not read."""
UNPACKED = 60_000_000
"""Bytes of one part as unpacked: a book of a million words has some forty million."""
_DENSE, _RATIO = 5_000_000, 200
"""From this size on, a part may be this many times as large as packed; words are some ten times."""
_NESTED = 100
"""How deep elements may stand in each other; a table in a table in a text box has some thirty."""
_HEAD = 65_536
_ENCODING = re.compile(rb"""^[^<]*<\?xml[^>]*encoding\s*=\s*["']([^"'>]*)""")
_ENTRY = b"PK\x01\x02"
_MAIN = "word/document.xml"
_BROKEN = "this Word document is broken, expected one that Word can open"
_AGAIN = "open it in Word or LibreOffice and save it again"


class WordError(UnreadableTextError):
    """Why a document cannot be read."""

    def __init__(self, message: str, hint: str = _AGAIN) -> None:
        super().__init__(message, hint, 0, 0)


class Package:
    """An open document. Raises ``WordError`` where it is none, or not fit to be read."""

    def __init__(self, file: BinaryIO) -> None:
        if file.seek(0, 2) > LARGEST:
            raise WordError(
                f"this document has more than {LARGEST // 1_000_000} MB, expected an article", "take out pictures"
            )
        if _count(file) > PARTS:
            raise WordError(f"this document has more than {PARTS} files in it, expected an article")
        try:
            self._zip = ZipFile(file)
        except (BadZipFile, OSError, ValueError, NotImplementedError, OverflowError):
            raise WordError("this packed file is broken or not complete, expected a whole Word document") from None
        self._parts: dict[str, ZipInfo] = {}
        for part in self._zip.infolist():
            name = part.filename
            if name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") or name in self._parts:
                raise WordError("a file in this document has a name that leads astray, expected a Word document")
            self._parts[name] = part
        self.main = self._main()
        self.folder = self.main.rpartition("/")[0]

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part leads to: kind and target by id."""
        folder, _, name = part.rpartition("/")
        found = {}
        for one in self.elements(join(folder, "_rels", f"{name}.rels"), 2):
            kind = one.get("Type", "").rpartition("/")[2]
            found[one.get("Id", "")] = (kind, one.get("Target", ""))
        return found

    def beside(self, kind: str) -> str:
        """The part of a kind that belongs to the document: its styles, its footnotes."""
        for one, target in self.relations(self.main).values():
            name = target.lstrip("/") if target.startswith("/") else normpath(join(self.folder, target))
            if one == kind and name in self:
                return name
        return join(self.folder, f"{kind}.xml")

    def elements(self, name: str, depth: int) -> Iterator[Element]:
        """The elements at a depth of a part, one after the other, each forgotten when the next one is asked for.

        Nothing for a part that is not there. Raises ``WordError`` for what is no XML, or none that is fit to be read.
        """
        part = self._parts.get(name)
        if part is None:
            return
        parser: XMLPullParser[Element] = XMLPullParser(("start", "end"))
        above: list[Element] = []
        begun = False
        with _problems():
            for chunk in self._chunks(part):
                parser.feed(chunk)
                for event, element in cast("Iterator[tuple[str, Element]]", parser.read_events()):
                    if event == "start":
                        begun = True
                        above.append(element)
                        if len(above) > _NESTED:
                            raise WordError("this document is nested too deep, expected paragraphs and tables")
                        continue
                    above.pop()
                    if len(above) == depth - 1:
                        yield element
                        above[-1].clear()
                if not begun:  # what stands before the first element was looked at only in the first chunk
                    raise WordError(_BROKEN)
            parser.close()

    def _chunks(self, part: ZipInfo) -> Iterator[bytes]:
        if part.flag_bits & 1:
            raise WordError("this document has a password, expected one that can be read", "save it without a password")
        if part.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise WordError("this document is packed in a way that Word does not know, expected a Word document")
        read = 0
        with self._zip.open(part) as opened:
            while chunk := opened.read(_HEAD):
                if not read:
                    _check_head(chunk)
                read += len(chunk)
                if read > UNPACKED or (read > _DENSE and read > _RATIO * max(part.compress_size, 1)):
                    raise WordError("this document unpacks to far more than an article, expected one", "check the file")
                yield chunk

    def _main(self) -> str:
        for kind, target in self.relations("").values():
            name = target.lstrip("/")
            if kind == "officeDocument" and name in self._parts:
                if name.startswith("word/") or name.endswith("document.xml"):
                    return name
                what = {"xl": "a spreadsheet", "ppt": "a presentation"}.get(name.split("/")[0], "no text")
                raise WordError(f"this is {what}, expected a Word document", "copy its words into a Word document")
        if _MAIN in self._parts:
            return _MAIN
        raise WordError(*self._other())

    def _other(self) -> tuple[str, str]:
        """What a zip file is that is no Word document, and what to do."""
        again = "save it as .docx, or as plain text"
        if "mimetype" in self._parts:
            with _problems():
                told = b"".join(self._chunks(self._parts["mimetype"]))[:100]
            if b"opendocument.text" in told:
                return "this is an OpenDocument text (.odt), expected a Word document (.docx)", again
            if b"epub" in told:
                return "this is an e-book, expected a Word document or plain text", again
        if any(name.endswith(".iwa") for name in self._parts):
            return "this is a document of Pages, expected a Word document (.docx)", f"export it as Word: {again}"
        return (
            "this is a zip file with no Word document in it, expected an article",
            "unpack it, and name what is in it",
        )


@contextmanager
def _problems() -> Iterator[None]:
    """What zip and XML readers say of broken files, as ours."""
    try:
        yield
    except (ParseError, BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, LookupError):
        raise WordError(_BROKEN) from None


def _check_head(head: bytes) -> None:
    """Refuse what Word never writes: a document type, which is how entities come in, and unusual encodings."""
    plain = head.replace(b"\0", b"")
    encoding = _ENCODING.match(plain.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff"))
    if b"<!DOCTYPE" in plain or (encoding and encoding[1].lower() not in {b"utf-8", b"utf-16", b"us-ascii", b"ascii"}):
        raise WordError("this document declares entities or an odd encoding, expected one as Word writes it")


def _count(file: BinaryIO) -> int:
    """How many files a zip file says it has in it; counted before they are listed, which takes a kilobyte for each."""
    file.seek(0)
    count, rest = 0, b""
    while chunk := file.read(1 << 20):
        count += (rest + chunk).count(_ENTRY)
        rest = chunk[-3:]
    file.seek(0)
    return count

"""The article that was edited by hand, as it stands on the disk: its words, its line ends, and how it is put back."""

from __future__ import annotations

import os
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

from authoring.errors import ArticleError
from authoring.notes import looks_like_notes
from authoring.text.clashes import clashes
from authoring.text.files import UnreadableTextError, atomic_write_all, decode, read_bytes, read_text
from authoring.text.lines import LineIndex
from authoring.trace.trace import TRACE_LIMIT, Earlier, Trace, sha256, trace_path

_MARK = b"\xef\xbb\xbf"


class Edited:
    """An article and its trace. Raises ``ArticleError`` where either cannot be used, saying what to do."""

    def __init__(self, path: Path) -> None:
        self.path = path
        if path.is_symlink():
            message = "this is a link to another file, expected the article itself"
            raise ArticleError(message, path=path, hint="name the file that it leads to")
        try:
            self._data = read_bytes(path)
            self.written = decode(self._data)
        except UnreadableTextError as problem:
            place = {"line": problem.line, "column": problem.column}
            raise ArticleError(problem.message, path=path, hint=problem.hint, **place) from None
        self.text = self.written.replace("\r\n", "\n")
        """Its words with the line ends of the program."""
        self.trace = self._trace()

    def _trace(self) -> Trace:
        where = trace_path(self.path)
        if looks_like_notes(self.text):
            hint = "name the article that was drafted from them"
            raise ArticleError("these are notes, expected an article", path=self.path, hint=hint)
        if not where.is_file():
            message = f"there is no trace beside this article, expected {where.name}"
            raise ArticleError(message, path=self.path, hint=_ANEW)
        try:
            return Trace.from_json(read_text(where, TRACE_LIMIT), where)
        except (UnreadableTextError, ArticleError) as problem:
            raise ArticleError(problem.message, path=where, hint=_ANEW) from None

    @property
    def base(self) -> str:
        """The rendering that the edits were made to.

        An update that was ended in the middle has already written the new trace and perhaps not the article. What the
        article is tells which; where somebody has edited it since, the lines that only one of the renderings has do.
        """
        earlier = self.trace.earlier
        if earlier is None or sha256(self.text) == earlier.after_sha256:
            return self.trace.text.replace("\r\n", "\n")
        old, new = (Counter(text.splitlines()) for text in (earlier.text, self.trace.text))
        lines = Counter(self.text.splitlines())
        updated = (lines & (new - old)).total() > (lines & (old - new)).total()
        done = updated and sha256(self.text) != earlier.before_sha256
        return (self.trace.text if done else earlier.text).replace("\r\n", "\n")

    def settled(self) -> None:
        """Raise ``ArticleError`` where two versions still wait for a choice."""
        open_ones = clashes(self.text)
        if open_ones:
            many = f"{len(open_ones)} clashes are" if len(open_ones) > 1 else "a clash is"
            line, column = LineIndex(self.text).position(open_ones[0].span.start)
            hint = "keep one version, delete the marks, and run it again"
            raise ArticleError(f"{many} not settled yet", path=self.path, line=line, column=column, hint=hint)

    def with_line_ends(self, text: str) -> str:
        """A new text of the article with the line ends that it has."""
        if "\r\n" not in self.written:
            return text
        lines = self.written.split("\n")
        if all(line.endswith("\r") for line in lines[:-1]):
            return text.replace("\n", "\r\n")
        bare, new = [line.removesuffix("\r") for line in lines], text.split("\n")
        usual = "\r" if 2 * self.written.count("\r\n") > self.written.count("\n") else ""
        ends = [usual] * len(new)
        for block in SequenceMatcher(None, bare, new, autojunk=False).get_matching_blocks():
            for number in range(block.size):
                ends[block.b + number] = lines[block.a + number][len(bare[block.a + number]) :]
        return "".join(f"{line}{end}\n" for line, end in zip(new[:-1], ends, strict=False)) + new[-1]

    def put(self, text: str, trace: Trace) -> None:
        """Write the new text of the article and its new trace, so that at every moment both can be used.

        The trace goes first and tells what it began from; then the article; then the trace without that. Ended between
        them, the next update knows by the article which of the two renderings its edits belong to.
        """
        files = [(trace_path(self.path), trace.to_json())]
        if text != self.written:
            from dataclasses import replace

            began = Earlier(self.base, sha256(self.text), sha256(text))
            mark = _MARK.decode() if self._data.startswith(_MARK) else ""
            files = [(files[0][0], replace(trace, earlier=began).to_json()), (self.path, mark + text), *files]
        elif trace == self.trace:
            return
        try:
            if not _may_write(self.path):
                hint = "allow writing to it, or look at the changes with --dry-run"
                raise ArticleError("this file is read-only and was left as it is", path=self.path, hint=hint)
            if self.path.read_bytes() != self._data:
                message = "this file was changed while it was being updated, and was left as it is"
                raise ArticleError(message, path=self.path, hint="run it again")
            atomic_write_all(files, like=self.path)
        except OSError as error:
            message = f"this file cannot be written ({error.strerror})"
            hint = "check the disk, the name and the folder's permissions"
            raise ArticleError(message, path=error.filename or self.path, hint=hint) from None


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK)


_ANEW = "draft the story into another file with: authoring draft NOTES -o FILE, and carry your edits over"

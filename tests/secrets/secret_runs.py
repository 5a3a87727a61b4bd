"""Runs every command on a story with secrets, and looks for these in all that was written, kept, sent and said."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock

from click.testing import CliRunner
from secret_commands import ABOUT_NOTES, AFTER_EDITING, DRAFTS, EXPORT, LINT, OF_WRONG_NOTES, TEMPLATES, TRANSCRIPTS
from secret_search import found_in
from secret_stories import Story

from authoring.cli.main import cli
from authoring.grammar.model import Match

_BIGGEST = 20_000_000
GROUPS = ("drafts", "edited", "lint", "export", "transcripts", "notes", "templates", "wrong")
"""Commands that are run together."""


@dataclass(frozen=True)
class Leak:
    """A secret that was found where none may stand."""

    story: int
    command: str
    where: str
    what: str
    secret: str


@dataclass
class Told:
    """What came of the runs of one story."""

    leaks: list[Leak] = field(default_factory=list)
    commands: int = 0
    looked_at: int = 0
    """Streams and files that were searched."""
    crashes: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)


MORE = {"export": EXPORT, "transcripts": TRANSCRIPTS, "notes": ABOUT_NOTES, "templates": TEMPLATES}
NOTE_MAKERS = ("new", "notes")
"""Commands that put what a transcript says into notes, where it belongs."""


class _Gone:
    """Reads every file that is deleted before it is gone, while it is listening: no temporary file escapes."""

    def __init__(self) -> None:
        self.roots: tuple[str, ...] = ()
        self.read: dict[str, bytes] = {}
        sys.addaudithook(self._heard)

    def _heard(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.roots and event == "os.remove":
            roots, self.roots = self.roots, ()  # what is done here is none of the command's
            try:
                path = Path(os.fsdecode(arguments[0])).absolute()
                if str(path).startswith(roots) and path.is_file():
                    self.read[f"{path} (deleted)"] = path.read_bytes()[:_BIGGEST]
            except (OSError, TypeError, ValueError):
                pass
            finally:
                self.roots = roots


_gone = _Gone()


class Listening:
    """A LanguageTool that finds nothing, and remembers what it was sent."""

    name = "listening 1"

    def __init__(self) -> None:
        self.sent: list[str] = []

    def check(
        self, passages: Sequence[str], variant: str, also: Collection[str] = (), picky: bool = False
    ) -> Iterator[tuple[Match, ...]]:
        """Nothing is wrong with anything."""
        self.sent += [*passages, *also]
        return iter([()] * len(passages))

    def share(self) -> None:
        """There is nothing to share."""

    def close(self) -> None:
        """There is nothing to close."""


def run(story: Story, room: Path, groups: Iterable[str] = GROUPS) -> Told:
    """Run the commands on one story in an empty folder, and search all that comes of it."""
    return _Runs(story, room).told(tuple(groups))


class _Runs:
    def __init__(self, story: Story, room: Path) -> None:
        self.story, self.result = story, Told()
        self.folder, self.cache, self.temporary = room / "story", room / "cache", room / "tmp"
        for made in (self.folder, self.cache, self.temporary, self.folder / "out", room / "home"):
            made.mkdir(parents=True)
        (self.folder / "authoring.toml").write_text("", "utf-8")
        for name, text in story.files.items():
            path = self.folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
        self.room = room
        self.known: dict[Path, bytes] = {path: path.read_bytes() for path in self._files()}
        talk = next(name for name in story.files if name.startswith("sources/"))
        ending = talk.rpartition(".")[2]
        self._write(f"given.{ending}", story.files[talk])
        if story.telling:  # then somebody types the name, and it is no secret of the command's
            self._write("given.txt", "Joan Pell: And who told the crews about the boats?\n")
            ending = "txt"
        self.places = {
            "notes": "notes.md", "house": "house.md", "faulty": "faulty.md", "folder": ".", "out": "out",
            "edited": f"{story.template}.md", "drafted": f"drafted-{story.template}.md",
            "copy": f"copy-{story.template}.md",
            "transcript": f"given.{ending}", "talk": f"given.{ending}", "config": "authoring.toml",
            "named": f"given.{ending}" if story.telling else talk, "speaker": story.speaker,
            "changed": "changed.md", "template": story.template,
        }  # fmt: skip

    def told(self, groups: tuple[str, ...]) -> Told:
        home = self.room / "home"
        settings = {
            "XDG_CACHE_HOME": str(self.cache), "HOME": str(home), "TMPDIR": str(self.temporary), "COLUMNS": "200",
            "AUTHORING_GRAMMAR_DIR": str(home / "grammar"), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home),
            "XDG_RUNTIME_DIR": str(home), "AUTHORING_GRAMMAR": "off",
        }  # fmt: skip
        before = Path.cwd()
        with mock.patch.dict(os.environ, settings):
            for name in ("AUTHORING_CACHE_DIR", "AUTHORING_DEBUG"):
                os.environ.pop(name, None)
            tempfile.tempdir = None
            os.chdir(self.folder)
            try:
                self._all(groups)
            finally:
                os.chdir(before)
                tempfile.tempdir = None
        return self.result

    def _all(self, groups: tuple[str, ...]) -> None:
        for each in DRAFTS if "drafts" in groups else [("draft", "{notes}", "--template", "{template}")]:
            self._command(each)
        self._edit()
        if "edited" in groups:
            for each in AFTER_EDITING:
                self._edit()
                self._command(each)
        self._edit()
        if "lint" in groups:
            for each in LINT:
                self._command(each)
            self._with_grammar(("lint", "{edited}", "--no-cache"))
            self._with_crash(("lint", "{edited}", "--no-cache"))
        for name, several in MORE.items():
            for each in several if name in groups else ():
                self._command(each)
        for number, mistake in enumerate(self.story.mistakes if "wrong" in groups else ()):
            here = f"wrong-{number}"
            words = self.story.edits.split("\n\n")[0]
            self._write(f"{here}/article.md", f"# The Works Close in May\n\n{words}\n")
            for each in OF_WRONG_NOTES:
                self._command(each, f" ({mistake})", notes=f"{here}/notes.md", article=f"{here}/article.md")

    def _write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.write_text(text, "utf-8")
        self.known[path] = path.read_bytes()

    def _edit(self) -> None:
        """The draft as somebody has edited it, once as it stands and once to be fixed, and notes that have changed."""
        drafted = self.folder / f"drafted-{self.story.template}.md"
        article = self.folder / self.places["edited"]
        if not drafted.exists():
            drafted.write_bytes(article.read_bytes())
            trace = self.folder / f".{self.story.template}.trace.json"
            if trace.exists():
                (self.folder / f".copy-{self.story.template}.trace.json").write_bytes(trace.read_bytes())
        text = drafted.read_text("utf-8").replace("---\n", f"---\n{self.story.front}\n", 1)
        text = f"{text.rstrip()}\n\n{self.story.edits}"
        self._write(self.places["edited"], text)
        self._write(self.places["copy"], text)
        self._write(
            "changed.md", self.story.files["notes.md"].replace("The works close in May.", "The works close in June.")
        )
        lines = text.splitlines()
        filled = [number for number, line in enumerate(lines, 1) if line.strip()]
        self.places |= {"last": str(filled[-3]), "lead": str(filled[len(filled) // 2])}
        self.places |= {"lead2": str(filled[2 * len(filled) // 3]), "lead3": str(filled[len(filled) // 3])}
        self.places["said"] = str(next((number for number, line in enumerate(lines, 1) if "“" in line), filled[-1]))
        self.text = text

    def _command(self, words: tuple[str, ...], remark: str = "", **places: str) -> None:
        filled = [word.format(**{**self.places, **places}) for word in words]
        typed = self.text if "-" in words[:2] else None
        begun = time.perf_counter()
        _gone.read, _gone.roots = {}, (str(self.room),)
        try:
            result = CliRunner().invoke(cli, filled, input=typed, prog_name="authoring")
        finally:
            _gone.roots = ()
        self.result.seconds[words[0]] = self.result.seconds.get(words[0], 0) + time.perf_counter() - begun
        self.result.commands += 1
        name = " ".join(words) + remark
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            self.result.crashes.append(f"{self.story.number} {name}: {result.exception!r}")
        self._look(name, "standard output", result.stdout_bytes)
        self._look(name, "standard error", result.stderr_bytes)
        files = {path: path.read_bytes() for path in self._files()}
        for gone, data in _gone.read.items():
            if not self._own(data) and data not in files.values():  # a file that is there is looked at below
                self._look(name, gone, data)
        for path, data in files.items():
            if self.known.get(path) != data:
                if not self._own(data) and not (words[0] in NOTE_MAKERS and path.name == "notes.md"):
                    self._look(name, f"{path.relative_to(self.room)}", data, self.known.get(path, b""))
                self._look(name, "the name of a file", str(path.relative_to(self.room)).encode())
                self.known[path] = data

    def _own(self, data: bytes) -> bool:
        """Whether these are the words of whoever edited the article, or wrote the notes, kept as they were."""
        return data in self.known.values()

    def _with_grammar(self, words: tuple[str, ...]) -> None:
        listening = Listening()
        asked = mock.patch("authoring.runner.engines.find_engine", lambda *_, **__: listening)
        with asked, mock.patch.dict(os.environ, {"AUTHORING_GRAMMAR": ""}):
            self._command(words, " (grammar)")
        self._look("lint", "what LanguageTool was sent", "\n".join(listening.sent).encode())
        assert listening.sent

    def _with_crash(self, words: tuple[str, ...]) -> None:
        """A rule that fails with the words of the article in its mouth."""

        def fail(document: Any) -> Any:
            raise ValueError(document.text)

        with mock.patch("authoring.rules.quotes.leaked_source.check", fail):
            self._command(words, " (a rule fails)")

    def _look(self, command: str, where: str, data: bytes, before: bytes = b"") -> None:
        self.result.looked_at += 1
        for secret in found_in(data, self.story.secrets):
            if before and secret in found_in(before, [secret]):
                continue  # the words of whoever edited the article stay as they are
            leak = Leak(self.story.number, command, where, self.story.secrets[secret], secret)
            self.result.leaks.append(leak)

    def _files(self) -> list[Path]:
        return [path for path in sorted(self.room.rglob("*")) if path.is_file()]

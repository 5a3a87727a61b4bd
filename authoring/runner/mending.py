"""Fixes the articles that somebody names: one after the other, since each is written before the next is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from authoring.config.find import Configs
from authoring.errors import ArticleError, read_file
from authoring.runner.checked import Checked
from authoring.runner.files import lint_text
from authoring.runner.fixes import Fixed, fixed, left_over
from authoring.runner.grammar import Grammar
from authoring.runner.places import WORD
from authoring.runner.rewriting import Opened
from authoring.runner.run import listed
from authoring.runner.stories import Stories


@dataclass
class Mending:
    """How articles are fixed in one run, and how far it has come."""

    configs: Configs
    notes: str | Path | None = None
    unsafe: bool = False
    """Whether to apply suggestions that may change what is said."""
    write: bool = True
    """Whether to write what has changed."""
    told: Callable[[Checked], Checked] | None = None
    """Leaves out of a result what a baseline accepts."""
    grammar: Grammar | None = None
    """What asks LanguageTool; ``None`` not to ask it."""
    applied: int = 0
    """Edits made."""
    files: int = 0
    """Articles changed."""
    left: int = 0
    """Findings whose suggestions may change what is said, and were not applied."""
    changed: list[Fixed] = field(default_factory=list)
    """What has changed, where it is not written."""

    def paths(
        self,
        paths: Iterable[str | Path],
        progress: Callable[[int, int], None] | None = None,
        unread: Callable[[ArticleError], None] | None = None,
    ) -> Iterator[Checked]:
        """Fix files and folders; what is found in each afterwards, as ``lint_paths`` tells it."""
        stories = Stories(self.notes)
        named = {str(Path(path)) for path in paths}
        files = list(listed([str(path) for path in paths], self.configs))
        for done, path in enumerate(files, 1):
            if progress is not None:
                progress(done, len(files))
            try:
                if isinstance(path, ArticleError):
                    raise path
                if isinstance(path, Checked):
                    yield path
                    continue
                left = path not in named and Path(path).suffix.lower() in WORD
                results = tuple(self._left(path, stories)) if left else self._file(path, stories)
            except ArticleError as error:
                if unread is None:
                    raise
                unread(error)
                continue
            yield from results

    def text(self, text: str, path: str, stories: Stories) -> Fixed:
        """Fix one text as if it stood at ``path``."""
        config = self.configs.of(path)
        done = fixed(
            text, lambda now: lint_text(now, path, config, stories, self.grammar), unsafe=self.unsafe, told=self.told
        )
        self.applied += done.applied
        self.files += done.changed
        if not self.unsafe:
            self.left += sum(map(left_over, map(self.told, done.results) if self.told else done.results))
        return done

    def _left(self, path: str, stories: Stories) -> Iterator[Checked]:
        """What is found in a Word document that stands in a folder: no such file is ever written."""
        for result in lint_text(read_file(path, ArticleError), path, self.configs.of(path), stories, self.grammar):
            remark = "; ".join(filter(None, (result.remark, "a Word document, which is checked and never fixed")))
            yield replace(result, remark=remark)

    def _file(self, path: str, stories: Stories) -> tuple[Checked, ...]:
        opened = Opened(path)
        before = self.applied, self.files
        done = self.text(opened.text, path, stories)
        if done.changed and not self.write:
            self.changed.append(done)
        elif done.changed:
            try:
                opened.rewrite(done.after)
            except ArticleError:
                self.applied, self.files = before
                raise
        return done.results

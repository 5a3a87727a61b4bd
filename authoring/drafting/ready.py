"""The program's own templates, compiled ahead, so that a draft need not begin with compiling what it always uses.

What is kept is found by a template's name, its file and its text together, so that a template that was edited is
compiled anew, and nobody's template can stand for another.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache, TemplateError, meta
from jinja2.bccache import Bucket

from authoring.drafting.environment import NewsroomEnvironment
from authoring.drafting.filters import FILTERS
from authoring.drafting.loader import TemplateFiles

_EVERY = "base.md"
"""What every draft needs, with all that it names, that is not wholly of a house's own templates."""


class Ready(BytecodeCache):
    """Compiled templates, and which other templates each of them names."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}
        self._named: dict[str, tuple[str, ...]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Jinja asks for a template's code."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Jinja has compiled a template."""
        if bucket.code is not None:
            self._codes[bucket.key, bucket.checksum] = bucket.code

    def named(self, environment: NewsroomEnvironment, source: str, template: str, path: str) -> tuple[str, ...]:
        """The templates that a template's text extends, includes or imports by name."""
        if source not in self._named:
            parsed = environment.parse(source, template, path)
            self._named[source] = tuple(found for found in meta.find_referenced_templates(parsed) if found)
        return self._named[source]

    def steps(self, builtin: Path) -> Iterator[None]:
        """Compile the program's own templates: at the first step what every draft needs, then one at each step."""
        files = TemplateFiles([], builtin)
        environment = NewsroomEnvironment(files, FILTERS)
        environment.bytecode_cache = self
        names = [name for name in files.list_templates() if name != _EVERY]
        done: set[str] = set()
        for name in (_EVERY, *names, *(f"builtin/{name}" for name in (_EVERY, *names))):
            waiting = [name]
            while waiting:
                each = waiting.pop()
                if each not in done:
                    done.add(each)
                    with suppress(TemplateError):  # whoever drafts with it is told
                        source, path, _ = files.get_source(environment, each)
                        waiting.extend(self.named(environment, source, each, path))
                        environment.get_template(each)
            yield

"""Style rules from folders: packages in Vale's format, our own rules, and vocabularies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from authoring.errors import ConfigError, read_file
from authoring.styles.analysis import analysed
from authoring.styles.cache import keep, kept, stamp_of
from authoring.styles.definition import Definition
from authoring.styles.pattern import PatternError, check_pattern
from authoring.styles.sheet import INDEXED, checker_of

OURS = "style"
"""The family of our own style rules."""
VOCABULARY = "Vale"
"""The family of the rules that a vocabulary makes."""


def package(folder: str | Path) -> tuple[Definition, ...]:
    """The rules of a package: every YAML file in the folder is one, named for the folder and itself.

    Raises ``ConfigError`` where there is none, and for the first rule that cannot be run.
    """
    root = Path(folder)
    if not root.is_dir():
        raise ConfigError(f"there is no style package “{folder}”", hint="name the folder that holds its .yml files")
    files = _files(root)
    if not files:
        raise ConfigError(
            f"the folder “{folder}” holds no style rules", hint="name the folder of one package, such as styles/alex"
        )
    return _read(files, root, root.resolve().name)


def own(folder: Path) -> tuple[Definition, ...]:
    """Our own rules, named for their files."""
    return _read(_files(folder), folder, OURS)


@lru_cache(64)
def _read(files: tuple[Path, ...], root: Path, family: str) -> tuple[Definition, ...]:
    stamp = stamp_of(files)
    key = f"{family} {root.resolve()} {root}"
    found = kept(key, stamp)
    if found is None:
        from authoring.styles.reading import read_style  # takes longer than what it is kept from

        named = [(file, _name(file, root, family)) for file in files]
        found = [_analysed(read_style(read_file(file, ConfigError), str(file), name, family)) for file, name in named]
        keep(key, stamp, found)
    return tuple(found)


def _analysed(definition: Definition) -> Definition:
    """With how its terms are found, so that this is kept too."""
    if definition.extends not in INDEXED:
        return definition
    return replace(definition, analysis=analysed(checker_of(definition, ()).alternatives))


def _files(root: Path) -> tuple[Path, ...]:
    found = (
        file
        for file in root.rglob("*.yml")
        if not file.name.endswith(".test.yml")
        and not any(part.startswith((".", "_")) for part in file.relative_to(root).parts)
    )
    return tuple(sorted(found))


def _name(file: Path, root: Path, family: str) -> str:
    parts = [*file.relative_to(root).parts[:-1], file.name.split(".")[0]]
    return ".".join(parts) if family == OURS else ".".join([family, *parts])


def accepted_in(folders: Iterable[str | Path]) -> tuple[str, ...]:
    """The words that vocabularies accept, each a pattern."""
    return tuple(dict.fromkeys(term for folder in folders for term in _terms(folder, "accept.txt")))


def vocabulary(folders: Iterable[str | Path]) -> tuple[Definition, ...]:
    """The rules that vocabularies make: write accepted words as they are written there, and avoid the rejected."""
    folders = list(folders)
    made = []
    accepted = accepted_in(folders)
    if accepted:
        keys = {"swap": tuple({term.lower(): term for term in accepted}.items()), "ignorecase": True, "vocab": False}
        made.append(_made("Terms", "substitution", "Use '%s' instead of '%s'.", keys))
    rejected = tuple(dict.fromkeys(term for folder in folders for term in _terms(folder, "reject.txt")))
    if rejected:
        made.append(_made("Avoid", "existence", "Avoid using '%s'.", {"tokens": rejected}))
    return tuple(made)


def _made(name: str, extends: str, message: str, keys: dict[str, object]) -> Definition:
    return Definition(f"{VOCABULARY}.{name}", VOCABULARY, "", extends, message, level="error", keys=keys)


def _terms(folder: str | Path, name: str) -> Iterator[str]:
    root = Path(folder)
    if not root.is_dir():
        raise ConfigError(f"there is no vocabulary “{folder}”", hint="name the folder that holds its accept.txt")
    if not any((root / file).is_file() for file in ("accept.txt", "reject.txt")):
        raise ConfigError(f"the vocabulary “{folder}” has no words", hint="put accept.txt or reject.txt there")
    if not (root / name).is_file():
        return
    for number, line in enumerate(read_file(root / name, ConfigError).splitlines(), 1):
        term = line.strip()
        if not term or term.startswith("# "):
            continue
        try:
            check_pattern(term)
        except PatternError as error:
            message = f"“{term[:60]}” is no pattern: {error}"
            raise ConfigError(message, path=root / name, line=number, column=1) from None
        yield term

"""``authoring config show`` and ``authoring config check``: which settings hold for a file, and are they right?"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from authoring.cli.settings import configs, settings

if TYPE_CHECKING:
    from authoring.config import Config, Place
    from authoring.rules.in_force import InForce, Setting


@click.group()
def config() -> None:
    """Show the settings that hold for an article, or check a configuration."""


@config.command()
@click.argument("path", metavar="PATH")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@settings
def show(path: str, form: str, **flags: Any) -> None:
    """Show every setting that holds for the file PATH, its value, and where it comes from.

    A setting comes from the defaults, from a line of a configuration file, or from a flag.
    """
    from authoring.rules.in_force import in_force

    _must_be_there(path)
    found = configs(**flags)
    asked = _inside(path)
    holding = in_force(found.of(asked))
    excluded = found.excluded(asked)
    if form == "json":
        click.echo(_as_json(path, holding, excluded))
        return
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    click.echo(f"{path}: {_summary(holding.config, excluded)}")
    for line in _tables(holding, shutil.get_terminal_size().columns):
        click.echo(click.style(line[1:], bold=True) if line.startswith("\n") and colour else line.lstrip("\n"))


@config.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
def check(paths: tuple[str, ...]) -> None:
    """Check the configuration above each PATH, or the configuration file PATH itself; the folder you are in, if none.

    All of it is checked, also what holds for some files only. Exit code 0: all is right; 2: something is wrong.
    """
    from authoring.config.find import Configs
    from authoring.rules.choosing import choices

    for path in paths or (".",):
        _must_be_there(path)
        found = Configs(given=path) if path.endswith(".toml") else Configs()
        made = found.sections_of(_inside(path))
        for each in made:
            list(choices(each))
        if not made:
            click.echo(f"{path}: no configuration above it, so the defaults hold")
            continue
        count = len(made) - 1
        sections = f", {count} section{'s' if count > 1 else ''}" if count else ""
        click.echo(f"{made[0].path}: no problems{sections}")


def _must_be_there(path: str) -> None:
    from authoring.errors import ArticleError
    from authoring.text.files import surely

    if not path or (path != "-" and not surely(Path(path).exists)):
        raise ArticleError("there is no such file", path=path, hint="check the spelling, or the folder you are in")


def _inside(path: str) -> str:
    """A file to ask about: of a folder, one in it that no glob for a kind of files means."""
    return str(Path(path, "-")) if Path(path).is_dir() else path


def _summary(chosen: Config, excluded: Place | None) -> str:
    told = f"settings from {chosen.path}" if chosen.path else "no configuration above it, so the defaults hold"
    return f"excluded by {excluded}; {told}" if excluded else told


_NARROW = 60
"""Columns below which the names of rules would be cut short in a table: each stands on a line of its own then."""


def _tables(holding: InForce, width: int) -> Iterator[str]:
    """The lines of the three tables; a headline begins with a line break."""
    from authoring.config.keys import KEYS
    from authoring.reporters.terminal import fitting, safe, table
    from authoring.rules.options import written

    def plain(setting: Setting) -> str:
        if setting.value is None:
            return KEYS[setting.name].default
        return safe(setting.value if isinstance(setting.value, str) else written(setting.value))

    for headline, rows in (
        ("settings", [(each.name, plain(each), str(each.place)) for each in holding.keys]),
        (
            "rules",
            [(each.rule, (each.severity or "on") if each.on else "off", str(each.place)) for each in holding.levels],
        ),
        ("options", [(each.name, plain(each), str(each.place)) for each in holding.options]),
    ):
        if rows:
            yield "\n"
            yield f"\n{headline}"
            if width < _NARROW:
                yield from (
                    fitting(line, width) for name, *of in rows for line in (f"  {name}", f"    {'  '.join(of)}")
                )
                continue
            yield from (f"  {'  '.join(cells)}".rstrip() for cells in table(rows, width, 2))


def _as_json(path: str, holding: InForce, excluded: Place | None) -> str:
    import json

    from authoring.rules.options import plain

    told = {
        "version": 1,
        "path": path,
        "config": holding.config.path or None,
        "excluded": _origin(excluded) if excluded else None,
        "settings": [{"key": each.name, "value": each.value, "from": _origin(each.place)} for each in holding.keys],
        "rules": [
            {
                "rule": each.rule,
                "family": each.family,
                "severity": each.severity or None,
                "on": each.on,
                "from": _origin(each.place),
            }
            for each in holding.levels
        ],
        "options": [
            {"key": each.name, "value": plain(each.value), "from": _origin(each.place)} for each in holding.options
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _origin(place: Place) -> dict[str, object]:
    """Where a setting comes from; a default has nothing but ``null``."""
    return {
        "path": place.path or None,
        "line": place.line or None,
        "column": place.column or None,
        "flag": place.flag or None,
    }

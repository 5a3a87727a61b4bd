"""The flags that set what a configuration file sets, and win over it; what ``lint``, ``try`` and ``config`` share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

import click

from authoring.cli.given import named

if TYPE_CHECKING:
    from authoring.config.find import Configs

_Command = TypeVar("_Command", bound=Callable[..., object])

_FLAGS = (
    click.option("--select", multiple=True, metavar="RULES", help="Run only these rules or families (a,b)."),
    click.option("--ignore", multiple=True, metavar="RULES", help="Leave out these rules or families."),
    click.option(
        "--severity",
        multiple=True,
        metavar="RULE=LEVEL",
        help="Give a rule or family a level: error, warning, info or off.",
    ),
    click.option(
        "--fail-on",
        type=click.Choice(["error", "warning", "info", "never"]),
        help="The least severity that makes the exit code 1; error, if nobody says otherwise.",
    ),
    click.option(
        "--config", "config_file", metavar="FILE", callback=named, help="Go by this configuration and no other."
    ),
    click.option("--isolated", is_flag=True, help="Go by no configuration file."),
    click.option(
        "--house", metavar="NAME", callback=named, help="House style: ap, guardian, plain, or one of your own."
    ),
)


def settings(command: _Command) -> _Command:
    """Give a command these flags."""
    for flag in reversed(_FLAGS):
        command = flag(command)
    return command


def configs(
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    severity: Iterable[str] = (),
    fail_on: str | None = None,
    config_file: str | None = None,
    isolated: bool = False,
    house: str | None = None,
    grammar: Mapping[str, object] | None = None,
) -> Configs:
    """The settings of every file, by these flags and the files they let count. Raises ``ConfigError``."""
    from authoring.config.find import Configs
    from authoring.config.layers import Layer, level
    from authoring.config.place import Place

    if isolated and config_file is not None:
        raise click.UsageError("--isolated goes by no configuration file, and --config names one; leave out either")
    layer = Layer()
    for key, given in (("select", select), ("ignore", ignore)):
        if words := _words(given):
            layer.values[key] = words
            layer.places[key,] = Place(flag=f"--{key}")
    if levels := _levels(severity):
        layer.values["severity"] = {name: level(word) for name, word in levels.items()}
        layer.places["severity",] = Place(flag="--severity")
        layer.places |= {("severity", name): Place(flag="--severity") for name in levels}
    if fail_on is not None:
        layer.values["fail-on"] = level(fail_on)
        layer.places["fail-on",] = Place(flag="--fail-on")
    if asked := {key: value for key, value in (grammar or {}).items() if value is not None}:
        _check_server(asked)
        layer.values["grammar"] = asked
        layer.places |= {("grammar", key): Place(flag=_GRAMMAR_FLAGS[key]) for key in asked}
    return Configs(layer, config_file, isolated=isolated, house=house or "")


_GRAMMAR_FLAGS = {"server": "--grammar-server", "keep-alive": "--keep-alive"}


def _check_server(asked: Mapping[str, object]) -> None:
    from authoring.config.values import is_address, shown_address
    from authoring.errors import ConfigError

    if "server" in asked and not is_address(str(asked["server"])):
        message = f"--grammar-server: {shown_address(asked['server'])} is no address of a server"
        raise ConfigError(message, hint="for example: --grammar-server http://127.0.0.1:8081")


def _words(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(name.strip() for names in given for name in names.split(",") if name.strip())


def _levels(given: Iterable[str]) -> dict[str, str]:
    """The level of each rule in ``rule=level``. Raises ``ConfigError``."""
    from authoring.config.keys import LEVELS
    from authoring.config.values import hint_of, shown
    from authoring.config.values import named as shortened
    from authoring.errors import ConfigError

    found = {}
    for pair in _words(given):
        name, equals, word = (part.strip() for part in pair.partition("="))
        if not equals or not name:
            hint = "for example: --severity loaded-cue=error"
            raise ConfigError(f"--severity: {shown(pair)} is no rule and level, expected RULE=LEVEL", hint=hint)
        if word not in LEVELS:
            message = f"--severity: {shortened(name)} is {shown(word)}, expected {', '.join(LEVELS)}"
            raise ConfigError(message, hint=hint_of(word, LEVELS))
        found[name] = word
    return found

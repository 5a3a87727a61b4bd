"""Writes the checking copy: one page that fetches nothing, for the screen, for the keyboard and for paper."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from authoring.export.factcheck.sheet import sheet_of
from authoring.export.formats import Export
from authoring.reporters.page.render import GENERATOR, asset, environment_of, policy
from authoring.reporters.page.wording import counted, tally

_TEMPLATE = "factcheck.html.j2"


def write(export: Export) -> bytes:
    """The checking copy of an article as a page in UTF-8."""
    style, script = asset("base.css") + _asset("factcheck.css"), _asset("factcheck.js")
    page = _environment().get_template(_TEMPLATE)
    return page.render(
        sheet=sheet_of(export),
        style=Markup(style),  # noqa: S704  # a file of ours
        script=Markup(script),  # noqa: S704  # and another
        policy=policy(style, script),
        generator=GENERATOR,
    ).encode("utf-8")


@cache
def _environment() -> Environment:
    environment = environment_of({_TEMPLATE: _asset(_TEMPLATE)})
    environment.filters["plural"] = counted
    environment.filters["tally"] = tally
    return environment


def _asset(name: str) -> str:
    return asset(name, __package__)

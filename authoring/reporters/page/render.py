"""Writes the page: its templates, with style and script inside, and a policy by which nothing else is fetched."""

from __future__ import annotations

import base64
import hashlib
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from authoring import __version__
from authoring.reporters.page.model import Article, Sheet
from authoring.reporters.page.wording import counted, tally

GENERATOR = f"authoring {__version__}"
"""How a page says who has written it."""
MARK = '<meta name="generator" content="authoring '
"""By what a page of ours is known again."""
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def today() -> str:
    """The day, as it stands on the page: that of ``SOURCE_DATE_EPOCH`` where that is set, as for a repeatable build."""
    set_to = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = time.gmtime(int(set_to)) if set_to.isdecimal() else time.localtime()
    return f"{now.tm_mday} {MONTHS[now.tm_mon - 1]} {now.tm_year}"


def body_of(article: Article, *, alone: bool) -> Markup:
    """An article as it stands on the page: alone below its headline, or as one of many."""
    written = _environment().get_template("article.html.j2").render(article=article, alone=alone, level=3 - alone)
    return Markup(written)  # noqa: S704  # every word of the article is escaped in it


def render(sheet: Sheet, bodies: Iterable[Markup]) -> Iterator[str]:
    """The page, piece by piece, given its articles as ``body_of`` writes them."""
    style, script = asset("base.css") + asset("page.css"), asset("page.js") if sheet.findings else ""
    yield from (
        _environment()
        .get_template("page.html.j2")
        .generate(
            sheet=sheet,
            one=sheet.articles[0] if sheet.alone else None,
            bodies=bodies,
            style=Markup(style),  # noqa: S704  # a file of ours
            script=Markup(script),  # noqa: S704  # and another
            policy=policy(style, script),
            generator=GENERATOR,
            version=__version__,
        )
    )


def policy(style: str, script: str = "") -> str:
    """What a browser may do for a page: use this style and this script, and fetch nothing."""
    scripts = f"script-src {_hash(script)}; " if script else ""
    return f"default-src 'none'; {scripts}style-src {_hash(style)}; img-src data:; base-uri 'none'; form-action 'none'"


@cache
def _environment() -> Environment:
    names = ("page.html.j2", "article.html.j2")
    environment = environment_of({name: asset(name) for name in names})
    environment.filters["plural"] = counted
    environment.filters["tally"] = tally
    return environment


def environment_of(templates: Mapping[str, str]) -> Environment:
    """What renders these templates: every value is escaped, and none may be missing."""
    return Environment(
        loader=DictLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def asset(name: str, package: str = __package__) -> str:
    """A file of a package as text: a template, a style, a script."""
    return files(package).joinpath(name).read_text("utf-8")


def _hash(text: str) -> str:
    """What the policy knows a style or a script by."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

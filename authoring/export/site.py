"""What a newsroom says once of all that it publishes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from authoring.config import Config


@dataclass(frozen=True, slots=True)
class Site:
    """Who publishes, and in which language."""

    name: str = ""
    url: str = ""
    """Its address on the web."""
    logo: str = ""
    """Address of its logo."""
    section: str = ""
    language: str = "en"
    """BCP 47."""
    folder: str = ""
    """The path of the article's folder from the project's; empty where they are one."""


def site_of(config: Config, article: str | Path) -> Site:
    """What a configuration says of who publishes an article; the language is otherwise that of the house's spelling."""
    said = config.publication
    language = said.get("language", "") or config.conventions.get("spelling", "") or "en"
    return Site(
        " ".join(said.get("name", "").split()),
        said.get("url", ""),
        said.get("logo", ""),
        " ".join(said.get("section", "").split()),
        language,
        _folder(config, Path(article)),
    )


def _folder(config: Config, article: Path) -> str:
    """The path of an article's folder from the configuration's, where the one is inside the other."""
    if not config.path:
        return ""
    try:
        return article.resolve().parent.relative_to(Path(config.path).resolve().parent).as_posix()
    except (OSError, ValueError):
        return ""

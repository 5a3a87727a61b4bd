"""What a newsroom says once of all that it publishes."""

from __future__ import annotations

from dataclasses import dataclass


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

"""Asks on a terminal for what is missing, and nowhere else; and shows what to type so that it can be typed so."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys

import click

_PLAIN = re.compile(r"[\w./+:@%,-]+")


def may_ask() -> bool:
    """Whether somebody is there to answer: a terminal on both ends."""
    try:
        return sys.stdin.isatty() and sys.stdout.isatty()
    except (AttributeError, ValueError):  # closed, or none at all
        return False


def ask(question: str, default: str = "") -> str:
    """What is typed, with its spaces put in order; the default where that is nothing.

    To end the input is to stop, as Ctrl-C is, before anything was made.
    """
    try:
        answer = click.prompt(question, default=default, show_default=bool(default), type=str)
    except click.Abort:
        raise KeyboardInterrupt from None
    return " ".join("".join(char if char.isprintable() else " " for char in str(answer)).split())


def typed(word: str) -> str:
    """A path as it is typed into a shell."""
    word = f"./{word}" if word.startswith("-") else word  # else it would be read as an option
    return word if _PLAIN.fullmatch(word) else shlex.quote(word)


def own_name() -> str:
    """The name that git knows its user by, if it looks like a person's; else nothing, and without a word."""
    try:
        done = subprocess.run(
            ["git", "config", "user.name"],  # noqa: S607  # whichever git one has
            capture_output=True,
            timeout=2,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    name = " ".join(done.stdout.decode("utf-8", "replace").split())
    words = name.split()
    return (
        name if 2 <= len(words) <= 5 and all(word[0].isupper() and not re.search(r"\d", word) for word in words) else ""
    )

"""Asks on a terminal for what is missing, and nowhere else."""

from __future__ import annotations

import re
import subprocess
import sys

import click


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

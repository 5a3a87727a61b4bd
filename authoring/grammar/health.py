"""Whether a server of ours is up: it is asked to check a few words, by which it reads its rules as well."""

from __future__ import annotations

from authoring.errors import GrammarError
from authoring.grammar.installed import AGAIN

VARIANTS = ("en-US", "en-GB", "en-AU", "en-CA", "en-NZ", "en-ZA")
"""The Englishes that LanguageTool has."""
TEXT = "It is up."
"""What any server can check that can check anything."""


def warmed(port: int, variant: str, patience: float) -> bool:
    """Let the server on ``port`` check a few words, which takes seconds the first time; whether it did.

    All that ask at the same time would else read the rules at the same time, each for itself. Without a variant it is
    only asked whether it is there.
    """
    from http.client import HTTPConnection, HTTPException
    from urllib.parse import urlencode

    form = urlencode({"language": variant, "text": TEXT})
    connection = HTTPConnection("127.0.0.1", port, timeout=max(1.0, patience))
    try:
        if not variant:
            connection.request("GET", "/v2/healthcheck")
            return connection.getresponse().status == 200
        connection.request("POST", "/v2/check", form, {"Content-Type": "application/x-www-form-urlencoded"})
        answer = connection.getresponse()
        told = answer.read()
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
    if answer.status == 400 and variant not in VARIANTS:
        raise GrammarError(f"LanguageTool has no “{variant}”, expected one of {', '.join(VARIANTS)}")
    if answer.status != 200 or not told.startswith(b"{"):
        raise GrammarError("LanguageTool's files are damaged, it cannot check a sentence", hint=AGAIN)
    return True

"""Whether a server of ours is up: it is asked to check a few words, by which it reads its rules as well."""

from __future__ import annotations

from authoring.errors import GrammarError
from authoring.grammar.installed import AGAIN

_TEXT = "It is up."


def warmed(port: int, variant: str, patience: float) -> bool:
    """Let the server on ``port`` check a few words, which takes seconds the first time; whether it did.

    All that ask at the same time would else read the rules at the same time, each for itself.
    """
    from http.client import HTTPConnection, HTTPException
    from urllib.parse import urlencode

    form = urlencode({"language": variant, "text": _TEXT})
    connection = HTTPConnection("127.0.0.1", port, timeout=max(1.0, patience))
    try:
        connection.request("POST", "/v2/check", form, {"Content-Type": "application/x-www-form-urlencoded"})
        answer = connection.getresponse()
        told = answer.read()
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
    if answer.status == 400:
        raise GrammarError(f"LanguageTool has no “{variant}”", hint="en-US is one that it has")
    if answer.status != 200 or not told.startswith(b"{"):
        raise GrammarError("LanguageTool's files are damaged, it cannot check a sentence", hint=AGAIN)
    return True

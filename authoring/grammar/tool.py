"""language-tool-python's client, with one session kept open and nothing of the user's text in its errors."""

from __future__ import annotations

import re
import threading
from typing import Any, Literal

import language_tool_python
import requests
from language_tool_python.match import Match as TheirMatch
from requests.adapters import HTTPAdapter

from authoring.errors import GrammarError
from authoring.grammar.address import loopback
from authoring.grammar.health import TEXT

_CONNECT = 5
"""Seconds in which a server must take a call; one that is gone refuses it at once."""
_ALIVE = 20.0
"""Seconds in which a server that is well has checked a few words, however busy it is."""
_TOO_LONG = 413
_FAILED = 500
"""The first of the numbers by which a server, or what stands before it, says that it failed."""
_making = threading.Lock()
"""Their matches share what they know of the text with all others: made in two threads at once, they are misplaced."""


class PassageError(GrammarError):
    """A text on which the server fails, though it may well be able to read others."""

    def __init__(self, message: str, *, slow: bool = False) -> None:
        super().__init__(message)
        self.slow = slow
        """Whether it took all the time it was given."""


class Tool(language_tool_python.LanguageTool):
    """Their client of one server, in one variant of English, for one thread.

    Theirs opens a connection for each text, follows redirects and the machine's proxies wherever they lead, tries
    again for minutes, and says what the server said, which may hold the text; hence its one private method that
    sends is replaced (as language-tool-python 3.4 has it, which pyproject.toml keeps it to).
    """

    def __init__(self, address: str, variant: str, patience: float) -> None:
        self._patience = patience
        self._session = requests.Session()
        self._session.trust_env = not loopback(address)  # else a proxy would be sent what is to stay here
        adapter = HTTPAdapter(pool_connections=1, pool_maxsize=1, max_retries=0)
        self._session.mount("http://", adapter)
        self._session.mount("https://", adapter)
        self._asked = address
        self._variant = variant
        super().__init__(variant, remote_server=f"{address}/")

    def check(self, text: str) -> list[TheirMatch]:
        """What the server says of ``text``. Raises ``PassageError`` where it fails on this text."""
        answer = self._query_server(f"{self._url}check", self._create_params(text), method="post")
        try:
            with _making:
                matches = [TheirMatch(match, text) for match in answer["matches"]]
        except (AttributeError, KeyError, TypeError, ValueError):
            raise _strange(self._asked) from None
        if not all(map(_is_sound, matches)):
            raise _strange(self._asked)
        return matches

    def is_well(self) -> bool:
        """Whether the server can check anything at all just now."""
        patience, self._patience = self._patience, min(self._patience, _ALIVE)
        try:
            self.check(TEXT)
        except GrammarError:
            return False
        finally:
            self._patience = patience
        return True

    def close(self) -> None:
        """Let go of the connection."""
        self._session.close()

    def _get_languages(self) -> set[str]:
        """What the server has; theirs would take English of any kind where the one wanted is not among it."""
        told = self._query_server(f"{self._url}languages", num_tries=1)
        try:
            codes = {code for each in told for code in (each["code"], each["longCode"]) if isinstance(code, str)}
        except (KeyError, TypeError):
            raise _strange(self._asked) from None
        if self._variant not in codes:
            raise GrammarError(f"LanguageTool at {self._asked} has no “{self._variant}”")
        return codes

    def _query_server(
        self,
        url: str,
        params: dict[str, str] | None = None,
        num_tries: int = 2,
        method: Literal["get", "post"] = "get",
    ) -> Any:
        """What the server answers; raises ``GrammarError`` where it is gone, or not LanguageTool."""
        try:
            answer = self._sent(url, params, method)
        except requests.ConnectTimeout:
            raise GrammarError(f"LanguageTool at {self._asked} is gone, or was never there") from None
        except requests.Timeout:
            why = f"LanguageTool at {self._asked} does not answer in {self._patience:g} seconds"
            raise PassageError(why, slow=True) from None
        except (requests.RequestException, OSError, ValueError):
            raise PassageError(f"LanguageTool at {self._asked} is gone, or was never there") from None
        if answer.is_redirect:
            raise GrammarError(
                f"{self._asked} wants to send the text on to another address, which is not done",
                hint="give the address of LanguageTool itself",
            )
        if answer.status_code == _TOO_LONG:
            raise PassageError(f"LanguageTool at {self._asked} takes no text of this length")
        if answer.status_code in (426, 429):
            raise GrammarError(f"LanguageTool at {self._asked} takes no more requests for now")
        if answer.status_code >= _FAILED:
            raise PassageError(f"LanguageTool at {self._asked} fails, whatever it is asked")
        try:
            told = answer.json()
        except (ValueError, RecursionError):
            told = None
        if answer.status_code != 200 or told is None:
            raise _strange(self._asked)
        return told

    def _sent(self, url: str, params: dict[str, str] | None, method: Literal["get", "post"]) -> requests.Response:
        bounds = (_CONNECT, self._patience)
        post = method == "post"

        def send() -> requests.Response:
            return self._session.request(
                method,
                url,
                data=params if post else None,
                params=None if post else params,
                timeout=bounds,
                allow_redirects=False,
            )

        try:
            return send()
        except requests.ConnectionError as error:
            if isinstance(error, requests.Timeout):
                raise
            # A server closes a connection that nothing came over for a while, as it may just when something does;
            # one that is gone refuses the second call at once.
            return send()


def _is_sound(match: TheirMatch) -> bool:
    """Whether a match has places and words, whatever these are: it may come from any server."""
    places = (match.offset, match.error_length)
    words = (match.category, match.rule_issue_type, match.message, *match.replacements)
    return (
        all(type(place) is int and place >= 0 for place in places)
        and all(isinstance(word, str) for word in words)
        and isinstance(match.rule_id, str)
        and re.fullmatch(r"[\w.\[\]-]{1,200}", match.rule_id) is not None
    )


def _strange(address: str) -> GrammarError:
    return GrammarError(
        f"what answers at {address} is not LanguageTool",
        hint="give the address of a LanguageTool server, as http://127.0.0.1:8081",
    )

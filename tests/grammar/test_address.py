"""Where a server is: only what surely leads to this machine is taken to stay on it."""

from __future__ import annotations

import pytest

from authoring.errors import GrammarError
from authoring.grammar.address import checked_address, loopback


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:8081", "http://127.8.9.10", "https://localhost", "http://LOCALHOST:1/", "http://[::1]:8081/v2"],
)
def test_an_address_of_this_machine_stays_on_it(address: str) -> None:
    assert loopback(address)


@pytest.mark.parametrize(
    "address",
    [
        "http://0.0.0.0:8081",
        "http://[::]:8081",
        "http://127.0.0.1.example.org",
        "http://localhost.example.org",
        "http://localhost@example.org",
        "http://127.0.0.1:8081@example.org",
        "http://example.org#@localhost",
        "http://example.org\\@localhost",
        "http://127.1:8081",
        "http://0177.0.0.1",
        "http://2130706433",
        "http://[::ffff:10.0.0.1]",
        "http://192.168.1.4:8081",
        "http://lt.newsroom:8081",
        "ftp://127.0.0.1",
        "127.0.0.1:8081",
        "http://127.0.0.1:port",
        "http://[::1",
        "",
    ],
)
def test_what_only_looks_like_this_machine_is_taken_to_leave_it(address: str) -> None:
    assert not loopback(address)


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("http://127.0.0.1:8081/", "http://127.0.0.1:8081"),
        ("http://127.0.0.1:8081/v2/check", "http://127.0.0.1:8081"),
        ("https://lt.newsroom/tool/v2/", "https://lt.newsroom/tool"),
    ],
)
def test_an_address_is_taken_as_the_pages_of_languagetool_show_it(given: str, used: str) -> None:
    assert checked_address(given) == used


@pytest.mark.parametrize("address", ["", "8081", "127.0.0.1:8081", "ftp://a", "http://", "http://a b", "http://a?b=c"])
def test_what_is_no_address_is_said_with_one_that_is(address: str) -> None:
    with pytest.raises(GrammarError, match=r"is no address.*http://127\.0\.0\.1:8081"):
        checked_address(address)


def test_a_password_in_an_address_is_not_repeated() -> None:
    with pytest.raises(GrammarError) as caught:
        checked_address("http://me:hunter2@example.org")
    assert "hunter2" not in str(caught.value)
    with pytest.raises(GrammarError) as caught:
        checked_address("ftp://me:hunter2@example.org")
    assert "hunter2" not in str(caught.value)

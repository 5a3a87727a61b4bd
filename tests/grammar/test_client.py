"""What LanguageTool says comes back in order and in its place; what is no LanguageTool is told from one, at once."""

from __future__ import annotations

import contextlib
import json
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import product
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from language_tool_python.match import four_byte_char_positions as positions

from authoring.errors import GrammarError
from authoring.grammar.client import LONGEST, Client
from authoring.grammar.server import Server
from authoring.grammar.tool import Tool

pytestmark = pytest.mark.xdist_group("languagetool")
LANGUAGES = json.dumps([{"name": "English", "code": "en", "longCode": "en-US"}])
Answer = tuple[int, dict[str, str], str]


@pytest.fixture(scope="module")
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    """One server for all tests of this file."""
    from authoring.grammar.installed import installed_in
    from authoring.grammar.java import find_java

    folder: Path = request.getfixturevalue("languagetool_folder")
    (installed,) = filter(None, map(installed_in, folder.iterdir()))
    with Server.start(find_java().path, installed.classpath) as started:
        yield started


@pytest.fixture
def standing() -> Iterator[Callable[..., tuple[str, list[str]]]]:
    """Makes a stand-in for a server: its address, and what it was asked."""
    made = []

    def make(answer: Callable[[str, str], Answer]) -> tuple[str, list[str]]:
        asked: list[str] = []

        class Stand(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                self.reply("")

            def do_POST(self) -> None:
                form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
                self.reply(form["text"][0])

            def reply(self, text: str) -> None:
                asked.append(self.path)
                code, headers, body = answer(self.path, text)
                self.send_response(code)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body.encode())))
                self.end_headers()
                with contextlib.suppress(ConnectionError):  # whoever asked may have given up
                    self.wfile.write(body.encode())

            def log_message(self, *args: object) -> None:
                pass

        stand = ThreadingHTTPServer(("127.0.0.1", 0), Stand)
        stand.daemon_threads = True
        threading.Thread(target=stand.serve_forever, args=(0.01,), daemon=True).start()
        made.append(stand)
        return f"http://127.0.0.1:{stand.server_port}", asked

    yield make
    for stand in made:
        stand.shutdown()
        stand.server_close()


def like_languagetool(path: str, text: str) -> Answer:
    return 200, {}, LANGUAGES if path.endswith("languages") else '{"matches": []}'


HARD = (
    "She have a dog.",
    "\U0001f600 She have a dog.",
    "\U0001f469\u200d\U0001f4bb\U0001f44d\U0001f3fd She have a dog \U0001f600\U0001f600.",
    "Zoe\u0301 says so. She have a dog.",
    "“Caf\u00e9\u202fau lait…” — She have a dog.",
    "She have a \U0001d4d1\U0001d4f8\U0001d4ed dog.",
    "Half a \ud83d character. She have a dog.",
    "A\0mark. She have a dog.",
    "So\u00adft. She have a dog.",
    "\ufeffShe have a dog.",
    "One.\r\nShe have a dog.",
    "One.\u2028She have a dog.",
    "  \t She have a dog.  ",
    "A+B%20&c=d; She have a dog.",
)


@pytest.mark.parametrize("text", HARD)
def test_what_is_pointed_at_are_the_words_meant(server: Server, text: str) -> None:
    with Client(server.address) as client:
        ((*matches,),) = client.check([text])
    assert [match.span.of(text) for match in matches if match.rule == "HE_VERB_AGR"] == ["have"]


def test_a_match_that_ends_behind_an_emoji_ends_there(server: Server) -> None:
    text = "\U0001f600 He said \U0001f600\U0001f600 \U0001f600\U0001f600 teh \U0001f600 teh \U0001f600."
    with Client(server.address) as client:
        ((*matches,),) = client.check([text])
    assert [match.span.of(text) for match in matches if match.rule.startswith("MORFOLOGIK")] == ["teh", "teh"]


def passages(count: int) -> list[str]:
    faces = ["", "\U0001f600", "\U0001f600\U0001f600", "e\u0301\U0001f600\U0001f600\U0001f600"]
    texts = [f"{face} n{number} She have." for number, face, _ in product(range(40), faces, range(2))]
    return (texts * (count // len(texts) + 1))[:count]


def test_a_thousand_checks_in_four_threads_are_all_in_their_place_and_order(server: Server) -> None:
    with Client(server.address, threads=4) as client:
        found = list(client.check(passages(1000)))
    placed = [next(match.span.start for match in each if match.rule == "HE_VERB_AGR") for each in found]
    assert placed == [text.index("have") for text in passages(1000)]


def test_twelve_thousand_answers_are_read_right_in_four_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """language-tool-python itself misplaces some of them, as its threads share what they know of the text."""

    class Said:
        status_code = 200
        is_redirect = False

        def __init__(self, text: str) -> None:
            self.text = text

        def json(self) -> object:
            if not self.text:
                return json.loads(LANGUAGES)
            units = len(self.text[: self.text.index("have")].encode("utf-16-le")) // 2
            rule = {"id": "HE_VERB_AGR", "issueType": "grammar", "category": {"id": "GRAMMAR"}}
            return {"matches": [
                {"offset": units, "length": 4, "message": "", "rule": rule, "replacements": [],
                 "context": {"text": "", "offset": 0}, "sentence": self.text}
            ]}  # fmt: skip

    monkeypatch.setattr(Tool, "_sent", lambda self, url, params, method: Said((params or {}).get("text", "")))

    def slowly(text: str) -> list[int]:
        found = positions(text)
        time.sleep(0)  # which lets another thread go on, as it may happen at any time
        return found

    monkeypatch.setattr("language_tool_python.match.four_byte_char_positions", slowly)
    with Client("http://127.0.0.1:9", threads=4) as client:
        found = list(client.check(passages(12_000)))
    assert [match.span.start for each in found for match in each] == [text.index("have") for text in passages(12_000)]


def test_what_is_asked_for_is_what_is_asked(server: Server) -> None:
    text = ["She have a dog, and a kat."]

    def rules(**asked: list[str]) -> set[str]:
        with Client(server.address) as client:
            return {match.rule for each in client.check(text, "en-GB", **asked) for match in each}  # type: ignore[arg-type]

    assert rules() == {"HE_VERB_AGR", "MORFOLOGIK_RULE_EN_GB"}
    assert rules(disabled_rules=["HE_VERB_AGR"]) == {"MORFOLOGIK_RULE_EN_GB"}
    assert rules(disabled_categories=["TYPOS"]) == {"HE_VERB_AGR"}


def test_each_english_is_its_own(server: Server) -> None:
    with Client(server.address) as client:
        american, british = (list(client.check(["The colour is grey."], each)) for each in ("en-US", "en-GB"))
    assert [match.replacements[:1] for match in american[0]] == [("color",), ("gray",)]
    assert british == [()]


def test_a_passage_of_any_length_is_checked_to_its_end(server: Server) -> None:
    passage = "All is well. " * (3 * LONGEST // 13) + "She have a dog."
    with Client(server.address) as client:
        ((*matches,),) = client.check([passage], disabled_categories=["STYLE", "REPETITIONS_STYLE"])
    assert [(match.rule, match.span.start) for match in matches] == [("HE_VERB_AGR", len(passage) - 11)]


def test_what_holds_no_word_is_not_sent(standing: Callable[..., tuple[str, list[str]]]) -> None:
    address, asked = standing(like_languagetool)
    with Client(address, threads=1) as client:
        assert list(client.check(["", " \n"])) == [(), ()]
        assert list(client.check([])) == []
    assert asked == ["/v2/languages"]


def test_a_server_of_ones_own_is_asked_once_which_englishes_it_has(
    standing: Callable[..., tuple[str, list[str]]],
) -> None:
    address, asked = standing(like_languagetool)
    with Client(address, threads=1) as client:
        for _ in range(3):
            list(client.check(["One.", "Two."]))
        with pytest.raises(GrammarError, match="has no “en-GB”"):
            list(client.check(["One."], "en-GB"))
    assert asked.count("/v2/check") == 6
    assert asked.count("/v2/languages") == 2


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ((200, {}, "<html>Welcome to the newsroom</html>"), "is not LanguageTool"),
        ((200, {}, '{"state": "fine"}'), "is not LanguageTool"),
        ((200, {}, "null"), "is not LanguageTool"),
        ((200, {}, '[{"name": "x"}]'), "is not LanguageTool"),
        ((200, {}, '[{"code": "de", "longCode": "de-DE"}]'), "has no “en-US”"),
        ((404, {}, "none"), "is not LanguageTool"),
        ((403, {}, "Error: no"), "is not LanguageTool"),
        ((302, {"Location": "http://127.0.0.1:9/v2/languages"}, ""), "another address"),
        ((307, {"Location": "https://example.org/v2/languages"}, ""), "another address"),
        ((429, {}, "Error: slow down"), "no more requests"),
        ((500, {}, "Error: oh"), "fails, whatever it is asked"),
    ],
)
def test_what_is_no_languagetool_is_told_from_one(
    standing: Callable[..., tuple[str, list[str]]], answer: Answer, told: str
) -> None:
    address, _ = standing(lambda path, text: answer)
    with Client(address) as client, pytest.raises(GrammarError, match=told):
        list(client.check(["A secret word."]))


@pytest.mark.parametrize(
    "answer",
    [
        (500, {}, "Error: Could not check sentence: A secret word."),
        (413, {}, "Error: too long: A secret word."),
        (400, {}, "Error: A secret word."),
        (200, {}, "Error: A secret word."),
        (200, {}, '{"matches": [{"message": "A secret word."}]}'),
        (200, {}, '{"matches": 5}'),
        (200, {}, '["A secret word."]'),
        (308, {"Location": "https://example.org/v2/check?text=A+secret+word"}, ""),
    ],
)
def test_no_error_repeats_the_text(standing: Callable[..., tuple[str, list[str]]], answer: Answer) -> None:
    address, asked = standing(lambda path, text: answer if path.endswith("check") else like_languagetool(path, text))
    with Client(address) as client, pytest.raises(GrammarError) as caught:
        list(client.check(["A secret word."]))
    assert "secret" not in str(caught.value)
    assert asked[-1] == "/v2/check"
    assert caught.value.__cause__ is None


def test_a_server_that_hangs_is_given_up(standing: Callable[..., tuple[str, list[str]]]) -> None:
    over = threading.Event()

    def slow(path: str, text: str) -> Answer:
        if path.endswith("check"):
            over.wait(30)
        return like_languagetool(path, text)

    address, asked = standing(slow)
    with Client(address, threads=1, patience=0.3) as client, pytest.raises(GrammarError, match=r"in 0\.3 seconds"):
        list(client.check(["One.", "Two."]))
    over.set()
    assert asked == ["/v2/languages", "/v2/check", "/v2/check"]


FAILURES: tuple[Answer, ...] = ((500, {}, "Error: a bad word"), (413, {}, "long"), (502, {}, "<html>"), (504, {}, ""))


@pytest.mark.parametrize("answer", FAILURES)
@pytest.mark.parametrize("threads", [1, 4])
def test_a_passage_on_which_it_fails_is_asked_again_and_keeps_no_other_from_being_read(
    standing: Callable[..., tuple[str, list[str]]], answer: Answer, threads: int
) -> None:
    texts = [f"Passage {number}{' is bad' if number % 3 == 1 else ''}." for number in range(12)]
    read: list[str] = []

    def some(path: str, text: str) -> Answer:
        read.append(text)
        return answer if "bad" in text else like_languagetool(path, text)

    address, _ = standing(some)
    with Client(address, threads=threads) as client:
        assert list(client.check(texts)) == [None if "bad" in text else () for text in texts]
        assert list(client.check(texts[:1])) == [()]
    assert [read.count(text) for text in texts[1:]] == [2 if "bad" in text else 1 for text in texts[1:]]
    # Each is asked about again when all others are done.
    assert read.index("Passage 11.") < [at for at, text in enumerate(read) if text == "Passage 1 is bad."][1]


def test_a_passage_that_it_reads_when_asked_again_is_read(standing: Callable[..., tuple[str, list[str]]]) -> None:
    busy = iter([(500, {}, "Error: too busy")])

    def at_first(path: str, text: str) -> Answer:
        return next(busy, like_languagetool(path, text)) if text == "One." else like_languagetool(path, text)

    address, _ = standing(at_first)
    with Client(address) as client:
        assert list(client.check(["One.", "Two."])) == [(), ()]


def test_a_passage_that_takes_it_too_long_keeps_no_other_from_being_read(
    standing: Callable[..., tuple[str, list[str]]],
) -> None:
    over = threading.Event()

    def slow(path: str, text: str) -> Answer:
        if text == "Two.":
            over.wait(30)
        return like_languagetool(path, text)

    address, _ = standing(slow)
    with Client(address, threads=2, patience=0.5) as client:
        assert list(client.check(["One.", "Two.", "Three.", "Four."])) == [(), None, (), ()]
    over.set()


def test_a_server_that_is_too_slow_for_one_passage_after_the_other_is_given_up(
    standing: Callable[..., tuple[str, list[str]]],
) -> None:
    over = threading.Event()

    def slow(path: str, text: str) -> Answer:
        if text.startswith("Passage"):
            over.wait(30)
        return like_languagetool(path, text)

    address, asked = standing(slow)
    with Client(address, threads=1, patience=0.5) as client, pytest.raises(GrammarError, match=r"in 0\.5 seconds"):
        list(client.check([f"Passage {number}." for number in range(50)]))
    over.set()
    assert len(asked) < 10


def test_a_server_that_dies_over_a_passage_is_told_of_at_once() -> None:
    class Dying(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(LANGUAGES)))
            self.end_headers()
            self.wfile.write(LANGUAGES.encode())

        def do_POST(self) -> None:
            self.server.socket.close()

        def log_message(self, *args: object) -> None:
            pass

    mortal = ThreadingHTTPServer(("127.0.0.1", 0), Dying)
    threading.Thread(target=mortal.handle_request, daemon=True).start()
    asked = threading.Thread(target=mortal.handle_request, daemon=True)
    asked.start()
    address = f"http://127.0.0.1:{mortal.server_port}"
    with Client(address, threads=1) as client, pytest.raises(GrammarError, match="is gone, or was never there"):
        list(client.check(["One.", "Two.", "Three."]))


def test_the_real_one_reads_on_after_a_text_that_it_takes_for_too_long(
    languagetool: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that is told to take no more than so many characters fails on what is longer, and on nothing else."""
    from authoring.grammar import command
    from authoring.grammar.installed import find_installed
    from authoring.grammar.java import find_java

    folder = tmp_path / "leash"
    shutil.copytree(command._LEASH, folder)
    with (folder / "server.properties").open("a") as settings:
        settings.write("\nmaxTextHardLength=100\nmaxTextLength=100\n")
    monkeypatch.setattr(command, "_LEASH", folder)
    installed = find_installed()
    assert installed is not None
    long = "It goes on and on. " * 20
    with Server.start(find_java().path, installed.classpath) as small, Client(small.address) as client:
        found = list(client.check(["She have a dog.", long, "She have a cat."]))
    assert found[1] is None
    assert [[match.rule for match in each or ()] for each in found] == [["HE_VERB_AGR"], [], ["HE_VERB_AGR"]]


def test_nobody_at_the_address_is_told_at_once() -> None:
    with Client("http://127.0.0.1:9") as client, pytest.raises(GrammarError, match="gone, or was never there"):
        list(client.check(["One."]))


def test_text_for_this_machine_goes_through_no_proxy(
    standing: Callable[..., tuple[str, list[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy, through = standing(like_languagetool)
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, proxy)
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    address, asked = standing(like_languagetool)
    with Client(address) as client:
        list(client.check(["One."]))
    assert asked[-1] == "/v2/check"
    assert through == []


def test_a_connection_that_the_server_closed_meanwhile_is_opened_again(
    standing: Callable[..., tuple[str, list[str]]],
) -> None:
    address, asked = standing(
        lambda path, text: (
            *like_languagetool(path, text)[:1],
            {"Connection": "close"},
            like_languagetool(path, text)[2],
        )
    )
    with Client(address, threads=1) as client:
        assert list(client.check(["One.", "Two.", "Three."])) == [(), (), ()]
    assert asked.count("/v2/check") == 3


def said(match: dict[str, object]) -> str:
    """An answer with one match, sound but for what is given."""
    sound = {"message": "m", "offset": 0, "length": 3, "replacements": [], "context": {"text": "", "offset": 0}}
    rule = {"id": "A_RULE", "category": {"id": "GRAMMAR"}, "issueType": "grammar"}
    return json.dumps({"matches": [{**sound, "sentence": "", "rule": rule, **match}]})


@pytest.mark.parametrize(
    "answer",
    [
        said({"offset": -5}),
        said({"length": -1}),
        said({"offset": "x"}),
        said({"message": 7}),
        said({"rule": {"id": "A\n<b>\x1b", "category": {"id": "GRAMMAR"}, "issueType": "grammar"}}),
        "[" * 100_000,
        "[]",
    ],
)
def test_an_answer_that_languagetool_would_not_give_is_told_from_one(
    standing: Callable[..., tuple[str, list[str]]], answer: str
) -> None:
    address, _ = standing(lambda path, _: (200, {}, LANGUAGES if path.endswith("languages") else answer))
    with Client(address, threads=1) as client, pytest.raises(GrammarError, match="is not LanguageTool"):
        list(client.check(["One."]))


def test_a_server_that_answers_a_little_at_a_time_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("authoring.grammar.client._MORE", 0.1)
    over = threading.Event()

    class Dripping(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            while not over.wait(0.05):
                self.wfile.write(b" ")

        def log_message(self, *words: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Dripping) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        with Client(address, patience=0.2) as client, pytest.raises(GrammarError, match="does not come to an end"):
            list(client.check(["One."]))
        over.set()
        server.shutdown()

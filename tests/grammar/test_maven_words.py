"""What Maven is told of the network, and what the user is told of Maven."""

from __future__ import annotations

import stat
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from authoring.errors import GrammarError
from authoring.grammar.maven_failures import failure
from authoring.grammar.maven_settings import settings_with_proxy

_BEFORE = "[ERROR] Failed to execute goal on project grammar: Could not resolve dependencies: "


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (f"{_BEFORE}repo: Name or service not known: Unknown host", "Maven reaches no repository"),
        (f"{_BEFORE}Connect to 127.0.0.1:9 failed: Connection refused", "Maven reaches no repository"),
        (f"{_BEFORE}Cannot access central in offline mode", "Maven is set to work offline"),
        (f"{_BEFORE}status code: 407, reason phrase: Proxy Authentication Required (407)", "the proxy asks for a name"),
        ("[ERROR] Error copying artifact: No space left on device", "the disk is full"),
        (f"{_BEFORE}PKIX path building failed", "Java does not trust the certificate of the network"),
        (f"{_BEFORE}Could not find artifact a:b:jar:1 in mirror", "does not give the files"),
        (f"{_BEFORE}status code: 403, reason phrase: Forbidden (403)", "does not give the files"),
        ("Error: JAVA_HOME is not defined correctly.", "JAVA_HOME names a folder without a Java"),
        ("[FATAL] Non-parseable settings /people/x/.m2/settings.xml", "the Maven of this machine is broken"),
        (
            "[INFO] x\n\x1b[1;31m[ERROR]\x1b[m the moon is full\n[ERROR] more",
            "Maven failed, nothing was installed: the moon",
        ),
        ("", "it does not say why"),
    ],
)
def test_a_failure_of_maven_is_told_in_a_line_with_what_to_do(said: str, told: str) -> None:
    """Nobody has to read what Maven itself prints."""
    error = failure(said)
    assert told in error.message
    assert "\n" not in str(error)
    assert error.hint


def test_the_proxy_of_the_environment_is_added_to_the_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With name and password, in a file that nobody else can read; what the settings hold already stays."""
    home = tmp_path / "home" / ".m2"
    home.mkdir(parents=True)
    (home / "settings.xml").write_text("<settings><offline>false</offline></settings>", "utf-8")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HTTPS_PROXY", "http://ann:p%40ss@proxy.example:3128")
    monkeypatch.setenv("NO_PROXY", "localhost,.example.org")
    made = settings_with_proxy(tmp_path)
    assert made is not None
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    root = ET.parse(made).getroot()
    assert root.findtext("offline") == "false"
    told = {one.tag: one.text for one in root.find("proxies/proxy") or ()}
    assert told["host"] == "proxy.example"
    assert (told["port"], told["username"], told["password"]) == ("3128", "ann", "p@ss")
    assert told["nonProxyHosts"] == "localhost|*.example.org"


@pytest.mark.parametrize("space", ["", ' xmlns="http://maven.apache.org/SETTINGS/1.0.0"'])
def test_settings_that_know_a_proxy_are_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, space: str) -> None:
    """Whoever wrote them knows the network better than we do."""
    home = tmp_path / ".m2"
    home.mkdir()
    text = f"<settings{space}><proxies><proxy><host>h</host></proxy></proxies></settings>"
    (home / "settings.xml").write_text(text, "utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    assert settings_with_proxy(tmp_path) is None


def test_without_a_proxy_maven_goes_by_its_own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is added where there is nothing to add; an address that is none is said."""
    for name in ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert settings_with_proxy(tmp_path) is None
    monkeypatch.setenv("HTTPS_PROXY", "http://:x")
    with pytest.raises(GrammarError, match="HTTPS_PROXY is no address"):
        settings_with_proxy(tmp_path)

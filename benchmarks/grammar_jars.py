"""Finds the files that LanguageTool's server opens for English, and writes the list that ``install`` goes by.

    python benchmarks/grammar_jars.py [--version 6.8] [--articles 60] [--write]

Maven resolves all that the server of a version asks for (without the other languages); the server runs with all of it
and notes from which file it loads each class, while it checks the articles in the English of six countries at both
levels and is asked what it must refuse. A file is kept if a class came from it, or if it holds no classes but data.
Then the server runs once more with the kept files alone: every answer must be the same. Since no sample comes by every
rule, it also prints which of LanguageTool's own classes name a class of a file that is left out: rules that ask other
servers, other languages, figures for operators. --write puts what is kept on the list.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

from java_references import references

ARTICLES = Path(__file__).parents[2] / "shared" / "data" / "articles"
LIST = Path(__file__).parents[1] / "authoring" / "grammar" / "languagetool.toml"
PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1"
SAFER = (
    "<dependency><groupId>org.apache.opennlp</groupId><artifactId>opennlp-tools</artifactId>"
    "<version>2.5.9</version></dependency>"
)
"""In place of the one that LanguageTool 6.8 asks for, of which faults are known that an attacker can use."""
ASKED_FOR = ("es", "ca", "pt")
"""Languages whose words the server wants for telling languages apart, and without which it does not start."""
SERVER = "org.languagetool.server.HTTPServer"
VARIANTS = ("en-US", "en-GB", "en-AU", "en-CA", "en-NZ", "en-ZA")
FAULTY = "This is an test of teh speling organisation. He go to the the store, it’s color colour. I recieve. 🙂"
ODD: tuple[dict[str, str], ...] = (
    {"language": "en-US"},
    {"text": "x"},
    {"text": "x", "language": "zz"},
    {"text": "y" * 70_000, "language": "en-US"},
    {"text": "A test.", "language": "en-US", "disabledRules": "A", "enabledRules": "B", "enabledOnly": "true"},
    {"text": "A test.", "language": "en-US", "motherTongue": "de"},
    {"text": "A test, it is.", "language": "en"},
    {"data": '{"annotation":[{"text":"A "},{"markup":"<b>"},{"text":"an test"}]}', "language": "en-US"},
)
ASKED = ("languages", "info", "maxtextlength", "configinfo?language=en-US", "nonsense")


def _project(version: str) -> str:
    def one(artifact: str, without: str = "") -> str:
        left_out = f"<exclusions><exclusion>{without}</exclusion></exclusions>" if without else ""
        return (
            f"<dependency><groupId>org.languagetool</groupId><artifactId>{artifact}</artifactId>"
            f"<version>{version}</version>{left_out}</dependency>"
        )

    others = "<groupId>org.languagetool</groupId><artifactId>language-all</artifactId>"
    needs = [one("languagetool-server", others), one("language-en"), SAFER]
    needs += [one(f"language-{code}", "<groupId>*</groupId><artifactId>*</artifactId>") for code in ASKED_FOR]
    return (
        '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>x</groupId>'
        f"<artifactId>x</artifactId><version>1</version><dependencies>{''.join(needs)}</dependencies></project>"
    )


def _resolved(version: str, work: Path) -> dict[str, tuple[str, str, str]]:
    """All files into ``work/all``, and the coordinates of each."""
    (work / "pom.xml").write_text(_project(version), "utf-8")
    goals = [f"{PLUGIN}:copy-dependencies", f"-DoutputDirectory={work / 'all'}"]
    subprocess.run(["mvn", "-B", "-q", "-Dstyle.color=never", *goals], cwd=work, check=True)
    subprocess.run(
        ["mvn", "-B", "-q", "-Dstyle.color=never", f"{PLUGIN}:list", f"-DoutputFile={work / 'list'}"],
        cwd=work,
        check=True,
    )
    told = re.sub(r"\x1b\[[0-9;]*m", "", (work / "list").read_text("utf-8"))
    found = re.findall(r"^\s+([\w.-]+):([\w.-]+):jar:([\w.-]+):\w+", told, re.MULTILINE)
    return {f"{artifact}-{number}.jar": (group, artifact, number) for group, artifact, number in found}


def _answer(port: int, path: str, asked: dict[str, str] | None) -> object:
    data = urlencode(asked).encode() if asked is not None else None
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/v2/{path}", data, timeout=300) as reply:
            text = reply.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, re.sub(r"\d+", "0", error.read().decode())
    return json.loads(text)["matches"] if path == "check" else text


def _answers(jars: Path, log: Path, texts: list[str]) -> tuple[list[object], float, float]:
    """What the server says with these files; seconds to its first answer, and for all of them."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (log.parent / "server.properties").write_text("maxTextLength=60000\n", "utf-8")
    command = [
        "java",
        "-Xmx1g",
        f"-Xlog:class+load:file={log}",
        "-cp",
        f"{jars}/*",
        "org.languagetool.server.HTTPServer",
    ]
    began = time.perf_counter()
    server = subprocess.Popen(
        [*command, "--port", str(port), "--config", str(log.parent / "server.properties")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while True:
            try:
                answers: list[object] = [_answer(port, "healthcheck", None)]
                break
            except OSError:
                if server.poll() is not None:
                    sys.exit(f"the server does not start with the files in {jars}")
                time.sleep(0.1)
        up = time.perf_counter() - began
        for variant in VARIANTS:
            for level in ("default", "picky"):
                answers.append(_answer(port, "check", {"language": variant, "level": level, "text": FAULTY}))
        with ThreadPoolExecutor(2) as pool:
            asked = ({"language": "en-US", "level": "picky", "text": text} for text in texts)
            answers += pool.map(lambda one: _answer(port, "check", one), asked)
        answers += [_answer(port, "check", each) for each in ODD]
        answers += [_answer(port, path, None) for path in ASKED]
        return answers, up, time.perf_counter() - began
    finally:
        server.kill()
        server.wait()


def _needed(jars: Path, log: Path) -> list[str]:
    """The files from which classes came, and those that hold data alone."""
    loaded = set(re.findall(r"source: file:\S*/([^/\s]+\.jar)", log.read_text("utf-8", "replace")))
    for jar in jars.iterdir():
        with zipfile.ZipFile(jar) as file:
            data = sum(info.file_size for info in file.infolist() if not info.filename.startswith("META-INF/"))
            if data and not any(name.endswith(".class") for name in file.namelist()):
                loaded.add(jar.name)
    return sorted(loaded)


def _written(version: str, jars: Path, kept: list[tuple[str, str, str]]) -> str:
    head = re.split(r"^version", LIST.read_text("utf-8"), maxsplit=1, flags=re.MULTILINE)[0]
    parts = [f'{head}version = "{version}"\n']
    for group, artifact, number in sorted(kept):
        data = (jars / f"{artifact}-{number}.jar").read_bytes()
        parts.append(
            f'\n[[jar]]\ngroup = "{group}"\nartifact = "{artifact}"\nversion = "{number}"\n'
            f'size = {len(data)}\nsha256 = "{hashlib.sha256(data).hexdigest()}"\n'
        )
    return "".join(parts)


def main() -> None:
    """Print what is needed and what is not; write the list if asked."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--version", default="6.8")
    options.add_argument("--articles", type=int, default=60)
    options.add_argument("--write", action="store_true")
    given = options.parse_args()
    paths = random.Random(1).sample(sorted(ARTICLES.iterdir()), given.articles)
    texts = [path.read_bytes().decode("utf-8", "replace")[:5_000] for path in paths]
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        where = _resolved(given.version, work)
        everything, up, whole = _answers(work / "all", work / "all.log", texts)
        needed = _needed(work / "all", work / "all.log")
        (work / "kept").mkdir()
        for name in needed:
            shutil.copyfile(work / "all" / name, work / "kept" / name)
        for label, jars in (("asked for", work / "all"), ("needed", work / "kept")):
            sizes = [jar.stat().st_size for jar in jars.iterdir()]
            print(f"{label:>10}: {len(sizes)} files, {sum(sizes) / 1e6:.1f} MB")
        again, up_again, whole_again = _answers(work / "kept", work / "kept.log", texts)
        found = sum(len(answer) for answer in everything if isinstance(answer, list))
        same = "the same" if again == everything else "NOT the same"
        print(f"{len(everything)} answers with {found:,} matches: {same}")
        print(f"up after {up:.1f} s with all, {up_again:.1f} s with the needed")
        print(f"done in {whole:.0f} and {whole_again:.0f} s")
        print("classes of LanguageTool's that name a class which is left out:")
        for jar, other, count, names in references(work / "all", set(needed)):
            print(f"  {jar} -> {other}: {count} ({', '.join(names[:5])} …)")
        text = _written(given.version, work / "kept", [where[name] for name in needed])
        print(f"the committed list is {'the same' if text == LIST.read_text('utf-8') else 'another'}")
        if again != everything:
            sys.exit(1)
        if given.write:
            LIST.write_text(text, "utf-8")


if __name__ == "__main__":
    main()

"""Lets atheris look for inputs that break the program, following the branches that they take.

    python tests/fuzz/explore.py articles --seconds 900
    python tests/fuzz/explore.py all --seconds 3600       an hour in all, shared out among the targets

Needs ``pip install --editable '.[fuzz]'`` (Linux). Finds are written to ``build/fuzz``; ends with 1 where there is one.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]

import atheris  # noqa: E402

with atheris.instrument_imports(include=["authoring"]):
    import material
    import targets

BUILD = Path(__file__).parents[2] / "build" / "fuzz"
HEAD = "---\nsources:\n  ruiz: {name: Ana Ruiz, kind: person, role: mayor}\n---\n"


def _text(data: bytes, pieces: tuple[str, ...]) -> str:
    """A text of known pieces and free characters, one byte a piece, so that a small change makes a small change."""
    made = []
    at = 0
    while at < len(data):
        if data[at] < 200:
            made.append(pieces[data[at] % len(pieces)])
            at += 1
        else:
            made.append(data[at + 1 : at + 4].decode("utf-8", "replace"))
            at += 4
    return "".join(made)


def articles(data: bytes) -> None:
    """An article alone."""
    front = "---\n" + _text(data[1:4], material.FRONT) + "---\n" if data[:1] and data[0] % 4 == 0 else ""
    targets.article(front + _text(data[4:], material.ARTICLE), targets.SUFFIXES[(data or b"0")[0] % 3])


def notes(data: bytes) -> None:
    """Notes, and an article compared with them."""
    middle = len(data) // 2
    front = HEAD if data[:1] and data[0] % 2 else "---\n" + _text(data[:6], material.FRONT) + "---\n"
    targets.noted(front + _text(data[:middle], material.NOTES), _text(data[middle:], material.ARTICLE))


def configurations(data: bytes) -> None:
    """A configuration."""
    targets.configured(_text(data, material.CONFIG))


def fixes(data: bytes) -> None:
    """An article, with everything fixed that can be."""
    targets.fixed(_text(data[1:], material.ARTICLE), targets.SUFFIXES[(data or b"0")[0] % 3])


def styles(data: bytes) -> None:
    """A style rule, and an article that it reads."""
    middle = len(data) // 2
    targets.styled(_text(data[:middle], material.STYLE), _text(data[middle:], material.ARTICLE))


TARGETS = {
    "articles": articles,
    "notes": notes,
    "configurations": configurations,
    "fixes": fixes,
    "styles": styles,
}


def main() -> None:
    """Explore one target, or all, each in a process of its own."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("target", choices=[*TARGETS, "all"])
    parser.add_argument("--seconds", type=int, default=60)
    given = parser.parse_args()
    if given.target == "all":
        each = given.seconds // len(TARGETS)
        codes = [
            subprocess.run([sys.executable, __file__, name, "--seconds", str(each)], check=False).returncode
            for name in TARGETS
        ]
        sys.exit(any(codes))
    corpus = BUILD / given.target
    corpus.mkdir(parents=True, exist_ok=True)
    flags = [f"-max_total_time={given.seconds}", f"-artifact_prefix={BUILD}/{given.target}-", "-max_len=400"]
    atheris.Setup([sys.argv[0], str(corpus), "-timeout=20", "-rss_limit_mb=2000", *flags], TARGETS[given.target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()

"""Prints how many sentence ends are right: by the golden rules, in hard news copy of our own, and in GUM; peers beside.

    python benchmarks/sentences.py [--wrong]

A case is right when every sentence of it is, with its exact words. The peers stand in the same run: sentencex alone,
which our splitter rests on; pysbd where it is installed (``pip install pysbd``), whose home the golden rules are; and
textstat, which only counts, and is right where its count is. All are given the text of a block without its markup.
For GUM the share of ends found (recall) and of ends that are real (precision) are printed as well: its paragraphs
come from a treebank, whose sentences are not always those of a copy desk.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from authoring.prose import parse
from authoring.text.sentences import sentence_spans

ROOT = Path(__file__).parents[1]
ANNOTATED = ROOT / ".." / "shared" / "data" / "annotated"
OUR_CASES = {
    "hard news": ROOT / "tests" / "prose" / "hard_sentences.txt",
    "blind": ROOT / "tests" / "prose" / "blind_sentences.txt",
}
"""The second was written after the splitter had been mended on the first."""

Split = Callable[[str], list[str]]


@dataclass(frozen=True)
class Case:
    """An article in small, or a paragraph, and its sentences."""

    name: str
    text: str
    sentences: tuple[str, ...]
    markdown: bool = False
    """Whether its blocks are to be found first."""


def our_cases(path: Path) -> Iterator[Case]:
    """The cases of a file of ours, whose first lines say how they are written."""
    for part in re.split(r"(?m)^== ", path.read_text("utf-8"))[1:]:
        name, _, rest = part.partition("\n")
        lines = rest.rstrip("\n").split("\n")
        told = tuple(line[3:] for line in lines if line.startswith("=> "))
        body = "\n".join(line for line in lines if not line.startswith("=> "))
        yield Case(name, body.replace(" | ", " "), told or tuple(body.split(" | ")), markdown=True)


def golden(*, more: bool) -> Iterator[Case]:
    """The golden rules of English, 52 with those for text from PDF; or the further tests of their home, HTML too."""
    for case in json.loads((ANNOTATED / "sentence-golden-rules-en.json").read_text("utf-8")):
        if case["golden"] and more == case["name"].startswith("correctly"):
            yield Case(case["name"], case["text"], tuple(case["sentences"]))


def gum() -> Iterator[Case]:
    """The paragraphs of news and interviews in GUM."""
    with (ANNOTATED / "gum-sentences.jsonl").open(encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            yield Case(line["doc"], line["text"], tuple(line["sentences"]))


def ours(text: str) -> list[str]:
    """Our sentences of a paragraph."""
    return [text[start:end] for start, end in sentence_spans(text)]


def _sentencex(text: str) -> list[str]:
    from sentencex import segment

    return [each.strip() for each in segment("en", text) if each.strip()]


def _pysbd() -> Split | None:
    if importlib.util.find_spec("pysbd") is None:
        return None
    import pysbd  # type: ignore[import-not-found]

    return lambda text: [each.strip() for each in pysbd.Segmenter(language="en", clean=False).segment(text)]


def found_in(case: Case, split: Split) -> list[str]:
    """What a splitter makes of a case, with all white space as one space."""
    blocks = [block.text for block in parse(case.text, path="a.md").blocks] if case.markdown else [case.text]
    return [" ".join(sentence.split()) for block in blocks for sentence in split(block)]


def is_right(case: Case, found: list[str]) -> bool:
    """Whether the sentences are those expected."""
    return found == [" ".join(sentence.split()) for sentence in case.sentences]


def _ends(sentences: list[str]) -> set[int]:
    """Where sentences end, counted in characters that are not white space; the last end is given to everybody."""
    ends, at = set(), 0
    for sentence in sentences:
        at += len("".join(sentence.split()))
        ends.add(at)
    return ends - {at}


def main() -> None:
    """Measure all in turn, and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--wrong", action="store_true", help="print what we get wrong of the golden rules and of our own"
    )
    given = parser.parse_args()
    from textstat import sentence_count  # type: ignore[import-untyped, unused-ignore]

    splits: dict[str, Split] = {"ours": ours, "sentencex": _sentencex}
    if (pysbd := _pysbd()) is not None:
        splits["pysbd"] = pysbd
    sets = {"golden rules": list(golden(more=False)), "their further": list(golden(more=True))}
    sets |= {name: list(our_cases(path)) for name, path in OUR_CASES.items() if path.exists()}
    sets["GUM"] = list(gum())
    print(f"  {'cases right':14}" + "".join(f"{name:>12}" for name in [*splits, "textstat"]))
    for name, cases in sets.items():
        right = [sum(is_right(case, found_in(case, split)) for case in cases) for split in splits.values()]
        counts = sum(
            sentence_count(" ".join(found_in(case, lambda text: [text]))) == len(case.sentences) for case in cases
        )
        print(f"  {name:14}" + "".join(f"{count:>7} / {len(cases):<3}" for count in [*right, counts]))
    for name, split in splits.items():
        hits = made = real = 0
        for case in sets["GUM"]:
            told, expected = _ends(found_in(case, split)), _ends(list(case.sentences))
            hits, made, real = hits + len(told & expected), made + len(told), real + len(expected)
        print(f"  GUM, {name}: {hits / made:.1%} of the ends are real, {hits / real:.1%} of {real} found")
    text = [case.text for case in sets["GUM"]]
    for name, split in splits.items():
        begun = time.process_time()
        for each in text:
            split(each)
        size = sum(len(each.encode()) for each in text) / 1e6
        print(f"  speed, {name}: {size / (time.process_time() - begun):.1f} MB/s")
    if given.wrong:
        for name, cases in sets.items():
            for case in cases if name not in ("GUM", "their further") else []:
                if not is_right(case, found := found_in(case, ours)):
                    print(f"{name}, {case.name}:\n    is  {' | '.join(found)}\n    not {' | '.join(case.sentences)}")


if __name__ == "__main__":
    main()

"""How well articles come back as notes: quotations kept to the letter, speakers right, what is left out.

    python benchmarks/notes_from.py                 the 50 articles of gold/notes_from.jsonl, whose speakers were read
    python benchmarks/notes_from.py --all           every article of ../shared/data/articles, and what is at fault
    python benchmarks/notes_from.py --show wrong    each quotation whose speaker is not the one that was read

The 50 were drawn by a seed: 18 news stories, 20 releases, 12 interviews. A person read who says each quotation in them
(“-” for words that are nobody's speech, “?” where the article does not tell or a group speaks); places and names only.
The peer is a plain way: pairs of quotation marks by a pattern, and the capitalised name nearest to them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from authoring.drafting.bounded import Worker
from authoring.drafting.draft import draft
from authoring.errors import AuthoringError
from authoring.notes.model import Notes
from authoring.recovering import proof
from authoring.recovering.job import Recovered, recovered_text
from authoring.recovering.model import Item, Source

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
GOLD = Path(__file__).with_name("gold") / "notes_from.jsonl"
PAIRS = re.compile(r"“[^“”]+”|(?<![\w\"])\"[^\"\s][^\"]*\"", re.DOTALL)
"""Pairs of double quotation marks, counted without our parser."""
ASIDE = re.compile(
    r"\A---\n.*?\n---\n|\{%.*?%\}|\{\{.*?\}\}|```.*?```|`[^`\n]*`|<[^<>]*>|\]\([^()\s]*(?:\s[^()]*)?\)|\]\[[^\[\]]*\]|^\[[^\]]*\]:.*$",
    re.DOTALL | re.MULTILINE,
)
"""Front matter, code, tags, the addresses of links."""
MARKUP = re.compile(r"[*_\[\]\\]")
NAME = re.compile(r"\b[A-Z][\w’'-]+(?: (?:de |van |von |al-)?[A-Z][\w’'-]+){0,3}")
_NO_NAMES = frozenset(
    "The A An In On At He She It They We But And If For Of This That As Not When While By To With His Her".split()
)
_FAR = 300


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--show", choices=("wrong", "open", "missing"))
    wanted = parser.parse_args()
    with Worker() as worker:
        proof.drafted = lambda notes: _drafted(notes, worker)
        if wanted.all:
            _all()
        else:
            _gold(wanted.show)


def _drafted(notes: Notes, worker: Worker) -> str:
    """As ``proof.drafted``, by one process for all."""
    try:
        return draft(notes, worker=worker).text
    except AuthoringError:
        return ""


def _gold(show: str | None) -> None:
    total: Counter[str] = Counter()
    print(f"{'article':<44} pairs  back  found  notes  back  errors  sources  left out   right  wrong  open   plain")
    for line in GOLD.read_text("utf-8").splitlines():
        row = json.loads(line)
        data = (DATA / row["path"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == row["sha256"], row["path"]
        text = data.decode("utf-8").removeprefix("\ufeff")
        made = recovered_text(text, row["path"], "notes.md")
        count = _counted(text, made)
        for quote in row["quotes"]:
            verdict = _verdict(made, quote)
            count[verdict] += 1
            plain = _plain(text, quote)
            count[f"plain {plain}"] += 1
            if show == verdict:
                words = " ".join(text[quote["start"] : quote["end"]].split())
                print(f"    {verdict}: {quote['speaker']}, notes say {_named(made, quote) or 'nobody'}: {words[:70]}")
        if show == "missing":
            print(*(f"    {words}" for words in _missing(text, made)), sep="\n")
        total += count
        print(_line(row["path"].rpartition("/")[2], count))
    print(_line("all", total))
    judged = total["right"] + total["wrong"] + total["open"]
    plainly = total["plain right"] + total["plain wrong"] + total["plain open"]
    print(f"speakers: {total['right']} of {judged} right, {total['wrong']} wrong, {total['open']} left open;", end=" ")
    print(f"nobody's words given to somebody: {total['given']} of {total['given'] + total['kept']}")
    print(f"plain way: {total['plain right']} of {plainly} right, {total['plain wrong']} wrong,", end=" ")
    print(f"{total['plain open']} left open; nobody's words given to somebody: {total['plain given']}")


def _pairs(text: str) -> list[str]:
    """What stands in quotation marks, found without our parser; nothing of front matter, addresses and code."""
    return [" ".join(MARKUP.sub("", words).split())[1:-1] for words in PAIRS.findall(ASIDE.sub(" ", text))]


def _missing(text: str, made: Recovered) -> list[str]:
    """Pairs of quotation marks whose words stand nowhere in the draft."""
    drafted = " ".join(MARKUP.sub("", ASIDE.sub(" ", proof.as_compared(made.proof.drafted))).split())
    return [words for words in _pairs(text) if MARKUP.sub("", proof.alike(words)) not in drafted]


def _counted(text: str, made: Recovered) -> Counter[str]:
    quoted, pairs = made.proof.quoted, len(_pairs(text))
    return Counter(
        pairs=pairs,
        again=pairs - len(_missing(text, made)),
        found=len(quoted),
        notes=sum(item.kind == "quote" for item in made.proof.notes.items),
        back=len(quoted) - len(made.proof.lost),
        errors=sum(problem.level == "error" for problem in made.proof.notes.problems),
        sources=len(made.story.sources),
        left=len(made.story.left_out),
    )


def _line(name: str, count: Counter[str]) -> str:
    plain = f"{count['plain right']}/{count['plain wrong']}/{count['plain open']}"
    back = f"{count['found']:>5}  {count['notes']:>5} {count['back']:>5}"
    return (
        f"{name[:44]:<44} {count['pairs']:>5} {count['again']:>5}  {back}"
        f"  {count['errors']:>6}  {count['sources']:>7}  {count['left']:>8}   {count['right']:>5}  {count['wrong']:>5}"
        f"  {count['open']:>4}   {plain}"
    )


def _item(made: Recovered, quote: dict[str, int]) -> Item | None:
    items = [item for item in made.story.items if item.kind not in ("heading", "break")]
    found = [item for item in items if item.span.start <= quote["start"] < item.span.end]
    return min(found, key=lambda item: len(item.span), default=None)


def _named(made: Recovered, quote: dict[str, int]) -> str:
    """The name that the notes give the source of a quotation, or what they call it; empty where they have none."""
    source = _source(made, quote)
    return source.name or source.alias or source.said or source.id if source else ""


def _source(made: Recovered, quote: dict[str, int]) -> Source | None:
    item = _item(made, quote)
    if item is None or not item.tag:
        return None
    return next(source for source in made.story.sources if source.id == item.tag[0])


def _verdict(made: Recovered, quote: dict[str, object]) -> str:
    said = str(quote["speaker"])
    if said == "?":
        return "unjudged"
    name = _named(made, quote)  # type: ignore[arg-type]
    if said == "-":
        item = _item(made, quote)  # type: ignore[arg-type]
        return "given" if name and item is not None and item.kind == "quote" else "kept"
    source = _source(made, quote)  # type: ignore[arg-type]
    if source is None or (not source.name and not _same(name, said)):  # “the novelist”: whose name is left to fill in
        return "open"
    return "right" if _same(name, said) else "wrong"


def _same(name: str, said: str) -> bool:
    words = set(re.findall(r"\w+", name.casefold()))
    return any(re.findall(r"\w+", one.casefold())[-1] in words for one in said.split("/"))


def _plain(text: str, quote: dict[str, object]) -> str:
    """The verdict on the plain way: the capitalised name that stands nearest outside quotation marks."""
    said = str(quote["speaker"])
    start, end = int(str(quote["start"])), int(str(quote["end"]))
    if said == "?":
        return "unjudged"
    low, high = max(0, start - _FAR), min(len(text), end + _FAR)
    bare = PAIRS.sub(lambda match: " " * len(match[0]), text[low:high])
    near = [
        (min(abs(low + found.start() - end), abs(start - low - found.end())), found[0])
        for found in NAME.finditer(bare)
        if found[0] not in _NO_NAMES and not (low + found.start() < end and low + found.end() > start)
    ]
    name = min(near, default=(0, ""))[1]
    if said == "-":
        return "given" if name else "kept"
    return "open" if not name else "right" if _same(name, said) else "wrong"


def _all() -> None:
    total: Counter[str] = Counter()
    spent = 0.0
    slowest = ("", 0.0)
    for path in _articles():
        text = path.read_bytes().decode("utf-8").removeprefix("\ufeff")
        begun = time.process_time()
        try:
            made = recovered_text(text, str(path), "notes.md")
        except Exception as error:  # noqa: BLE001  # counted, and told
            total["crashes"] += 1
            print(f"{path.name}: {type(error).__name__} {error}")
            continue
        took = time.process_time() - begun
        spent += took
        slowest = max(slowest, (path.name, took), key=lambda each: each[1])
        total["articles"] += 1
        total += _counted(text, made)
        for lost in made.proof.lost:
            total["lost"] += 1
            print(f"{path.name}: lost: {' '.join(lost.words.split())[:80]}")
        for words in _missing(text, made):
            print(f"{path.name}: not in the draft: {words[:80]}")
    print(", ".join(f"{name}: {count}" for name, count in total.items()))
    print(f"errors: {total['errors']}, lost: {total['lost']}, crashes: {total['crashes']}")
    print(
        f"{1000 * spent / max(total['articles'], 1):.0f} ms an article, at most {1000 * slowest[1]:.0f} ({slowest[0]})"
    )


def _articles() -> Iterator[Path]:
    return iter(sorted((DATA / "articles").iterdir()))


if __name__ == "__main__":
    main()

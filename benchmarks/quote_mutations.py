"""Changes quotations of the drafted example stories at random, and prints how many changes ``altered-quote`` reports.

    python benchmarks/quote_mutations.py [--misses]

Each change is what a tired hand makes: a word dropped, two words swapped, a number changed, “not” put in, a tense
changed, a word doubled. As many edits that a copy desk allows are tried as well, which nobody should report. The peer
is what a careful reporter does by hand: search the notes for the quoted words as they stand, without the marks at their
ends. Both are also asked about every quotation as it was drafted, which is right by construction.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from authoring.config import Config
from authoring.notes import read_notes
from authoring.notes.model import Notes
from authoring.prose import Quotation, parse
from authoring.runner import lint

ROOT = Path(__file__).parents[1]
STORIES = ("town-clock/interview.md", "town-clock/brief.md", "bridge-tolls/brief.md")
COUNT = 200
SEED = 20261122
RULE = Config(select=frozenset({"altered-quote"}))
_WORD = re.compile(r"[^\W\d_]+(?:’[^\W\d_]+)*")
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "thirty", "forty")
_PAIRS = "is was, are were, has had, will would, can could, do did, says said, go went, get got, come came, take took"
_TENSES = dict(pair.split() for pair in _PAIRS.split(", "))
_TENSES |= {other: one for one, other in _TENSES.items()}


Change = Callable[[str, list[re.Match[str]], random.Random], str | None]


def put(text: str, word: re.Match[str], new: str) -> str:
    return text[: word.start()] + new + text[word.end() :]


def drop(text: str, words: list[re.Match[str]], source: random.Random) -> str | None:
    if len(words) < 3:
        return None
    word = source.choice(words[1:-1])  # without its first or last word it would be a shorter quotation, and right
    return re.sub(" {2,}", " ", put(text, word, "")).strip()


def swap(text: str, words: list[re.Match[str]], source: random.Random) -> str | None:
    at = source.randrange(len(words) - 1)
    one, other = words[at], words[at + 1]
    if one[0].casefold() == other[0].casefold():
        return None
    return text[: one.start()] + other[0] + text[one.end() : other.start()] + one[0] + text[other.end() :]


def number(text: str, words: list[re.Match[str]], source: random.Random) -> str | None:
    numbers = [word for word in words if word[0].casefold() in _NUMBERS]
    if not numbers:
        return None
    word = source.choice(numbers)
    return put(text, word, source.choice([other for other in _NUMBERS if other != word[0].casefold()]))


def negate(text: str, words: list[re.Match[str]], source: random.Random) -> str | None:
    word = source.choice(words)
    return put(text, word, f"{word[0]} not")


def tense(text: str, words: list[re.Match[str]], source: random.Random) -> str | None:
    verbs = [word for word in words if word[0].casefold() in _TENSES]
    if not verbs:
        return None
    word = source.choice(verbs)
    return put(text, word, _TENSES[word[0].casefold()])


def double(text: str, words: list[re.Match[str]], source: random.Random) -> str | None:
    word = source.choice(words)
    return put(text, word, f"{word[0]} {word[0]}")


CHANGES: dict[str, Change] = {
    "word dropped": drop,
    "words swapped": swap,
    "number changed": number,
    "“not” put in": negate,
    "tense changed": tense,
    "word doubled": double,
}


def cut(text: str, words: list[re.Match[str]], source: random.Random) -> str | None:
    if len(words) < 5:
        return None
    at = source.randrange(1, len(words) - 2)
    return f"{text[: words[at].start()]}… {text[words[at + 1].start() :]}"


def bracket(text: str, words: list[re.Match[str]], source: random.Random) -> str | None:
    word = source.choice(words)
    return put(text, word, f"{word[0]} [that is]")


def straighten(text: str, words: list[re.Match[str]], source: random.Random) -> str | None:
    return text.replace("’", "'")


def stops(text: str, words: list[re.Match[str]], source: random.Random) -> str | None:
    return text.replace(", ", " – ", 1)


def small(text: str, words: list[re.Match[str]], source: random.Random) -> str | None:
    return text[:1].lower() + text[1:]


EDITS: dict[str, Change] = {
    "cut shown by …": cut,
    "words put in [brackets]": bracket,
    "straight apostrophes": straighten,
    "a dash for a comma": stops,
    "small first letter": small,
}


def is_reported(text: str, notes: Notes, start: int, end: int) -> bool:
    """Whether our rule points into that stretch of the article."""
    found = lint(parse(text, notes), RULE)
    return any(finding.span.start <= end and start <= finding.span.end for finding in found)


def is_missing(words: str, notes: str) -> bool:
    """Whether plain search does not find the words, without the marks at their ends, in the notes file."""
    return words.strip(" ,.?!") not in notes


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--misses", action="store_true", help="print what was not reported")
    given = parser.parse_args()
    source = random.Random(SEED)
    drafts: list[tuple[str, Notes, Quotation]] = []
    right: Counter[str] = Counter()
    for name in STORIES:
        path = ROOT / "drafts" / name
        text, notes = path.read_text("utf-8"), read_notes(path.parent / "notes.md")
        for quotation in parse(text).quotations:
            if quotation.closed and len(quotation.inner) == 1:
                drafts.append((text, notes, quotation))
                right["all"] += 1
                right["ours"] += is_reported(text, notes, quotation.span.start, quotation.span.end)
                right["search"] += is_missing(quotation.text, notes.text)
    print(f"{right['all']} quotations as drafted: ours reports {right['ours']}, plain search {right['search']}")
    print("Changes, all of which should be reported")
    run(CHANGES, drafts, source, given.misses)
    print("Edits that are allowed, of which none should be")
    run(EDITS, drafts, source, False)


def run(
    kinds: dict[str, Change], drafts: list[tuple[str, Notes, Quotation]], source: random.Random, misses: bool
) -> None:
    """Make that many changes of these kinds, and print what is reported."""
    done: Counter[tuple[str, str]] = Counter()
    while sum(done[kind, "all"] for kind in kinds) < COUNT:
        kind = source.choice(list(kinds))
        text, notes, quotation = source.choice(drafts)
        inner = quotation.inner[0]
        words = list(_WORD.finditer(quotation.text))
        changed = kinds[kind](quotation.text, words, source) if len(words) > 1 else None
        if changed is None or changed == quotation.text:
            continue
        article = text[: inner.start] + changed + text[inner.end :]
        ours = is_reported(article, notes, inner.start, inner.start + len(changed))
        done[kind, "all"] += 1
        done[kind, "ours"] += ours
        done[kind, "search"] += is_missing(changed, notes.text)
        if misses and not ours:
            print(f"not reported, {kind}: {changed}")
    for kind in kinds:
        print(f"{kind}: {done[kind, 'all']}, ours reports {done[kind, 'ours']}, plain search {done[kind, 'search']}")
    whole = {who: sum(done[kind, who] for kind in kinds) for who in ("all", "ours", "search")}
    print(f"together: {whole['all']}, ours reports {whole['ours']}, plain search {whole['search']}")


if __name__ == "__main__":
    main()

"""Changes real quotations at random, and prints how many changes the quote check reports, and how many untouched ones.

    python benchmarks/quote_mutations.py [--count N] [--seed N] [--misses]

The quotations are exact stretches of real transcripts. Each is asked about as it stands, with a few edits that a copy
desk may make, and changed as a tired hand does (``quote_changes.py``); besides, the halves of two answers are joined,
and words are given to another speaker. Not counted as a change is what leaves the words as they stand elsewhere in the
transcript, what only takes out “um”, “you know” or a word said twice, and a speaker whose label holds the other's, as
“AUDIENCE” and “AUDIENCE MEMBER”. Peers search the same transcript; difflib, which is slow, is given the right turn
of a sample.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import Random

from quote_changes import ALLOWED, CHANGES
from quote_peers import PEERS, likeness

from authoring.transcripts import Transcript, Turn, read_transcript
from authoring.wording import Material, check_quote, material_of

SHARED = Path(__file__).parents[2] / "shared" / "data"
SOURCES = (
    "transcripts/whitehouse-transcripts/*.txt",
    "transcripts/*/*.md",
    "transcripts/*/*.vtt",
    "transcripts/formats/googlemeet*.txt",
    "quote-pairs/full/*/transcript.*",
)
COUNT = 6000
SEED = 20261201
DIFFLIB_SHARE = 0.05
_ASIDE = re.compile(r"\b(?:you know|i mean|u[hm]+|er|ah)\b")


def bare(text: str) -> str:
    """The words of a text in small letters, parted by single spaces, without what stands in brackets."""
    text = re.sub(r"[(\[][^()\[\]]*[)\]]", " ", text.casefold().replace("’", "'"))
    return " " + " ".join(re.findall(r"[^\W_]+(?:'[^\W_]+)*", text)) + " "


@dataclass(frozen=True)
class Said:
    """One transcript, ready to draw quotations from."""

    transcript: Transcript
    material: Material
    whole: str

    @cached_property
    def turns(self) -> list[Turn]:
        return [turn for turn in self.transcript.turns if turn.speaker and len(turn.text.split()) >= 12]

    @cached_property
    def bare(self) -> list[tuple[str | None, str]]:
        return [(turn.speaker, bare(turn.text)) for turn in self.transcript.turns]

    def has(self, quote: str, speaker: str | None = None) -> bool:
        words = bare(quote)
        return any(words in text for who, text in self.bare if speaker is None or who == speaker)


def read() -> list[Said]:
    """Every transcript that names speakers."""
    found = []
    for pattern in SOURCES:
        for path in sorted(SHARED.glob(pattern)):
            transcript = read_transcript(path)
            said = Said(transcript, material_of(transcript), "\n".join(turn.text for turn in transcript.turns))
            if said.turns:
                found.append(said)
    return found


def stretch(turn: Turn, source: Random) -> str | None:
    """Eight to forty words of a turn as they stand; ``None`` where they hold brackets or dots, which mean cuts."""
    words = list(re.finditer(r"\S+", turn.text))
    size = source.randrange(8, 41)
    first = source.randrange(max(1, len(words) - size + 1))
    last = min(len(words), first + size) - 1
    quote = " ".join(turn.text[words[first].start() : words[last].end()].split())
    return None if re.search(r"[\[\]()…<>]|\.\s?\.|https?:", quote) or len(bare(quote).split()) < 6 else quote


def joined(said: Said, turn: Turn, source: Random) -> str | None:
    """A sentence of this answer and one of another answer of the same speaker."""
    others = [other for other in said.turns if other.speaker == turn.speaker and other is not turn]
    if not others:
        return None
    parts = []
    for part in (turn, source.choice(others)):
        sentences = [s for s in re.split(r"(?<=[.?!])\s+", " ".join(part.text.split())) if len(bare(s).split()) >= 4]
        if not sentences:
            return None
        parts.append(source.choice(sentences))
    quote = " ".join(parts)
    return None if re.search(r"[\[\]()…<>]|\.\s?\.|https?:", quote) else quote


def other_speaker(said: Said, turn: Turn, quote: str, source: Random) -> str | None:
    """Another speaker of the transcript, who did not say these words and whose label is not part of this one."""
    here = set(bare(turn.speaker or "").split())
    labels = {label for label in (other.speaker for other in said.turns) if label}
    others = [
        label for label in sorted(labels) if not (set(bare(label).split()) & here) - {"the", "mr", "mrs", "speaker"}
    ]
    others = [label for label in others if label != turn.speaker and not said.has(quote, label)]
    return source.choice(others) if others else None


def is_change(said: Said, quote: str, changed: str) -> bool:
    """Whether a changed quotation has other words than before, and than any turn of the transcript."""
    if said.has(changed):
        return False
    before, after = (_ASIDE.sub(" ", bare(text)).split() for text in (quote, changed))
    return _once(before) != _once(after)


def _once(words: list[str]) -> list[str]:
    return [word for number, word in enumerate(words) if not number or word != words[number - 1]]


class Score:
    """How often each kind was tried and reported, by this check and by its peers."""

    def __init__(self, *, misses: bool) -> None:
        self.count: Counter[tuple[str, str]] = Counter()
        self._misses = misses

    def add(self, drawn: tuple[Said, Turn], kind: str, quote: str, speaker: str, *, sample: bool) -> None:
        said, turn = drawn
        found = check_quote(quote, said.material, speaker)
        self.count[kind, "all"] += 1
        self.count[kind, "this check"] += not found.passes
        for name, peer in PEERS.items():
            if peer is not likeness:
                self.count[kind, name] += not peer(quote, said.whole)
            elif sample:
                self.count[kind, "sample"] += 1
                self.count[kind, name] += not peer(quote, turn.text)
        if self._misses and found.passes != (kind in ("untouched", *ALLOWED)):
            print(f"{kind}, {found.status} ({found.reason}), {speaker}: {quote}")

    def show(self, kinds: list[str], title: str) -> None:
        print(title)
        for kind in [*kinds, "together"]:
            listed = kinds if kind == "together" else [kind]
            total = sum(self.count[each, "all"] for each in listed)
            if not total:
                continue
            rates = [f"this check {sum(self.count[each, 'this check'] for each in listed)} of {total}"]
            for name, peer in PEERS.items():
                of = sum(self.count[each, "sample" if peer is likeness else "all"] for each in listed)
                rates.append(f"{name} {sum(self.count[each, name] for each in listed) / max(of, 1):.1%}")
            print(f"  {kind}: {', '.join(rates)}")
        caught = sum(self.count[each, "this check"] for each in kinds)
        print(f"  this check reports {caught / max(1, sum(self.count[each, 'all'] for each in kinds)):.2%}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--misses", action="store_true", help="print what is judged otherwise than it should be")
    given = parser.parse_args()
    source, texts = Random(given.seed), read()
    score = Score(misses=given.misses)
    kinds = [*CHANGES, "two answers joined", "speaker swapped"]
    done = tries = 0
    while done < given.count and tries < 60 * given.count:
        tries += 1
        said = source.choice(texts)
        turn = source.choice(said.turns)
        quote = stretch(turn, source)
        if quote is None:
            continue
        speaker = turn.speaker or ""
        kind = kinds[done % len(kinds)]
        if kind == "speaker swapped":
            changed, other = quote, other_speaker(said, turn, quote, source)
            if other is None:
                continue
            speaker = other
        else:
            change = joined(said, turn, source) if kind == "two answers joined" else CHANGES[kind](quote, source)
            if change is None or not is_change(said, quote, change):
                continue
            changed = change
        done += 1
        sample = source.random() < DIFFLIB_SHARE
        score.add((said, turn), "untouched", quote, turn.speaker or "", sample=sample)
        score.add((said, turn), kind, changed, speaker, sample=sample)
        edit = source.choice(list(ALLOWED))
        if (allowed := ALLOWED[edit](quote, source)) and allowed != quote:
            score.add((said, turn), edit, allowed, turn.speaker or "", sample=sample)
    score.show(kinds, f"{done} changes, all of which should be reported")
    score.show(["untouched"], "The same quotations as said, of which none should be reported")
    score.show(list(ALLOWED), "Edits that are allowed, of which none should be reported")


if __name__ == "__main__":
    main()

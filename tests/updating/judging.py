"""What is wrong with a merged article, judged without any of the code that merges."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from histories import History

from authoring.text.quotations import pairs
from authoring.text.sentences import sentence_spans

MARKS = re.compile(r"\[\[clash: [^\]]*\]\] ?|^# clash: .*\n", re.MULTILINE)
_CLASH = re.compile(
    r"\[\[clash: (?:you deleted this, [^\]]*\]\](?P<notes>.*?)|yours(?:, [^\]]*)?\]\](?P<yours>.*?)"
    r"(?:\[\[clash: (?:notes|template)\]\](?P<other>.*?))?)\[\[clash: end\]\]",
    re.DOTALL,
)
_MARKER = re.compile(r"^(?:#{1,6} |- |\*\*[^*]+:\*\* )")


def plain(text: str) -> str:
    """The text with every stretch of space as one."""
    return " ".join(text.split())


def body(text: str) -> str:
    """An article without its front matter."""
    return text.partition("\n---\n")[2] if text.startswith("---\n") else text


def sentences(text: str) -> list[str]:
    """The sentences of an article's body, without what opens a heading or a list item."""
    found = []
    for paragraph in body(text).split("\n\n"):
        found += [plain(_MARKER.sub("", paragraph[start:end])) for start, end in sentence_spans(paragraph)]
    return [sentence for sentence in found if sentence]


def front(text: str) -> list[str]:
    """The lines of the front matter, without the fingerprints."""
    head = text.partition("\n---\n")[0].split("\n")[1:] if text.startswith("---\n") else []
    return [line for line in head if "_sha256:" not in line]


def lost(history: History, merged: str) -> list[str]:
    """Sentences and lines that either side wrote, or both kept, and that are nowhere."""
    there = plain(MARKS.sub(" ", merged))
    base, ours, theirs = (set(sentences(text)) for text in (history.base, history.ours, history.theirs))
    wanted = (ours - base) | (theirs - base) | (ours & theirs)
    lines = [set(front(text)) for text in (history.base, history.ours, history.theirs)]
    wanted |= {plain(line) for line in (lines[1] - lines[0]) | (lines[2] - lines[0]) | (lines[1] & lines[2])}
    return sorted(words for words in wanted if words not in there)


def altered(history: History, merged: str) -> list[str]:
    """Hand edits that nothing has touched and that do not stand there to the letter, and deletions that came back."""
    paragraphs = body(merged).strip("\n").split("\n\n")
    lines = merged.split("\n")
    kept = [words for words in history.kept if words not in paragraphs and words not in lines]
    return kept + [f"came back: {words}" for words in history.gone if words in paragraphs]


def twice(history: History, merged: str) -> list[str]:
    """Sentences that stand there more often than on either side."""
    counts = [Counter(sentences(text)) for text in (MARKS.sub("", merged), history.ours, history.theirs)]
    return [words for words, count in counts[0].items() if count > max(counts[1][words], counts[2][words], 1)]


def quoted(text: str) -> Counter[str]:
    """The quotations of an article."""
    return Counter(
        plain(paragraph[pair.inner : pair.stop])
        for paragraph in body(text).split("\n\n")
        for pair in pairs(paragraph)
        if not pair.depth
    )


def mixed(history: History, merged: str) -> list[str]:
    """Quotations that stand in no version, so that they are made of two."""
    known = quoted(history.base) + quoted(history.ours) + quoted(history.theirs)
    settled = (
        _CLASH.sub(lambda clash, side=side: clash[side] or (clash["other"] if side == "notes" else None) or "", merged)
        for side in ("yours", "notes")
    )
    return [words for text in settled for words in quoted(MARKS.sub("", text)) if words not in known]


def glued(merged: str) -> list[str]:
    """Lines in which a heading or a list item stands in the middle, after other words."""
    lines = (MARKS.sub("", line) for line in body(merged).split("\n") if "[[clash" not in line)
    return [line for line in lines if re.search(r"\S #{1,6} \S|[.”] - \S|\*\*[^*]+:\*\*.*\*\*[^*]+:\*\*", line)]


def faults(history: History, merged: str) -> Iterator[str]:
    """Everything that is wrong, in words."""
    for name, judge in (("lost", lost), ("altered", altered), ("twice", twice), ("mixed", mixed)):
        yield from (f"{history.number} {history.story} {name}: {words}" for words in judge(history, merged))
    yield from (f"{history.number} {history.story} glued: {line}" for line in glued(merged))

"""Which quotations nobody is named for: a first, cautious answer that the attribution engine will replace.

It asks whether a reporting word, or a layout that names the speaker, stands in a quotation's own sentence or right
beside it, or tagged a quotation before it. Where it cannot tell, it takes the quotation for attributed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from authoring.prose.cues import cues_in
from authoring.prose.document import Block, BlockKind, Document, Quotation, Voice
from authoring.prose.narration import SPOKEN, narration_of

_NO_TAG = re.compile(
    r"\b(?:when|if|after|was|were|is|are|been|being|once) (?:\w+ )?(?:asked|questioned|told|reminded|pressed)\b"
    r"|\basked about\b",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
_SHORTENED = re.compile(r"\b(?:[a-z]\.){2,}$|\b(?:vs|etc|No|Mr|Ms|Mrs|Dr|St)\.$")
_TELLING = 8
"""Words of a paragraph that tells something; a shorter line without a full stop is a byline, a date, a credit."""
_CREDIT = re.compile(r"\b(?:image|photo|photograph|picture|credit|source|illustration)s?:", re.IGNORECASE)
_STATEMENT = re.compile(r"\bstatement\b", re.IGNORECASE)
_TAG_AHEAD = 40
"""Characters after a quotation in which a sentence of its own may still be its tag: “Why?” Ruiz asked the council."""
_AROUND = 200
"""Characters before and after a quotation that are looked at for marks."""
_SENTENCE_END = re.compile(r"[a-z][.!?]\s")
_CLAUSE = re.compile(r",?\s+that\b")
_NAMED_AFTER = re.compile(r"^\s*(?:[-–—―~]+|\()\s*[@\w]")
_BESIDE = re.compile(r"^\s*(?:[a-z]|(?:[A-Z][\w.’'\-]*\s+){1,4}[a-z]+(?:ed|s|t)\b)")


def _cues(narration: str) -> list[tuple[int, int]]:
    """Place of every reporting word that can carry a speaker; being asked is not speaking."""
    return sorted(cues_in(_NO_TAG.sub(lambda match: " " * len(match[0]), narration), SPOKEN))


def _is_direct(words: str) -> bool:
    """Whether quoted words read as somebody's speech: a whole sentence, or five words and more."""
    count = len(_WORD.findall(words))
    if words.rstrip().endswith("?") and "." not in words:  # questions that anybody might ask
        return False
    return count >= 5 or (count >= 2 and words[:1].isupper() and words.rstrip().endswith((".", "!", "?", "…")))


def _stands_alone(before: str, after: str, words: str) -> bool:
    """Whether the quotation is a sentence of its own in the paragraph, not a part of the narration's sentence."""
    before, after = before.rstrip(), after.lstrip()
    if before and (not before.endswith((".", "!", "?", "…", SPOKEN)) or _SHORTENED.search(before)):
        return False
    if after.startswith((",", ";", ":", "(")) or not words.rstrip().endswith((".", "!", "?", "…", "—", "–")):
        return False
    # After a full stop inside the marks a new sentence begins; after ? and ! the tag may follow.
    return words.rstrip().endswith(".") or not _BESIDE.match(after)


def _is_credit(after: str) -> bool:
    """Whether a short line without a full stop follows, as under a pull quote."""
    line = after.replace(SPOKEN, "").strip()
    return 0 < len(line.split()) <= 12 and not line.endswith((".", "!", "?"))


def _is_bare(narration: str) -> bool:
    """Whether a block holds quoted words alone."""
    return SPOKEN in narration and not _LETTER.search(narration.replace(SPOKEN, ""))


def _leads_in(block: Block, narration: str) -> bool:
    """Whether a bare quotation beneath may carry on from this block: it ends in a quotation, a colon or a report."""
    end = narration.rstrip()
    if block.kind is not BlockKind.PARAGRAPH or end.endswith((SPOKEN, ":", "—", "–")):
        return True
    if not block.sentences or _STATEMENT.search(narration):
        return True
    last = block.sentences[-1]
    return any(last.start <= start < last.end for start, _ in _cues(narration))


def _tells(block: Block, narration: str) -> bool:
    """Whether it is a paragraph of the story, and not a byline, a date, a caption or a credit."""
    if block.kind is not BlockKind.PARAGRAPH or _CREDIT.search(narration):
        return False
    words = len(_WORD.findall(narration))
    return SPOKEN in narration or words >= _TELLING or (words > 2 and narration.rstrip().endswith((".", "!", "?")))


def untagged(document: Document) -> Iterator[Quotation]:
    """The direct quotations in running text that nobody is named for, in order.

    Left out: fragments inside a sentence of the narration, quotations that a colon, a dash or a name leads in, those
    that carry on from a tagged one in their paragraph or at the end of the one above, and everything that is no
    narrated paragraph (answers of a Q&A, headings, lists, pull quotes).
    """
    blocks = [block for block in document.blocks if block.kind is not BlockKind.CAPTION]
    led_in = True  # at the head of a piece stand mottoes
    for index, block in enumerate(blocks):
        narration = narration_of(document, block)
        if SPOKEN in narration and block.kind is BlockKind.PARAGRAPH and block.voice is Voice.NARRATION:
            after = blocks[index + 1].text if index + 1 < len(blocks) else ""
            if not block.speaker and not (_is_bare(narration) and _is_credit(after)):
                yield from _in_paragraph(block, narration, led_in)
        if block.kind is not BlockKind.PARAGRAPH or _tells(block, narration) or narration.rstrip().endswith(":"):
            led_in = _leads_in(block, narration)


def _in_paragraph(block: Block, narration: str, led_in: bool) -> Iterator[Quotation]:
    """The untagged quotations of one paragraph. ``led_in``: whether one that opens it may carry on from above."""
    cues = _cues(narration)
    if cues and _STATEMENT.search(narration):  # “issued the following statement” names the speaker of all that follows
        return
    starts = [sentence.start for sentence in block.sentences]
    ends = [*starts[1:], len(narration)]
    opening = len(narration) - len(narration.lstrip())
    starting = next((quotation.span.start for quotation in block.quotations), block.span.end)
    # A paragraph that opens inside a quotation carries on one from the paragraph above.
    tagged = narration[opening : opening + 1] == SPOKEN and block.span_of(opening, opening + 1).start < starting
    waiting: list[Quotation] = []
    """Untagged ones, with nothing but space after each, that the tag of the next would belong to as well."""
    last = 0
    for quotation in block.quotations:
        if quotation.depth:
            continue
        start = bisect_left(block.offsets, quotation.span.start)
        end = bisect_left(block.offsets, min(quotation.span.end, block.span.end))
        between = narration[last:start]
        if between.strip():
            yield from waiting
            waiting.clear()
        last = end
        first, final = max(bisect_right(starts, start) - 1, 0), max(bisect_left(starts, end) - 1, 0)
        before, after = narration[max(0, start - _AROUND) : start], narration[end : end + _AROUND]
        if (
            (start <= opening and (led_in or _is_credit(narration[end:])))
            or before.rstrip().endswith((":", "–", "—"))
            or _NAMED_AFTER.match(after)
            or _any_between(cues, starts[first], ends[final])
        ):
            tagged = True
            waiting.clear()
        elif not tagged and _is_direct(quotation.text) and _stands_alone(before, after, quotation.text):
            tagged = (first > 0 and _any_between(cues, starts[first - 1], start)) or _is_tag_ahead(narration, cues, end)
            if not tagged:
                waiting.append(quotation)
    yield from waiting


def _any_between(cues: list[tuple[int, int]], start: int, end: int) -> bool:
    index = bisect_left(cues, (start, 0))
    return index < len(cues) and cues[index][0] < end


def _is_tag_ahead(narration: str, cues: list[tuple[int, int]], end: int) -> bool:
    """Whether the sentence after a quotation is its tag and no report of its own: not “She says that …”."""
    index = bisect_left(cues, (end, 0))
    if index == len(cues) or cues[index][0] > end + _TAG_AHEAD:
        return False
    start, stop = cues[index]
    return not _SENTENCE_END.search(narration, end, start) and not _CLAUSE.match(narration, stop)

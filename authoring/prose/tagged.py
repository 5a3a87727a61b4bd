"""Which quotations nobody is named for: a first, cautious answer that the attribution engine will replace.

It asks only whether a quotation's paragraph has a reporting word, or a layout that names the speaker. Where it cannot
tell, it takes the quotation for attributed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
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
_REACH = 3
"""How many blocks further down a bare quotation may still belong to a speaker."""
_NAMED_AFTER = re.compile(r"^\s*(?:[-–—―~]+|\()\s*[@\w]")
_BESIDE = re.compile(r"^\s*(?:[a-z]|(?:[A-Z][\w.’'\-]*\s+){1,4}[a-z]+(?:ed|s|t)\b)")


def has_cue(narration: str) -> bool:
    """Whether a reporting word stands in it that can carry a speaker; being asked is not speaking."""
    return next(cues_in(_NO_TAG.sub(" ", narration), SPOKEN), None) is not None


def _is_direct(words: str) -> bool:
    """Whether quoted words read as somebody's speech: a whole sentence, or five words and more."""
    count = len(_WORD.findall(words))
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


def _leads_in(block: Block, narration: str) -> bool:
    """Whether what follows may carry on from this block: it quotes, reports, or ends in a colon."""
    end = narration.rstrip()
    return block.kind is not BlockKind.PARAGRAPH or SPOKEN in end or end.endswith((":", "—", "–")) or has_cue(narration)


def untagged(document: Document) -> Iterator[Quotation]:
    """The direct quotations in running text whose paragraph names no speaker, in order.

    Left out: fragments inside a sentence of the narration, quotations that a colon, a dash or a name leads in, bare
    paragraphs that carry on from one of those above, and everything that is no narrated paragraph (answers of a Q&A,
    headings, lists, pull quotes).
    """
    blocks = [block for block in document.blocks if block.kind is not BlockKind.CAPTION]
    led_in = [True] * _REACH
    """Whether the last blocks lead in what follows; at the head of a piece stand mottoes."""
    for index, block in enumerate(blocks):
        narration = narration_of(document, block)
        bare = not _LETTER.search(narration.replace(SPOKEN, ""))
        if block.kind is BlockKind.PARAGRAPH and block.voice is Voice.NARRATION and not block.speaker:
            after = blocks[index + 1].text if index + 1 < len(blocks) else ""
            if not (bare and (any(led_in) or _is_credit(after))):
                yield from _in_paragraph(block, narration)
        led_in = [*led_in[1:], _leads_in(block, narration)]


def _in_paragraph(block: Block, narration: str) -> Iterator[Quotation]:
    outer = [quotation for quotation in block.quotations if not quotation.depth]
    if not outer or has_cue(narration):
        return
    for quotation in outer:
        start = bisect_left(block.offsets, quotation.span.start)
        end = bisect_left(block.offsets, min(quotation.span.end, block.span.end))
        before, after = narration[:start], narration[end:]
        if (
            before.rstrip().endswith((":", "–", "—"))
            or _NAMED_AFTER.match(after)
            or (not before.strip() and _is_credit(after))
        ):
            return
        if _is_direct(quotation.text) and _stands_alone(before, after, quotation.text):
            yield quotation

"""Tells English articles from others, so that rules about English stay silent where they know nothing."""

from __future__ import annotations

from authoring.prose.document import BlockKind, Document
from authoring.text.patterns import lazy

_LETTERS = lazy(r"[^\W\d_]+")
_FUNCTION_WORDS = frozenset(
    _LETTERS.findall(
        """
    the of and to in a is that for it was on with he as his at be by this had not are but from or have an they
    which one you were her all she there would their we him been has when who will more no if out so said what up
    its about into than them can only other new some could time these two may then do first any my now such like
    our over me even most made after also did many before must through back years where much your way down should
    because each just those people how too little us very don t s i
        """
    )
)
_SHORT = 200
"""Letters that a text must have before it can be called anything but English."""
_SHARE = 0.18
"""Share of common words below which a text is not English; English articles have at least a quarter of them."""
_SAMPLE = 5_000
"""Characters that are looked at."""


def is_english(text: Document | str) -> bool:
    """Whether a text is English, as far as common words tell; a short one counts as English."""
    if isinstance(text, Document):
        pieces, length = [], 0
        for block in text.blocks:
            if block.kind is not BlockKind.CODE and length < _SAMPLE:
                pieces.append(block.text)
                length += len(block.text)
        text = "\n".join(pieces)
    sample = text[:_SAMPLE].lower()
    rough = sample.split()  # marks stick to words here, which hides some of them, and is several times as fast
    if len(rough) > _SHORT and sum(map(_FUNCTION_WORDS.__contains__, rough)) >= len(rough) * _SHARE:
        return True
    words = _LETTERS.findall(sample)
    if sum(map(len, words)) < _SHORT:
        return True
    return sum(map(_FUNCTION_WORDS.__contains__, words)) >= len(words) * _SHARE

"""Where a long sentence may surely be made two: before “, but they …”, or at its one semicolon."""

from __future__ import annotations

import re

from authoring.prose.document import WORD
from authoring.prose.narration import SPOKEN
from authoring.text.patterns import lazy

_JOINT = lazy(
    r"(?:,|;| [–—]) (?P<at>(?:and|but|so|yet) (?:he|she|they|we|I|it|there|these|those)) (?=[a-z])"
    r"|; (?P<alone>he|she|they|we|I|it|there|(?:this|these|those|the|its|his|her|their) [a-z]+) (?=[a-z])"
)
_HANGS = lazy(
    r"\b(?:although|because|if|not only|that|though|unless|what|when|whenever|whether|while|why"
    r"|sa(?:id|ys?)|t(?:old|ells?)|add(?:s|ed)|argue[sd]?|believe[sd]?|claim(?:s|ed)?|th(?:inks?|ought)|warn(?:s|ed)?)\b"
    r"|[(\[:“\"]",
    re.IGNORECASE,
)
"""Words before a joint on which what comes after it may hang, and marks that may hold both."""
_OPENS = lazy(r"\W*(?:After|As|Before|Given|Once|Since|Until|Where|With)\b")
"""What opens a sentence whose main clause may not have come yet."""
_LEAST = 8
"""Words that each of the two sentences has."""


def joint_of(narration: str, start: int, end: int) -> str | None:
    """The words at which a second sentence could begin in ``narration[start:end]``, the nearest to its middle.

    Nothing where that is not certain.
    """
    if SPOKEN in narration[start:end] or _OPENS.match(narration, start):
        return None
    best, distance = None, end
    for joint in _JOINT.finditer(narration, start, end):
        place = joint.start("at") if joint["at"] else joint.start("alone")
        if _HANGS.search(narration, start, place):
            break
        if joint["alone"] and narration.count(";", start, end) > 1:  # a list
            continue
        away = abs(place - (start + end) // 2)
        if away < distance and all(
            len(WORD.findall(narration, *part)) >= _LEAST for part in ((start, place), (place, end))
        ):
            best, distance = joint["at"] or joint["alone"], away
    return best

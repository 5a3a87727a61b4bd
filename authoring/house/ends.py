"""Whether a point after an abbreviation also ends its sentence: then it stays when the abbreviation loses it."""

from __future__ import annotations

from authoring.house.departure import SPOKEN
from authoring.text.sentences import sentence_spans

_CLOSERS = "”’\"')]*_" + SPOKEN


def ends_sentence(text: str, end: int) -> bool:
    """Whether a sentence ends with the point just before ``end``, as far as its paragraph tells."""
    begin, stop = _paragraph(text, end)
    rest = text[end:stop]
    if rest.startswith(")"):
        return False
    if not rest.strip(_CLOSERS + " \n"):
        return True
    beyond = rest.lstrip(_CLOSERS)
    if not beyond[:1].isspace():
        return False
    following = beyond.lstrip()[:1]
    if following.islower() or following in ",;:?!.–—-&$€£%(" or following.isdigit():
        return False
    told = text[begin:stop].replace(f" {SPOKEN}{SPOKEN}", " “A")  # a quotation begins as a sentence does
    return any(end <= begin + last <= end + len(rest) - len(beyond) for _, last in sentence_spans(told))


def _paragraph(text: str, place: int) -> tuple[int, int]:
    begin = text.rfind("\n\n", 0, place)
    stop = text.find("\n\n", place)
    return (begin + 2 if begin >= 0 else 0), (stop if stop >= 0 else len(text))

"""Where sentences begin and end: sentencex, and a second pass for what news copy needs.

sentencex leaves a quotation or a bracket whole, however many sentences it holds, and does not know that “…?” she asked
is one sentence. The second pass cuts quotations at their own sentence ends and joins what reporting words continue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sentencex import get_sentence_boundaries

from authoring.text.abbreviations import AFTER_CLOCK, CLOCK, missed_ends, opens
from authoring.text.enumerations import list_letters, list_numbers, trim
from authoring.text.patterns import lazy

_PIECE = 20_000
"""Characters beyond which a paragraph is asked for in pieces; a whole story has fewer."""
_SURE_END = lazy(r"""[a-z][.!?…]["”’»)\]]*\s+(?=["“‘'(\[]*[A-Z])""")
_INNER_END = lazy(r"""[.!?…]["”'’)\]]*\s""")
_MARKS = lazy(r"""["“”„«»]|''|‘(?=\w)|(?<=[.,!?…])’(?!\w)""")
_CLOSED_END = lazy(r"""(?<!\[)(?<!\[\.\.)[.!?…](?:["”’»)\]]|'{1,2})+(?=\s+["“‘'(\[«]*[A-Z0-9])""")
_CUES = (
    r"(?:said|says|say|asked|asks|told|tells|added|adds|wrote|writes|replied|replies|continued|explained|recalled"
    r"|responded|shouted|yelled|cried|exclaimed|answered|joked|quipped|warned|insisted|wondered|demanded|declared"
    r"|remarked|argued|tweeted|announced|began|noted|thought|repeated|called out|went on)\b"
)
_NOT_A_NAME = (
    r"(?:A|After|All|Also|An|And|As|At|Before|But|By|Earlier|Even|For|He|Her|His|I|If|In|It|Its|Later|Meanwhile|My|No"
    r"|Nobody|Now|On|Once|One|Only|Or|Others?|Our|People|She|Since|So|Some|Somebody|Someone|Still|That|The|Their|Then"
    r"|There|These|They|This|Those|To|Today|Until|We|What|When|While|Who|Yes|Yesterday|Yet|You)\b"
)
_ASKED = lazy(r"""[?!…]["”’»']+$""")
_STRAY = lazy(
    r"(?:[.…][\s.…]*[\"”’»)]*|[)\]]+|\*{1,3}|[:;]-?\)|[⁰¹²³⁴-⁹]+"
    r"|[\U0001F1E6-\U0001FAFF\u2600-\u27bf\u2b50\ufe0f\u200d]+)(?=\s|$)"
)
"""What stands behind the mark that ends a sentence and belongs to it: a footnote mark, an emoji, a bracket, points."""
_PUNCTUATION = "\u2029"
"""Signs beyond this character are no marks of a sentence."""
_MAY_STRAY = frozenset(".…*)]:;⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWER = lazy(r"[a-z]+(?:\W|$)")
_DASH = lazy(r"(?:--?|—|–)\s+[a-z]")
_TITLE = lazy(
    r"(?<![\w.])(?:Adm|Asst|Atty|Brig|Capt|Cmdr|Col|Cpl|Det|Dr|Ft|Gen|Gov|Hon|Insp|Lt|Maj|Messrs|Mr|Mrs|Ms|Mt|Mx"
    r"|Pfc|Pres|Prof|Pvt|Rep|Reps|Rev|Sen|Sens|Sgt|Spc|St|Supt)\.$"
)
_HOUR = lazy(r"\b[ap]\.m\.$", re.IGNORECASE)
_FIGURE = lazy(
    r"(?<![\w.])(?:approx|est|ca|c|circa|[Ff]igs?|[Vv]ols?|[Nn]os?|[Cc]h|pp?|[Pp]ar|Art|[Ss]ec|Apt|Ste|Rm|Bldg)\.$"
)
"""What a figure follows."""
_INITIALS = lazy(
    r"(?<![\w.])(?<!, )(?<!\ba )(?<!\ban )(?<!\bher )(?<!\bhis )(?<!\d )(?:J\.D|[BM]\.[AS]|C\.E|M\.D|B\.C|A\.D)\.$"
)
"""Initials that sentencex takes for a degree or an era: “J.D. Marsh rowed”."""
_OPENING = frozenset('"“‘([')
_WIDE_SPACE = lazy(r"[^\S\x00-\x7f](?=\s*\.)")
"""Space of several bytes before a full stop, on which sentencex ends the whole program where a capital precedes it."""
_ENUMERATOR = lazy(r"[•⁃*-]?\s*(?:\d{1,3}|[a-zA-Z])\.?$|[•⁃*-]?\s*(?:\d{1,3}|[QAqa])[.)]{1,2}$")


@cache
def _speaker() -> re.Pattern[str]:
    """What continues a sentence after ?” and !”, besides a word in lower case: a name and a reporting word.

    Made when first needed, since it takes long and few texts need it.
    """
    return re.compile(rf"I\s+{_CUES}|(?!{_NOT_A_NAME})(?:[A-Z][\w.’'-]*\s+){{1,4}}{_CUES}")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of every sentence in order, in code points, without the space around it.

    ``text`` is one paragraph; a line break in it is space. Sentences inside quotation marks count on their own, and
    the words that name the speaker belong to the sentence before or after them: “We lost. | Badly,” she said.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for end in _ends(text):
        first, last = trim(text, start, end)
        if spans and first < last and (text[first] in _MAY_STRAY or text[first] > _PUNCTUATION):
            stray = _STRAY.match(text, first, last)
            if stray:
                spans[-1] = (spans[-1][0], trim(text, first, stray.end())[1])
                first, last = trim(text, stray.end(), last)
        start = end
        if first < last and _opens_next(text, last):
            start = last - 1
            first, last = trim(text, first, start)
        if first >= last:
            continue
        if spans and _joins(text, spans[-1], first):
            spans[-1] = (spans[-1][0], last)
        else:
            spans.append((first, last))
    return list_numbers(text, list_letters(text, spans))


def _ends(text: str) -> Iterator[int]:
    """Where sentences may end: at sentencex’s boundaries, inside quotations, and after what is no abbreviation."""
    for start, end in _boundaries(text):
        found = missed_ends(text, start, end)
        if _INNER_END.search(text, start, end - 2) and _MARKS.search(text, start, end):
            found += _inner_ends(text, start, end)
        elif text[start] in "([":
            closed = (match.end() for match in _CLOSED_END.finditer(text, start, end))
            found += [place for place in closed if text[place - 1] in ")]"]
        if found:
            yield from sorted({*found})
        yield end


def _opens_next(text: str, last: int) -> bool:
    """Whether a stretch ends with the mark that opens the next one, as where an earlier mark was never closed."""
    return text[last - 1] in _OPENING and text[last - 2 : last - 1].isspace() and text[last : last + 1].isalnum()


def _boundaries(text: str) -> Iterator[tuple[int, int]]:
    """What sentencex takes for sentences, asked in pieces, for it takes the square of the time for a long text."""
    at = 0
    carried: int | None = None
    """Where a sentence began that the end of a piece cut."""
    while at < len(text):
        stop, whole = len(text), True
        if stop - at > _PIECE:
            end = _SURE_END.search(text, at + _PIECE // 2, at + _PIECE)
            stop, whole = (end.end(), True) if end else (at + _PIECE, False)
        found = get_sentence_boundaries("en", _WIDE_SPACE.sub(" ", text[at:stop]))
        for number, boundary in enumerate(found, 1):
            start, end_index = at + boundary["start_index"], at + boundary["end_index"]
            if carried is not None:
                start, carried = carried, None
            if number == len(found) and not whole:
                carried = start
            else:
                yield start, end_index
        at = stop
    if carried is not None:
        yield carried, len(text)


def _inner_ends(text: str, start: int, end: int) -> list[int]:
    """Sentence ends inside the quotations of one stretch that sentencex took for a sentence."""
    found = {match.end() for match in _CLOSED_END.finditer(text, start, end)}
    cuts = [match.start() for match in _MARKS.finditer(text, start, end)]
    for first, last in zip([start, *(cut + 1 for cut in cuts)], [*cuts, end], strict=True):
        if last - first > 3 and _INNER_END.search(text, first, last):
            inner = get_sentence_boundaries("en", text[first:last])
            found.update(first + boundary["end_index"] for boundary in inner[:-1])
    return sorted(place for place in found if start < place < end)


def _joins(text: str, before: tuple[int, int], start: int) -> bool:
    """Whether the stretch that begins at ``start`` goes on with the sentence before it."""
    begin, end = before
    last = text[end - 1]
    if last in "\"”’»'" and _ASKED.search(text, max(begin, end - 4), end) and _speaker().match(text, start, start + 80):
        return True
    if last in ".!?…\"”’»')]" and (_LOWER.match(text, start, start + 40) or _DASH.match(text, start)):
        return True
    if last == ".":
        if _TITLE.search(text, max(begin, end - 8), end):
            return True
        if text[start].isdigit() and _FIGURE.search(text, max(begin, end - 8), end):
            return True
        if text[start].isupper() and _INITIALS.search(text, max(begin, end - 5), end) and not opens(text, start):
            return True
        if _HOUR.search(text, max(begin, end - 6), end):
            clock = CLOCK.search(text, max(begin, end - 24), end - 1)
            of_a_noun = clock is not None and not clock[0][0].isdigit() and not opens(text, start)
            return of_a_noun or AFTER_CLOCK.match(text, start) is not None
    return end - begin <= 6 and text[start] not in '"“' and _ENUMERATOR.fullmatch(text, begin, end) is not None

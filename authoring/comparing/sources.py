"""Who and what is quoted or cited in one article and not in another: people, bodies, documents, linked pages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from authoring.comparing.changes import Change, Side
from authoring.comparing.wordwise import Text
from authoring.prose.attribution.model import Speaker
from authoring.prose.document import Document, Sentence, Voice
from authoring.text.patterns import lazy
from authoring.text.span import Span
from authoring.wording.speakers import is_name, same_speaker

_PAGE = lazy(r"https?://[^\s<>\"]+")
_PAPERS = frozenset(
    """affidavit agenda analysis audit census complaint contract document documents email filing indictment lawsuit
    letter manual memo minutes paper petition poll records report review statement study survey transcript
    website""".split()
)
_Cited = list[tuple[Speaker, list[Sentence]]]


def source_changes(old: Document, new: Document) -> Iterator[Change]:
    """Sources that were dropped or added."""
    before, after = (_sources(document) for document in (old, new))
    for one in _missing(before, after, new):
        yield Change("source", "dropped", Side(one.span, one.name or one.text), None)
    for other in _missing(after, before, old):
        yield Change("source", "added", None, Side(other.span, other.name or other.text))
    yield from _unnamed(old, new, dropped=True)
    yield from _unnamed(new, old, dropped=False)


def _unnamed(one: Document, other: Document, *, dropped: bool) -> Iterator[Change]:
    """The linked pages, and the documents cited by what they are, of which the other article has nothing."""
    pages, theirs = _pages(one), _pages(other)
    sides = [Side(span, page) for page, span in pages.items() if page not in theirs]
    words = other.text.casefold()
    papers = {_paper(each.speaker): each.speaker for each in reversed(one.attributions) if each.speaker is not None}
    sides += [Side(speaker.span, speaker.text) for noun, speaker in papers.items() if noun and noun not in words]
    for side in sides:
        yield Change("source", "dropped", side, None) if dropped else Change("source", "added", None, side)


def _paper(speaker: Speaker) -> str:
    """The noun by which a document is cited, as in “the annual report”; empty for whoever has a name."""
    if speaker.source or (speaker.name and is_name(speaker.name)):
        return ""
    last = speaker.text.casefold().split()[-1:]
    return last[0] if last and last[0] in _PAPERS else ""


def _missing(sources: _Cited, others: _Cited, other: Document) -> Iterator[Speaker]:
    """The sources that are none of the others; where the other article has the same sentence, it has them too."""
    gone = [cited for cited in sources if not any(_same(cited[0], known) for known, _ in others)]
    if gone:
        there = {Text(sentence.text).keys for block in other.blocks for sentence in block.sentences}
        for one, sentences in gone:
            if not any(Text(sentence.text).keys in there for sentence in sentences):
                yield one


def _sources(document: Document) -> _Cited:
    """Everybody who is quoted or cited by a name, once, with the sentences that cite them."""
    found: _Cited = []
    sentences = [sentence for block in document.blocks for sentence in block.sentences]
    starts = [sentence.span.start for sentence in sentences]
    for each in document.attributions:
        for speaker in (each.speaker, each.via):
            if speaker is None or not (speaker.source or (speaker.name and is_name(speaker.name))):
                continue
            place = max(bisect_right(starts, speaker.span.start) - 1, 0)
            known = next((places for other, places in found if _same(speaker, other)), None)
            if known is None:
                found.append((speaker, [sentences[place]]))
            else:
                known.append(sentences[place])
    return found


def _same(one: Speaker, other: Speaker) -> bool:
    """Whether two are one; where the names cannot tell, they are, since nobody is to be reported as new by mistake."""
    if one.source is not None and other.source is not None:
        return one.source == other.source
    return same_speaker(one.name or one.text, other.name or other.text) is not False


def _pages(document: Document) -> dict[str, Span]:
    """The pages that the text links to, each with the link that names it first."""
    found: dict[str, Span] = {}
    for span, voice in document.voices_in(Span(0, len(document.text))):
        link = _PAGE.search(span.of(document.text)) if voice is Voice.LINK_TARGET else None
        if link:
            page = link[0]
            while page.endswith(")") and page.count(")") > page.count("("):
                page = page[:-1]
            found.setdefault(page, Span(span.start + link.start(), span.start + link.start() + len(page)))
    return found

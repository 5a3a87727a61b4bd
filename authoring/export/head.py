"""What stands above and below the story itself, so that the body does not repeat what has a field of its own."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from authoring.export.article import Block, Picture
from authoring.export.dates import iso
from authoring.export.names import byline_names
from authoring.text.patterns import lazy

_LETTERS = lazy(r"\w+")
_BYLINE = lazy(
    r"(?:[—–-]{1,2} ?)?(?:(?:story|words|text|interview|reporting|posted|written|published)\s+)?by:?\s+(?=[A-ZÀ-Þ])"
    r"|authors?(?:\(s\))?:\s+(?=[A-ZÀ-Þ])",
    2,
)
_NOTE = lazy(
    r"(?:this (?:article|post|piece|interview|story|blog)|editor[’']?s?[’']? note|note:|photo|image|picture"
    r"|originally|published|posted|updated?\b|read more)",
    2,
)
_CORRECTION = lazy(r"(?:corrections?|clarifications?|corrected)\b[^.:]{0,40}[:.]", 2)
_NOTICE = lazy(
    r"(?:edited|condensed|abridged|shortened)\b.{0,60}\b(?:length|clarity|brevity)"
    r"|\b(?:interview|conversation) was (?:conducted|held|transcribed|translated|edited|condensed)\b"
    r"|\bshown the quotations before\b|^(?:drafted|drawn|transcribed|translated|illustrated|checked): "
    r"|\b(?:drafted|drawn|transcribed|translated|illustrated|generated|written|produced|created|made|edited)\b"
    r".{0,60}\b(?:software|a\.?i\.?|machine|artificial intelligence|language model|chat ?gpt|otter)\b",
    2,
)
_KICKER = 60
_DEK = 400
_NEAR = 5
"""Blocks above the headline, at most."""


@dataclass
class Head:
    """What was found, and the blocks that are left."""

    body: list[Block]
    headline: str = ""
    kicker: str = ""
    dek: str = ""
    bylines: tuple[str, ...] = ()
    published: str = ""
    picture: Picture | None = None
    corrections: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def take(body: list[Block], headline: str, dek: str | None, bylines: tuple[str, ...]) -> Head:
    """Take the fields out of the body; ``headline``, ``dek`` and ``bylines`` are what the front matter gives.

    ``dek`` is nothing at all where it says that there is none.

    Of a heading of the first level, ``number`` is 1 in ``body``, and 0 in what is left.
    """
    notes = [block for block in body if block.kind == "note"]
    head = Head([block for block in body if block.kind != "note"], headline, dek=dek or "", bylines=bylines)
    topped = _headline(head)
    _above(head, topped=topped, told=dek)
    _below(head)
    head.body = [replace(block, number=0) if block.kind == "heading" else block for block in head.body]
    head.body += notes
    return head


def _headline(head: Head) -> bool:
    """Take the headline, and the kicker over it; whether there was one."""
    for index, block in enumerate(head.body[:_NEAR]):
        if block.kind == "heading":
            fits = not head.headline or _alike(block.text, head.headline)
            if not (fits if block.number else _same(block.text, head.headline)):
                return False
            above = head.body[:index]
            head.headline = _line(block)
            if index and above[-1].kind == "paragraph" and _all(above[-1], "strong") and len(above[-1].text) <= _KICKER:
                head.kicker = _line(above[-1])
                above.pop()
            head.body = above + head.body[index + 1 :]
            return True
        if block.kind not in {"paragraph", "picture"} or len(block.text) > _KICKER:
            return False
    return False


def _above(head: Head, *, topped: bool, told: str | None) -> None:
    """Take what stands between headline and story: dek, byline, day, lead picture, in any order, each once."""
    left: list[Block] = []
    found: set[str] = set()
    body = head.body
    for index, block in enumerate(body):
        words = _line(block)
        names = byline_names(_BYLINE.sub("", words, count=1)) if _is_byline(words) else ()
        if block.kind == "picture" and "picture" not in found and block.picture is not None:
            head.picture = block.picture
            found.add("picture")
        elif block.kind != "paragraph":
            left += body[index:]
            break
        elif "dek" not in found and _is_dek(block, told, topped=topped and not found - {"picture"}):
            head.dek = words
            found.add("dek")
        elif "byline" not in found and (names or (_is_told(words, head.bylines))):
            if not _alike(words, " ".join(head.bylines)):
                head.bylines = names
            found.add("byline")
        elif "day" not in found and len(words.split()) <= 8 and iso(words.strip("()")):
            head.published = iso(words.strip("()"))
            found.add("day")
        elif _all(block, "emphasis") and _CORRECTION.match(words):
            head.corrections.append(words)
        else:
            left += body[index:]
            break
    head.body = left


def _is_told(words: str, bylines: tuple[str, ...]) -> bool:
    """Whether a line holds the names that are known already, and little else."""
    told = " ".join(bylines)
    return _alike(words, told) and len(words) < 1.5 * len(told) + 20


def _is_byline(words: str) -> bool:
    return len(words.split()) <= 16 and not words.endswith((".", "?", "!", ":")) and bool(_BYLINE.match(words))


def _is_dek(block: Block, told: str | None, *, topped: bool) -> bool:
    words = _line(block)
    if told is None:
        return False
    if told and _alike(words, told) and len(words) < 2 * len(told):
        return True
    return (
        not told
        and topped
        and _all(block, "emphasis")
        and len(words) <= _DEK
        and not (_NOTE.match(words) or _CORRECTION.match(words) or _NOTICE.search(words))
    )


def _below(head: Head) -> None:
    """Take what stands under the story: corrections, how it was made, the writer's name."""
    body = head.body
    while body and body[-1].kind in {"paragraph", "answer"} and not body[-1].speaker:
        words = _line(body[-1])
        names = byline_names(_BYLINE.sub("", words, count=1)) if _is_byline(words) else ()
        told = " ".join(head.bylines)
        if _all(body[-1], "emphasis") and _CORRECTION.match(words):
            head.corrections.insert(0, words)
        elif _all(body[-1], "emphasis") and _NOTICE.search(words):
            head.notices.insert(0, words)
        elif (names and (not told or _alike(" ".join(names), told))) or (told and _same(words.lstrip("—–- "), told)):
            head.bylines = head.bylines or names
        else:
            return
        body.pop()


def _line(block: Block) -> str:
    return " ".join(block.text.split())


def _all(block: Block, look: str) -> bool:
    """Whether all of its words look so."""
    return bool(block.runs) and all(getattr(run, look) or not run.text.strip() for run in block.runs)


def _same(one: str, other: str) -> bool:
    return _LETTERS.findall(one.casefold()) == _LETTERS.findall(other.casefold())


def _alike(one: str, other: str) -> bool:
    """Whether two lines say the same, perhaps in another form of it: they share half of their words."""
    mine, yours = set(_LETTERS.findall(one.casefold())), set(_LETTERS.findall(other.casefold()))
    return bool(mine and yours) and len(mine & yours) * 2 >= max(len(mine), len(yours))

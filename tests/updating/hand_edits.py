"""What people do to a drafted article before it runs, with a record of what must still stand there afterwards."""

from __future__ import annotations

import random
import re
import textwrap
from dataclasses import dataclass, field

from authoring.text.sentences import sentence_spans

ADDED = (
    "The bridge was closed to traffic for an hour.",
    "Nobody from the county was in the room.",
    "The Ledger reviewed both documents.",
    "A second hearing is set for July.",
    "The price had not been made public before.",
    "It was raining when the meeting began.",
    "That figure does not include labor.",
    "Neighbors still talk about it.",
    "The company has 40 days to answer.",
    "There was a pause of some length.",
)
WORDS = ("reportedly", "now", "later", "still", "in fact", "so far", "once more", "at first", "by then", "again")
SYNONYMS = {
    "said": "told us",
    "The": "That",
    "the": "this",
    "has": "has long",
    "is": "remains",
    "was": "had been",
    "will": "is to",
    "big": "large",
    "town": "city",
    "people": "residents",
    "asked": "pressed",
    "and": "and also",
    "but": "yet",
    "of": "from",
    "for": "toward",
    "a": "one",
    "to": "toward",
    "in": "within",
}


@dataclass
class Piece:
    """A paragraph of the edited article."""

    text: str
    origins: frozenset[int]
    """The paragraphs of the rendering that it is made from; none where a person wrote it."""


@dataclass
class Article:
    """An article in the hands of an editor."""

    front: list[str]
    pieces: list[Piece]
    rng: random.Random
    done: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, text: str, rng: random.Random) -> Article:
        """An article as it was rendered."""
        head, _, body = text.partition("\n---\n")
        paragraphs = body.strip("\n").split("\n\n")
        pieces = [Piece(words, frozenset({number})) for number, words in enumerate(paragraphs)]
        return cls(head.split("\n")[1:], pieces, rng)

    def text(self) -> str:
        """The article as it is saved."""
        front = "\n".join(["---", *self.front, "---"])
        return f"{front}\n\n" + "\n\n".join(piece.text for piece in self.pieces) + "\n"

    def told(self, least: int = 1) -> list[Piece]:
        """Paragraphs of running text with so many sentences."""
        running = [piece for piece in self.pieces if not re.match(r"[#*!\[]|By |- ", piece.text)]
        return [piece for piece in running if len(sentence_spans(piece.text)) >= least]


def outside(text: str) -> list[re.Match[str]]:
    """The words of a paragraph that nobody is quoted with, and that are no link."""
    bare = re.sub(r"“[^”]*(?:”|\Z)|\[[^\]]*\]\([^)]*\)|\*\*[^*]*\*\*", lambda match: "·" * len(match[0]), text)
    return list(re.finditer(r"[A-Za-z’]+", bare))


def reword(article: Article) -> bool:
    """A word of the narration becomes another."""
    for piece in article.rng.sample(article.told(), min(8, len(article.told()))):
        known = [match for match in outside(piece.text) if match[0] in SYNONYMS]
        if known:
            match = article.rng.choice(known)
            piece.text = piece.text[: match.start()] + SYNONYMS[match[0]] + piece.text[match.end() :]
            return True
    return False


def insert_words(article: Article) -> bool:
    """A few words more in a sentence."""
    for piece in article.rng.sample(article.told(), min(8, len(article.told()))):
        places = outside(piece.text)[1:]
        if places:
            match = article.rng.choice(places)
            piece.text = f"{piece.text[: match.start()]}{article.rng.choice(WORDS)} {piece.text[match.start() :]}"
            return True
    return False


def typo(article: Article) -> bool:
    """A letter is put right, or wrong."""
    for piece in article.rng.sample(article.told(), min(8, len(article.told()))):
        long = [match for match in outside(piece.text) if len(match[0]) > 4]
        if long:
            match = article.rng.choice(long)
            at = match.start() + 2
            piece.text = piece.text[:at] + piece.text[at + 1] + piece.text[at] + piece.text[at + 2 :]
            return True
    return False


def fresh(article: Article) -> str:
    """A sentence of the writer's that the article does not have."""
    words = article.rng.choice(ADDED)
    return f"{words[:-1]}, as of {article.rng.choice(('May', 'June', 'July'))} {article.rng.randint(1, 30)}."


def add_paragraph(article: Article) -> bool:
    """A paragraph of the writer's own."""
    words = " ".join(fresh(article) for _ in range(article.rng.randint(1, 3)))
    article.pieces.insert(article.rng.randint(3, len(article.pieces)), Piece(words, frozenset()))
    return True


def delete_paragraph(article: Article) -> bool:
    """A paragraph is cut."""
    if len(article.told()) < 4:
        return False
    article.pieces.remove(article.rng.choice(article.told()))
    return True


def move_paragraph(article: Article) -> bool:
    """A paragraph goes elsewhere."""
    if len(article.told()) < 4:
        return False
    piece = article.rng.choice(article.told())
    article.pieces.remove(piece)
    article.pieces.insert(article.rng.randint(3, len(article.pieces)), piece)
    return True


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph."""
    return [text[start:end] for start, end in sentence_spans(text)]


def add_sentence(article: Article) -> bool:
    """A sentence of the writer's own in a paragraph, not inside a quotation."""
    piece = article.rng.choice(article.told())
    ends = [0, *(end for _, end in sentence_spans(piece.text))]
    safe = [at for at in ends if piece.text[:at].count("“") == piece.text[:at].count("”")]
    at = article.rng.choice(safe)
    before, after = piece.text[:at].rstrip(), piece.text[at:].lstrip()
    piece.text = " ".join(part for part in (before, fresh(article), after) if part)
    return True


def loose(piece: Piece) -> list[tuple[int, int]]:
    """The sentences of a paragraph that hold no quotation marks."""
    return [span for span in sentence_spans(piece.text) if not re.search("[“”]", piece.text[slice(*span)])]


def delete_sentence(article: Article) -> bool:
    """A sentence is cut."""
    able = [piece for piece in article.told(2) if loose(piece)]
    if not able:
        return False
    piece = article.rng.choice(able)
    start, end = article.rng.choice(loose(piece))
    piece.text = f"{piece.text[:start].rstrip()} {piece.text[end:].lstrip()}".strip()
    return True


def move_sentence(article: Article) -> bool:
    """A sentence goes to another place in its paragraph, or into another one."""
    able = [piece for piece in article.told(2) if loose(piece)]
    if not able:
        return False
    piece = article.rng.choice(able)
    start, end = article.rng.choice(loose(piece))
    words = piece.text[start:end]
    piece.text = f"{piece.text[:start].rstrip()} {piece.text[end:].lstrip()}".strip()
    other = piece if article.rng.random() < 0.5 else article.rng.choice(article.told())
    other.text = f"{other.text} {words}"
    other.origins |= piece.origins
    return True


def headline(article: Article) -> bool:
    """Another headline, in the front matter, above the text, or both."""
    words = f"{article.rng.choice(ADDED)[:-1]}, {article.rng.choice(WORDS)}"
    where = article.rng.choice(("front", "body", "both"))
    if where != "body":
        article.front = [f"headline: {words}" if line.startswith("headline:") else line for line in article.front]
    if where != "front":
        for piece in article.pieces:
            if piece.text.startswith("# "):
                piece.text = f"# {words}"
    return True


def front_matter(article: Article) -> bool:
    """A key for the desk, or another value."""
    line = article.rng.choice(("desk: metro", "tags:\n  - harbor\n  - council", "embargo: 2026-06-20", "# seen by Ana"))
    if any(line.split("\n")[0] == other for other in article.front):
        return False
    at = article.rng.randint(1, len(article.front))
    while at < len(article.front) and article.front[at].startswith(" "):
        at += 1
    article.front[at:at] = line.split("\n")
    return True


def link(article: Article) -> bool:
    """A word becomes a link."""
    for piece in article.rng.sample(article.told(), min(8, len(article.told()))):
        long = [match for match in outside(piece.text) if len(match[0]) > 5]
        if long:
            match = article.rng.choice(long)
            address = f"https://ledger.example/{article.rng.randint(100, 999)}"
            piece.text = f"{piece.text[: match.start()]}[{match[0]}]({address}){piece.text[match.end() :]}"
            return True
    return False


def quotation(article: Article) -> bool:
    """A word inside quotation marks is changed, which nobody should do."""
    able = [piece for piece in article.told() if re.search(r"“[^”]{25,}", piece.text)]
    if not able:
        return False
    piece = article.rng.choice(able)
    quoted = article.rng.choice(list(re.finditer(r"“[^”]{25,}", piece.text)))
    match = article.rng.choice(list(re.finditer(r"[A-Za-z’]+", quoted[0])))
    at = quoted.start() + match.start()
    change = article.rng.choice((f"really {match[0]}", f"{match[0]} well", "perhaps"))
    piece.text = piece.text[:at] + change + piece.text[at + len(match[0]) :]
    return True


def split_paragraph(article: Article) -> bool:
    """A paragraph becomes two."""
    able = [piece for piece in article.told(3) if _breaks(piece)]
    if not able:
        return False
    piece = article.rng.choice(able)
    at = article.rng.choice(_breaks(piece))
    number = article.pieces.index(piece)
    parts = [Piece(words, piece.origins) for words in (piece.text[:at].rstrip(), piece.text[at:].lstrip())]
    article.pieces[number : number + 1] = parts
    return True


def _breaks(piece: Piece) -> list[int]:
    starts = [start for start, _ in sentence_spans(piece.text)[1:]]
    return [at for at in starts if piece.text[:at].count("“") == piece.text[:at].count("”")]


def join_paragraphs(article: Article) -> bool:
    """Two paragraphs become one."""
    told = article.told()
    able = [
        number
        for number, (one, two) in enumerate(zip(article.pieces, article.pieces[1:], strict=False))
        if one in told and two in told and len(one.text) + len(two.text) < 900
    ]
    if not able:
        return False
    number = article.rng.choice(able)
    one, two = article.pieces[number : number + 2]
    article.pieces[number : number + 2] = [Piece(f"{one.text} {two.text}", one.origins | two.origins)]
    return True


def rewrap(article: Article) -> bool:
    """An editor that breaks lines breaks the lines of a paragraph."""
    long = [piece for piece in article.told() if len(piece.text) > 120 and "](" not in piece.text]
    if not long:
        return False
    piece = article.rng.choice(long)
    piece.text = textwrap.fill(piece.text, 80, break_long_words=False, break_on_hyphens=False)
    return True


EDITS = {
    reword: 5,
    insert_words: 4,
    typo: 4,
    add_paragraph: 3,
    delete_paragraph: 2,
    move_paragraph: 2,
    add_sentence: 4,
    delete_sentence: 2,
    move_sentence: 1,
    headline: 1,
    front_matter: 2,
    link: 3,
    quotation: 1,
    split_paragraph: 2,
    join_paragraphs: 1,
    rewrap: 1,
}
"""Each edit, and how often it is made beside the others."""


def edit(article: Article, count: int) -> None:
    """Make so many edits, and remember which."""
    while count:
        chosen = article.rng.choices(list(EDITS), list(EDITS.values()))[0]
        if chosen(article):
            article.done.append(chosen.__name__)
            count -= 1

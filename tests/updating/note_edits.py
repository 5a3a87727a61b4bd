"""What happens to notes and templates while an article is being edited."""

from __future__ import annotations

import random
import re
from pathlib import Path

FACTS = (
    "the vote was put off twice",
    "the fee has not changed since 2011",
    "a second bidder withdrew",
    "12 of the 40 letters came back",
    "the work would take nine weeks",
)
QUOTES = (
    "We counted them twice. // Nobody believed the first number.",
    "I would not call it a plan. // It is a drawing on a napkin.",
    "That was the week the pump gave out.",
    "Ask anyone on Wharf Street. // They will tell you the same.",
)
_ITEM = re.compile(r"(?:^> .*\n)+^ *— .*\n|^[-~] .*\n^ *— .*\n|^- .*\n", re.MULTILINE)
_BEAT = re.compile(r"^## .*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)


def parts(notes: str) -> tuple[str, str]:
    """Front matter and body of notes."""
    _, front, body = re.split(r"^---\n", notes, maxsplit=2, flags=re.MULTILINE)
    return front, body


def _with_body(notes: str, body: str) -> str:
    return notes[: len(notes) - len(parts(notes)[1])] + body


def _items(notes: str, kind: str) -> list[tuple[int, int]]:
    """Places of the items of a kind (``>`` or ``-``) in the body."""
    return [match.span() for match in _ITEM.finditer(parts(notes)[1]) if match[0].startswith(kind)]


def change_words(notes: str, rng: random.Random, kind: str) -> str | None:
    """A word of a quote, or of a fact, is put right."""
    body, found = parts(notes)[1], _items(notes, kind)
    if not found:
        return None
    start, _ = rng.choice(found)
    line_end = body.index("\n", start)
    words = list(re.finditer(r"(?<= )[A-Za-z’]{3,}(?= )", body[start:line_end]))
    if not words:
        return None
    match = rng.choice(words)
    at = start + match.start()
    new = rng.choice((f"{match[0]} almost", f"nearly {match[0]}", "perhaps"))
    return _with_body(notes, body[:at] + new + body[at + len(match[0]) :])


def change_quote(notes: str, rng: random.Random) -> str | None:
    """The recording is heard again, and a word was another."""
    return change_words(notes, rng, ">")


def change_fact(notes: str, rng: random.Random) -> str | None:
    """A fact is put right."""
    return change_words(notes, rng, "-")


def change_narration(notes: str, rng: random.Random) -> str | None:
    """A line of narration reads otherwise."""
    body = parts(notes)[1]
    lines = list(re.finditer(r"^[A-Z][^\n{}|]{30,}$", body, re.MULTILINE))
    if not lines:
        return None
    line = rng.choice(lines)
    words = list(re.finditer(r"(?<= )[a-z]{3,}(?= )", line[0]))
    if not words:
        return None
    match = rng.choice(words)
    at = line.start() + match.start()
    return _with_body(notes, f"{body[:at]}soon {body[at:]}")


def drop_item(notes: str, rng: random.Random) -> str | None:
    """A quote or a fact is taken out."""
    body, found = parts(notes)[1], _items(notes, rng.choice((">", "-")))
    if len(found) < 3:
        return None
    start, end = rng.choice(found)
    return _with_body(notes, body[:start] + body[end:])


def add_quote(notes: str, rng: random.Random) -> str | None:
    """Another quote of somebody who is quoted already."""
    body, found = parts(notes)[1], _items(notes, ">")
    if not found:
        return None
    start, end = rng.choice(found)
    tag = re.search(r"^ *— (\w+)", body[start:end], re.MULTILINE)
    assert tag
    return _with_body(notes, f"{body[:end]}\n> {rng.choice(QUOTES)}\n— {tag[1]} | said\n{body[end:]}")


def add_fact(notes: str, rng: random.Random) -> str | None:
    """Another fact, of the writer's own or from a source that is there."""
    body = parts(notes)[1]
    beats = list(_BEAT.finditer(body))
    end = len(body[: rng.choice(beats).end()].rstrip("\n")) + 1
    fact = rng.choice(FACTS)
    return _with_body(notes, f"{body[:end]}+\n- {fact[0].upper()}{fact[1:]}\n{body[end:]}")


def drop_beat(notes: str, rng: random.Random) -> str | None:
    """A whole beat goes."""
    body = parts(notes)[1]
    beats = list(_BEAT.finditer(body))
    if len(beats) < 4:
        return None
    beat = rng.choice(beats[1:])
    return _with_body(notes, body[: beat.start()] + body[beat.end() :])


def add_beat(notes: str, rng: random.Random) -> str | None:
    """A new beat."""
    body = parts(notes)[1]
    beat = rng.choice(list(_BEAT.finditer(body)))
    fact, other = rng.sample(FACTS, 2)
    new = f"## What came of it\n- {fact[0].upper()}{fact[1:]}\n- {other[0].upper()}{other[1:]}\n\n"
    return _with_body(notes, body[: beat.end()].rstrip("\n") + f"\n\n{new}" + body[beat.end() :])


def reorder_beats(notes: str, rng: random.Random) -> str | None:
    """Two beats change places, or one goes elsewhere."""
    body = parts(notes)[1]
    beats = [match[0].rstrip("\n") + "\n\n" for match in _BEAT.finditer(body)]
    if len(beats) < 4:
        return None
    beat = beats.pop(rng.randrange(1, len(beats)))
    beats.insert(rng.randrange(1, len(beats) + 1), beat)
    return _with_body(notes, body[: body.index("## ")] + "".join(beats).rstrip("\n") + "\n")


def rename_source(notes: str, rng: random.Random) -> str | None:
    """A name was spelled wrong."""
    front = parts(notes)[0]
    names = list(re.finditer(r"(?<=    name: )[A-Z]\w+ [A-Z]\w+$", front, re.MULTILINE))
    if not names:
        return None
    old = rng.choice(names)[0]
    return notes.replace(old, f"{old[:-1]}{'n' if old[-1] != 'n' else 'm'}")


def change_front(notes: str, rng: random.Random) -> str | None:
    """Another headline, dek, byline or date."""
    key, value = rng.choice(
        (
            ("headline", "What the Council Was Never Told"),
            ("dek", "A vote is near, and the figures are not what they were."),
            ("byline", "Ines Calloway and Tobias Renn"),
            ("published", "2026-06-12"),
            ("role", "a former engineer"),
        )
    )
    made, count = re.subn(rf"^( *){key}:.*$", rf"\g<1>{key}: {value}", notes, count=1, flags=re.MULTILINE)
    return made if count else None


EDITS = {
    change_quote: 4,
    change_fact: 4,
    change_narration: 3,
    drop_item: 2,
    add_quote: 3,
    add_fact: 3,
    drop_beat: 1,
    add_beat: 2,
    reorder_beats: 2,
    rename_source: 1,
    change_front: 2,
}
"""Each edit of notes, and how often it is made beside the others."""

TEMPLATES = {
    "a line at the end": (
        "{name}.md",
        '{{% extends "builtin/{name}.md" %}}\n{{% block closing %}}\n{{{{ super() }}}}\n\n'
        "*Corrections: corrections@ledger.example.*\n{{% endblock %}}\n",
    ),
    "a kicker": (
        "{name}.md",
        '{{% extends "builtin/{name}.md" %}}\n{{% block headline %}}\n**Local news**\n\n{{{{ super() }}}}\n'
        "{{% endblock %}}\n",
    ),
    "the byline below": (
        "{name}.md",
        '{{% extends "builtin/{name}.md" %}}\n{{% block opening %}}\n{{% if notes.dek %}}\n**{{{{ notes.dek }}}}**\n'
        "{{% endif %}}\n{{% endblock %}}\n{{% block closing %}}\n{{{{ super() }}}}\n\n"
        "*By {{{{ notes.byline or 'staff' }}}}*\n{{% endblock %}}\n",
    ),
}
"""House templates that a desk may bring in: what each does, its file, and its text."""


def house_template(folder: Path, name: str, rng: random.Random) -> str:
    """Put a house template into a folder, and say what it does."""
    what = rng.choice(list(TEMPLATES))
    file, text = TEMPLATES[what]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / file.format(name=name)).write_text(text.format(name=name), "utf-8")
    return what

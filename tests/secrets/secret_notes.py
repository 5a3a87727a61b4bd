"""Writes the files of one story with secrets in it."""

from __future__ import annotations

from secret_stories import ALIASES, FACTS, FORMS, OPEN, REASONS, ROLES, SAID, Maker, Person, as_json, as_text, as_vtt

KINDS = ("anonymous", "background", "bare background", "alias", "off the record", "spokesperson", "contacts")
HOUSE = """\
{% extends "builtin/brief.md" %}
{% block closing %}
{{ super() }}

Whom we asked:

{% for source in notes.sources %}
- {{ source.id }}: {% if source.name %}{{ source.name }}{% endif %} {% if source.role %}{{ source.role }}{% endif %} \
{% if source.employer %}{{ source.employer }}{% endif %} {% if source.url %}{{ source.url }}{% endif %} \
{% if source.first %}{{ source.first }}{% endif %}
{% endfor %}
{% endblock %}
"""
FAULTY = (
    "{% for source in notes.sources %}{{ source.name.last }}{% endfor %}\n",
    "{{ notes.headline.nothing }}{{ notes.sources | map(attribute='name') | join(1) }}\n",
    "{% for source in notes.sources %}{{ 1 / (source.id | length - source.id | length) }}{% endfor %}\n",
    "{% for source in notes.sources %}{% include source.id %}{% endfor %}\n",
)


def write(make: Maker) -> None:
    """Write them all."""
    chance, files = make.chance, make.story.files
    asked = chance.sample(OPEN, 2)
    make.story.speaker = asked[0]
    kinds = ["anonymous", *chance.sample(KINDS[1:], 3)]
    people = [_person(make, kind) for kind in kinds]
    secret = [make.phrase("words off the record") for _ in range(2)]
    deep = make.phrase("words of somebody off the record")
    shown = chance.sample(SAID, 5)
    turns = [(asked[0], f"{shown[0]} {_sentence(secret[0])}"), (asked[1], shown[1])]
    for person, said in zip(people, (*shown[2:], shown[2]), strict=False):
        name = f"{person.first} {person.last}"
        words = _sentence(deep) if person.how == "off the record" else said
        turns.append((name, f"{words} My name is {name}, and you may call me {person.first}."))
    turns += [(asked[1], f"{_sentence(secret[1])} Ask {people[0].first} {people[0].last} about that.")]
    ending, made = chance.choice(((".vtt", as_vtt), (".txt", as_text), (".json", as_json)))
    telling = make.story.telling = chance.random() < 0.2
    person = people[0]
    transcript = f"sources/{person.first}-{person.last}{ending}".lower() if telling else f"sources/talk{ending}"
    files[transcript] = made(turns)
    files["house.md"] = HOUSE
    files["faulty.md"] = FAULTY[make.story.number % len(FAULTY)]
    make.story.template = chance.choice(("interview", "qa", "brief", "news", "profile", "roundup"))
    notes = _notes(make, asked, people, transcript, secret, deep, shown)
    files["notes.md"] = notes
    if any(person.how == "contacts" for person in people):
        files["contacts.md"] = _contacts(make, next(person for person in people if person.how == "contacts"))
    make.story.edits, make.story.front = _edits(make, people, secret)
    for mistake in chance.sample(sorted(MISTAKES), 3):
        wrong = MISTAKES[mistake](notes, people)
        files[f"wrong-{len(make.story.mistakes)}/notes.md"] = wrong
        make.story.mistakes.append(mistake)


def _sentence(words: str) -> str:
    return words[0].upper() + words[1:] + "."


def _person(make: Maker, how: str) -> Person:
    first, last = make.word("a name"), make.word("a name")
    return Person(
        f"{first}-{last}".lower() if make.chance.random() < 0.5 else make.word("an id").lower(), first, last, how
    )


def _source(make: Maker, person: Person, alias: str) -> list[str]:
    chance = make.chance
    terms = {"bare background": "background", "contacts": "anonymous", "spokesperson": "on background"}
    lines = [f"  {person.id}:", f"    name: {person.first} {person.last}  # {make.word('a comment')}"]
    lines += [f"    terms: {terms.get(person.how, person.how)}"] if person.how != "alias" else []
    lines += ["    kind: spokesperson"] if person.how == "spokesperson" else []
    if person.how not in ("bare background", "off the record"):
        lines += [f"    alias: {alias}", f"    reason: {chance.choice(REASONS)}"]
    lines.append(f"    role: {chance.choice(ROLES)} of the {make.word('a role')}")
    lines.append(f"    employer: {make.word('an employer')} Works")
    if chance.random() < 0.5:
        lines.append(f"    url: https://works.example/{person.first}-{person.last}".lower())
    for key in ("org", "first", "short"):
        if chance.random() < 0.3:
            lines.append(f"    {key}: the {make.word('who it is')}")
    if person.how == "off the record":
        lines.append(f"    stake: {make.word('a stake')}")
    lines += ["    pronoun: they"] if chance.random() < 0.3 else []
    return lines


def _notes(
    make: Maker, asked: list[str], people: list[Person], transcript: str, secret: list[str], deep: str, shown: list[str]
) -> str:
    chance = make.chance
    who = {f"s{number}": name for number, name in enumerate(asked, 1)}
    lines = [
        "---",
        f"kind: {make.story.template}",
        f"# {make.word('a comment')} {people[0].first} {people[0].last}",
        "slug: the-works",
        "headline: The Works Close in May",
        f"byline: Joan Pell  # {make.word('a comment')}",
        "published: 2026-03-20",
        "interview:",
        f"  with: {', '.join(['s1', people[0].id]) if chance.random() < 0.5 else people[0].id}",
        "  when: 2026-03-16",
        f"  transcript: {transcript}",
        "sources:",
    ]
    for id_, name in who.items():
        lines += [f"  {id_}:", f"    name: {name}", "    role: the manager of the works", "    pronoun: she"]
    aliases = chance.sample(ALIASES, len(people))
    for person, alias in zip(people, aliases, strict=True):
        lines += [] if person.how == "contacts" else _source(make, person, alias)
    lines += ["requests:"]
    for person in people[:2]:
        about = make.word("a request") if person.how == "off the record" else "the sale of the works"
        lines += [f"  - to: {person.id}", f"    about: {about}", "    asked_by: the Weekly", "    how: two emails"]
        lines += ["    asked_on: 2026-03-17", f"    outcome: {chance.choice(('no response', 'declined'))}"]
    lines += ["---", "", f"<!-- {make.word('a comment')} -->", "## Lede", "The works close in May.", ""]
    lines += [f"> {shown[0]}", "— s1 | said | 00:00:01", "", f"~ {secret[0]}", "— s1 | off the record | 00:00:02", ""]
    lines += ["## The pumps", f"- {FACTS[0]} <!-- {make.word('a comment')} -->", "— s2 | said", ""]
    for person, said in zip(people, (*shown[2:], shown[2]), strict=False):
        bare = person.how == "bare background"  # which has no alias to be quoted under
        mark = "- " if bare else chance.choice(("> ", "- ", "~ "))
        words = deep if person.how == "off the record" else said
        lines += [f"{mark}{words}", f"— {person.id} | {'background' if bare else 'said'} | 00:00:08", "+"]
    lines += ["? what went wrong", f"> {_sentence(secret[1])}", "— s2 | said | off the record", ""]
    lines += ["## What they answered", f"x {people[0].id}", "", "## Background"]
    lines += [
        f"- {_sentence(FACTS[1])}",
        f"— {people[0].id} | background",
        "+",
        f"- {FACTS[2]}",
        "— s1 | said | 00:00:02",
    ]
    lines += [f"* looked at the {make.word('a comment')}"] if chance.random() < 0 else []
    return "\n".join(lines) + "\n"


def _contacts(make: Maker, person: Person) -> str:
    lines = _source(make, person, "somebody at the works")
    return "\n".join(["---", "sources:", *lines, "  echo: {name: The Tarn Echo, kind: outlet}", "---", ""])


def _edits(make: Maker, people: list[Person], secret: list[str]) -> tuple[str, str]:
    """What somebody has written into the draft who did not think of the promise."""
    chance = make.chance
    lines = []
    for at in range(7):
        form = sorted(FORMS)[(make.story.number * 7 + at) % len(FORMS)]
        person = chance.choice(people)
        make.story.forms.append(form)
        written = FORMS[form](person.first, person.last)
        lines.append(written if len(written) > 60 else f"Then came {written} in the rain.")
    words = secret[0].split()
    lines += [f"It is said that {secret[0]}.", f"“{_sentence(secret[1])}” Ana Ruiz said on Tuesday."]
    lines.append(f"We know that {' '.join(words[:5])} **{' '.join(words[5:])}**, and no more.")
    front = chance.choice(
        (
            f"dek: What {people[0].first} {people[0].last} saw",
            f"slug: what-{people[0].first}-{people[0].last}-saw".lower(),
            f"image: {{file: lathe.jpg, alt: {people[0].first} at the lathe}}",
            f"keywords: [works, {people[0].last}]",
        )
    )
    return "\n\n".join(lines) + "\n", front


def _replaced(old: str, new: str) -> object:
    return lambda text, people: text.replace(old, new, 1)


MISTAKES = {
    "an id with a slip": lambda text, people: text + f"\n- a word\n— {people[0].id[:-1]} | said\n",
    "a name for an id": lambda text, people: text + f"\n- a word\n— {people[0].first} {people[0].last} | said\n",
    "a name in the headline": lambda text, people: text.replace(
        "The Works Close", f"{people[0].first} {people[0].last} Closes"
    ),
    "a name in narration": lambda text, people: text.replace(
        "The works close", f"{people[0].first} {people[0].last} closes"
    ),
    "a quotation mark left open": lambda text, people: text.replace(
        f"name: {people[0].first}", f'name: "{people[0].first}', 1
    ),
    "a colon too many": lambda text, people: text.replace(f"name: {people[0].first} ", f"name: {people[0].first}: ", 1),
    "a key with a slip": lambda text, people: text.replace(
        f"    name: {people[0].first}", f"    nmae: {people[0].first}", 1
    ),
    "an unknown key": lambda text, people: text.replace(
        f"    name: {people[0].first}", f"    phone: {people[0].last}\n    name: {people[0].first}", 1
    ),
    "a wrong date": lambda text, people: text.replace("| off the record", "| off the record | 2026-02-31"),
    "two verbs": lambda text, people: text.replace(
        "— s1 | off the record", f"— s1 | {people[0].last} | told | off the record"
    ),
    "terms with a slip": lambda text, people: text.replace("terms: anonymous", "terms: anonymuos"),
    "a tag with a slip": lambda text, people: text.replace("| off the record", "| off the recrod"),
    "no end of the front matter": lambda text, people: text.replace("\n---\n", "\n", 1),
    "a tab": lambda text, people: text.replace(f"    name: {people[0].first}", f"\tname: {people[0].first}", 1),
    "twice the same source": lambda text, people: text.replace(
        "requests:", f"  {people[0].id}: {{name: {people[0].last}}}\nrequests:", 1
    ),
    "a comment left open": lambda text, people: text + f"\n<!-- {people[0].first} {people[0].last}\n",
    "a field that nobody has": lambda text, people: text + f"\nThe {{{people[0].id}.nmae}} is here.\n",
    "a quote without its mark": lambda text, people: (
        text.replace("> ", ">", 1).replace("~ ", "~", 1) + f"\n> a\n{people[0].last}\n"
    ),
    "a list for the sources": lambda text, people: text.replace(
        "sources:\n  s1:", f"sources: [{people[0].id}, {{\nx:", 1
    ),
    "a request to nobody": lambda text, people: text.replace("- to: ", f"- to: {people[0].last.lower()}x", 1),
}
"""What is wrong in notes, near what is secret."""

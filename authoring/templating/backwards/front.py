"""The block of the front matter: line by line, where it is not what the built-in template prints."""

from __future__ import annotations

import re

from authoring.drafting.filters import yaml
from authoring.templating.backwards.article import Article
from authoring.templating.backwards.composing import Composer
from authoring.templating.backwards.material import Material
from authoring.templating.backwards.saying import Saying
from authoring.text.span import Span

_KEPT = ("kind", "house", "notes", "template", "notes_sha256", "template_sha256")
"""Keys by which a draft knows what it was made from; another draft must have its own."""
_LINE = re.compile(r"([\w-]+):[ \t]*(.*)")


def front(article: Article, printed: str, composer: Composer, saying: Saying) -> list[str] | None:
    """The lines of the block; ``None`` where the built-in template prints the same.

    Arguments: the article, what the built-in template prints, and what writes code.
    """
    has = article.front.of(article.text).rstrip("\n")
    if has == printed:
        return None
    if not has:
        return []
    lines, usual = has.split("\n"), printed.split("\n")
    values = {match[1]: match[2] for line in usual if (match := _LINE.fullmatch(line))}
    unlike = [number for number, pair in enumerate(zip(lines, usual, strict=False)) if pair[0] != pair[1]]
    keys = [match[1] if (match := _LINE.fullmatch(lines[number])) else "" for number in unlike]
    place = article.text.index  # each line of front matter stands once with its key
    if len(lines) == len(usual) and all(
        key in _KEPT and usual[number].startswith(f"{key}: ") for key, number in zip(keys, unlike, strict=True)
    ):
        saying.names.story_used = True
        code = "super()"
        for key, number in zip(keys, unlike, strict=True):
            value = lines[number].partition(": ")[2]
            name = saying.phrases.named(value, place(lines[number]) + len(key) + 2, False, f"{key}_of_draft")
            code += f' | replace("{key}: " ~ draft.{key}, "{key}: " ~ {name})'
        told = "{# What this article was first drafted with; every other story says what it is drafted with. #}"
        return [told, "{% if this_story %}", f"{{{{ {code} }}}}", "{% else %}", "{{ super() }}", "{% endif %}"]
    made: list[str] = []
    at = article.front.start
    for line in lines:
        made += _line(line, at, values, composer, saying)
        at += len(line) + 1
    return made


def _line(line: str, at: int, values: dict[str, str], composer: Composer, saying: Saying) -> list[str]:
    match = _LINE.fullmatch(line)
    if match is None or not match[2]:
        return saying.pieces(composer.words(Span(at, at + len(line))), at, house=True).split("\n")
    key, value = match[1], match[2]
    start = at + match.start(2)
    if key in _KEPT:
        if values.get(key) == value:
            return [f"{key}: {{{{ draft.{key} | yaml }}}}"]
        saying.names.story_used = True
        name = saying.phrases.named(value, start, False, f"{key}_of_draft")
        if key in values:
            return [f"{key}: {{{{ {name} if this_story else draft.{key} | yaml }}}}"]
        return ["{% if this_story %}", f"{key}: {{{{ {name} }}}}", "{% endif %}"]
    material: Material = composer.material
    for known in sorted(material.fields(), key=lambda each: each.code.rpartition(".")[2] != key):
        for code, text in (
            (f"{{{{ {known.code} | yaml }}}}", str.__str__(yaml(known.text))),
            (f"{{{{ {known.code} | yaml('\"') }}}}", str.__str__(yaml(known.text, '"'))),
            (f'{{{{ {known.code} | yaml("\'") }}}}', str.__str__(yaml(known.text, "'"))),
            (f"{{{{ {known.code} }}}}", known.text),
        ):
            if composer.press.styled(text) == value:
                return [f"{{% if {known.needs} %}}", f"{key}: {code}", "{% endif %}"]
    pieces = composer.words(Span(start, start + len(value)))
    needs = list(dict.fromkeys(piece.needs for piece in pieces if piece.needs and not piece.about))
    if any(piece.about for piece in pieces):
        saying.names.story_used = True
        needs.append("this_story")
    code = f"{key}: {saying.pieces(pieces, start, house=True)}"
    return [f"{{% if {' and '.join(needs)} %}}", code, "{% endif %}"] if needs else [code]

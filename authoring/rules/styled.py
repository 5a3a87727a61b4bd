"""Style rules as rules: our own, written as YAML in ``authoring/rules/style``, and those of packages and vocabularies.

Those that a configuration asks for are run together, so that the words of an article are looked up once for all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from authoring.config import Config
from authoring.errors import AuthoringError, ConfigError
from authoring.findings import Severity, Suggestion
from authoring.prose.document import Document, Voice
from authoring.rules.hit import Hit
from authoring.rules.rule import Rule
from authoring.styles.definition import Definition
from authoring.styles.folders import OURS, accepted_in, own, package, vocabulary
from authoring.styles.match import Match
from authoring.styles.page import page_of
from authoring.styles.scopes import NAMED, selector_of
from authoring.styles.sheet import Sheet
from authoring.text.near import nearest

_FOLDER = Path(__file__).parent / OURS
_LEVELS = {"suggestion": Severity.INFO, "warning": Severity.WARNING, "error": Severity.ERROR}
_ALL = "all"


def own_names() -> Iterator[str]:
    """The names of our own style rules, read off the folder."""
    return (file.stem for file in _FOLDER.glob("*.yml"))


@cache
def own_rule(name: str) -> Rule:
    """One of our own style rules."""
    return next(_rule(definition) for definition in own(_FOLDER) if definition.name == name)


@lru_cache(64)
def package_rules(config: Config) -> tuple[Rule, ...]:
    """The rules of the packages and vocabularies that a configuration names. Raises ``ConfigError``."""
    definitions: list[Definition] = []
    for folder in config.styles:
        definitions.extend(_placed(config, "styles", package, folder))
    if config.vocabularies:
        definitions.extend(_placed(config, "vocabularies", vocabulary, config.vocabularies))
    return tuple(_rule(definition) for definition in definitions)


def _placed(
    config: Config, key: str, make: Callable[[Any], tuple[Definition, ...]], what: object
) -> tuple[Definition, ...]:
    try:
        return make(what)
    except ConfigError as error:
        if error.path is None:
            raise config.error(error.message, key, hint=error.hint) from None
        raise


def _rule(definition: Definition) -> Rule:
    return Rule(
        name=definition.name,
        family=definition.family,
        severity=_LEVELS[definition.level],
        voices=_voices(definition, frozenset({Voice.NARRATION})),
        needs_notes=False,
        on=definition.on,
        options=None,
        page=page_of(definition),
        check=Together((definition,)).check(definition),
        style=definition,
    )


def _voices(definition: Definition, voices: frozenset[Voice]) -> frozenset[Voice]:
    """Whose words a rule may point at: the writer's, and those that its scope names."""
    asks = selector_of(definition.scope).asks
    if asks("raw"):
        return frozenset(Voice) - {Voice.SPEECH, Voice.ANSWER, Voice.BLOCKQUOTE}
    if definition.extends in {"metric", "readability"}:
        return frozenset(Voice)
    return voices | {voice for voice, word in NAMED.items() if asks(word)}


def voices_of(config: Config) -> frozenset[Voice]:
    """Whose words style rules read. Raises ``ConfigError`` for a voice that there is not."""
    known = {*(str(voice) for voice in Voice), _ALL}
    for word in config.voices:
        if word not in known:
            near = nearest(word, known)
            hint = f"did you mean “{near}”?" if near else f"it is one of {', '.join(sorted(known))}"
            raise config.error(f"there is no voice “{word}”", "voices", hint=hint)
    if _ALL in config.voices:
        return frozenset(Voice)
    return frozenset(Voice(word) for word in config.voices) or frozenset({Voice.NARRATION})


def together(rules: Iterable[Rule], config: Config) -> tuple[Rule, ...]:
    """The same rules, those of style so that they are run at once. Raises ``ConfigError``."""
    rules = tuple(rules)
    definitions = tuple(rule.style for rule in rules if rule.style is not None)
    voices = voices_of(config)
    if not definitions:
        return rules
    whole = Together(definitions, accepted_in(config.vocabularies), voices)
    return tuple(
        rule if rule.style is None else replace(rule, check=whole.check(rule.style), voices=_voices(rule.style, voices))
        for rule in rules
    )


class Together:
    """Style rules that share one sheet."""

    def __init__(
        self,
        definitions: tuple[Definition, ...],
        accepted: tuple[str, ...] = (),
        voices: frozenset[Voice] = frozenset({Voice.NARRATION}),
    ) -> None:
        self._sheet = Sheet(definitions, accepted, voices)

    def check(self, definition: Definition) -> Callable[[Document], Iterator[Hit]]:
        """What runs one of the rules."""

        def check(document: Document) -> Iterator[Hit]:
            for match in self._found(document, definition):
                yield _hit(document, match, definition)

        return check

    def _found(self, document: Document, definition: Definition) -> list[Match]:
        key = f"style rules {id(self)}"
        known = document.worked_out.get(key)
        if not isinstance(known, dict):
            try:
                known = self._sheet.run(document)
            except AuthoringError:
                raise
            except Exception:  # noqa: BLE001  # the faulty rule is told by running each alone
                known = {}
                document.worked_out[f"{key} failed"] = True
            document.worked_out[key] = known
        if f"{key} failed" in document.worked_out:
            alone = replace(self._sheet, definitions=(definition,))
            return alone.run(document).get(definition.name, [])
        found: list[Match] = known.get(definition.name, [])
        return found


def _hit(document: Document, match: Match, definition: Definition) -> Hit:
    span = match.passage.span(match.start, match.end)
    words = match.passage.text[match.start : match.end]
    suggestions: tuple[Suggestion, ...] = ()
    if span.of(document.text) == words:  # where a link begins among the words, an edit would lose half of it
        suggestions = tuple(Suggestion(span, text, definition.safe) for text in match.suggestions)
    if words.strip() and words != words.strip():  # a pattern may take in the space before a word
        first = match.start + len(words) - len(words.lstrip())
        span = match.passage.span(first, first + len(words.strip()))
    return Hit(span, match.message, suggestions=suggestions)

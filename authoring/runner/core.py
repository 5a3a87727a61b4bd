"""The one place where rules run: over a document, one rule after the other, findings in order of place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from authoring.config import DEFAULTS, Config
from authoring.errors import AuthoringError, GrammarError
from authoring.findings import Finding, Severity
from authoring.grammar.names import FAMILY
from authoring.prose.document import Document, Voice
from authoring.rules.choosing import chosen
from authoring.rules.registry import Rule
from authoring.runner.grammar import Grammar, Read
from authoring.runner.housed import housed
from authoring.runner.suppressed import UNUSED, Suppressed
from authoring.runner.suppressions import settle
from authoring.runner.withheld import without_secrets
from authoring.text.span import Span

_ANYWHERE = frozenset(Voice)
_AMONG = frozenset({Voice.MARKUP, Voice.LINK_TARGET, Voice.CODE})


@dataclass(frozen=True)
class Examined:
    """What the rules find in one article."""

    findings: tuple[Finding, ...]
    """In order of place."""
    suppressed: tuple[Suppressed, ...] = ()
    """What comments in the article pass over."""
    proofread: bool = False
    """Whether LanguageTool has read all of it."""
    unproofed: str = ""
    """Why it has read nothing, where it was asked and failed."""
    unread: int = 0
    """Paragraphs on which it failed, though it has read the others."""
    files: tuple[str, ...] = ()
    """Files of the house style that the piece names, on which the findings rest."""


def lint(document: Document, config: Config | None = None) -> list[Finding]:
    """What the chosen rules find in an article, in order of place, without what comments in it pass over.

    Rules that compare with notes are left out where the document has none. A hit outside the voices that its rule
    reads is dropped, because quoted words are the source's. A rule that fails yields one finding that names it, and
    the others still run. LanguageTool is not asked: it is a program of its own, which only a run starts
    (``authoring.runner.grammar``). Raises ``ConfigError`` for an unknown rule or option.
    """
    return list(examine(document, config).findings)


def examine(document: Document, config: Config | None = None, grammar: Grammar | None = None) -> Examined:
    """Like ``lint``, with what is passed over too, and with what LanguageTool finds where there is one to ask."""
    home = housed(document, config or DEFAULTS)
    config = home.config
    noted = document.notes is not None
    rules = [rule for rule in chosen(config, noted=noted) if noted or not rule.needs_notes]
    found = [finding for rule in rules if rule.name != UNUSED for finding in _run(rule, document, config)]
    found += home.findings
    found.sort(key=_place)
    asked = grammar is not None and grammar.wanted(config)
    theirs, unproofed = _proofread(document, config, grammar, found) if asked else (None, "")
    whole = theirs is not None and not theirs.unread
    found += theirs.findings if theirs is not None else ()
    if document.notes is not None:
        found = without_secrets(found, document)
    found.sort(key=_place)
    ran = {rule.name for rule in rules} | ({FAMILY} if whole else set())
    lacking = asked and not whole
    found, suppressed, useless = settle(document, found, ran, _style_names(rules), lacking=lacking)
    if useless:
        document.worked_out["useless suppressions"] = useless
        found += [finding for rule in rules if rule.name == UNUSED for finding in _run(rule, document, config)]
        found.sort(key=_place)
    unread = theirs.unread if theirs is not None else 0
    return Examined(tuple(found), tuple(suppressed), whole, unproofed, unread, home.files)


def _proofread(
    document: Document, config: Config, grammar: Grammar | None, ours: list[Finding]
) -> tuple[Read | None, str]:
    """What LanguageTool finds; ``None`` where it did not read the article, and why, if it failed."""
    if grammar is None or grammar.lacks(config):
        return None, ""
    try:
        return grammar.read(document, config, ours), ""
    except GrammarError as error:
        return None, str(error)


def _style_names(rules: Iterable[Rule]) -> set[str]:
    """The names of style rules and of their packages, which stand in no folder of ours."""
    return {name for rule in rules if rule.style is not None for name in (rule.name, rule.family)}


def _place(finding: Finding) -> tuple[Span, str]:
    return finding.span, finding.rule


def _run(rule: Rule, document: Document, config: Config) -> Iterator[Finding]:
    try:
        for hit in rule.hits(document):
            if _reads(rule, document, hit.span):
                yield Finding(rule.name, rule.family, rule.severity, hit.span, hit.message, hit.origin, hit.suggestions)
    except AuthoringError:
        raise
    except Exception as error:  # noqa: BLE001  # one faulty rule must not hide what the others find
        # The error's own text may quote the notes, so only its kind is told.
        message = f"the rule {rule.name} failed ({type(error).__name__}), expected it to read this article"
        yield Finding("crashed-rule", "internal", Severity.ERROR, Span(0, 0), message)


def _reads(rule: Rule, document: Document, span: Span) -> bool:
    """Whether the span holds words of a voice that the rule reads, and nobody else's.

    Marks, link targets and code may stand among the words.
    """
    if rule.voices == _ANYWHERE:
        return True
    within = {voice for _, voice in document.voices_in(span)} or {document.voice_at(span.start)}
    return bool(within & rule.voices) and within <= rule.voices | _AMONG

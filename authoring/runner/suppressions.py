"""Takes out the findings that an article's own comments pass over, and tells which comments pass over nothing.

``ignore`` holds for the block that the comment stands in, or else for the next one; ``off`` … ``on`` for what is
between them; ``ignore-file`` for the whole article. ``authoring.runner.instructions`` reads them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from authoring.findings import Finding
from authoring.grammar.names import FAMILY, is_name
from authoring.prose.document import Document
from authoring.rules.hit import Hit
from authoring.rules.registry import load, names
from authoring.runner.instructions import VERBS, Instruction, Named, instructions
from authoring.runner.suppressed import ALWAYS, Suppressed
from authoring.text.near import nearest
from authoring.text.span import Span

_LONGEST = 30
"""Characters of a name that fit into a message."""
_Asked = tuple[Instruction, Named]


def settle(
    document: Document,
    findings: Sequence[Finding],
    ran: Collection[str],
    others: Collection[str] = (),
    *,
    lacking: bool = False,
) -> tuple[list[Finding], list[Suppressed], list[Hit]]:
    """What is left of the findings, what is not, and which instructions are of no use.

    ``findings`` are in order of place, and ``ran`` names the rules that have looked. An instruction that names a rule
    that has not is not called useless. ``others`` are names of rules and families besides our own, and ``lacking`` says
    that LanguageTool should have looked, too.
    """
    asked = list(instructions(document))
    if not asked:
        return list(findings), [], []
    known = {*names(), *names().values(), *others, FAMILY}
    asked = [_spelled(instruction, known) for instruction in asked]
    scopes = _Scopes(document, asked, known)
    kept: list[Finding] = []
    out: list[Suppressed] = []
    used: set[_Asked] = set()
    for finding in findings:
        by = None if finding.rule in ALWAYS else scopes.of(finding)
        if by is None:
            kept.append(finding)
        else:
            used.add(by)
            out.append(Suppressed(finding, by[0].reason))
    useless = [*scopes.faults, *_unused(asked, used | scopes.settled, set(ran), lacking)]
    return kept, out, [Hit(span, message) for span, message in sorted(useless)]


class _Scopes:
    """Which instruction holds where; asked for findings in order of place."""

    def __init__(self, document: Document, asked: Sequence[Instruction], known: Collection[str]) -> None:
        self.faults: list[tuple[Span, str]] = []
        self.settled: set[_Asked] = set()
        """Instructions of which no more is to be said."""
        self.file: dict[str, _Asked] = {}
        self.blocks: dict[Span, dict[str, _Asked]] = {}
        self.switches: list[_Asked] = []
        self.latest: dict[str, tuple[int, _Asked]] = {}
        self.passed = 0
        starts = [block.span.start for block in document.blocks]
        on: dict[str, str] = {}
        for instruction in asked:
            scope = _block(document, starts, instruction) if instruction.verb == "ignore" else None
            for name in instruction.names:
                one = (instruction, name)
                if fault := _fault(instruction, name, scope, known):
                    self.faults.append(fault)
                    self.settled.add(one)
                elif instruction.verb == "ignore-file":
                    self.file.setdefault(name.word, one)
                elif scope is not None:
                    self.blocks.setdefault(scope, {}).setdefault(name.word, one)
                else:
                    self.switch(one, on)
        self.spans = sorted(self.blocks)
        self.open: list[Span] = []
        self.next = 0

    def switch(self, one: _Asked, off: dict[str, str]) -> None:
        """Note an ``off`` or an ``on``; ``off`` holds what is switched off by now, with its family."""
        instruction, name = one
        self.switches.append(one)
        family = names().get(name.word, "")
        if instruction.verb == "off":
            off[name.word] = family
            return
        self.settled.add(one)
        closed = [word for word, of in off.items() if not name.word or name.word in {word, of}]
        if not closed and not {"", family} & off.keys():
            what = f"“{_short(name.word)}”" if name.word else "nothing"
            self.faults.append(
                (name.span, f"{what} is {'not ' if name.word else ''}switched off here, expected “off” before “on”")
            )
        for word in closed:
            del off[word]

    def of(self, finding: Finding) -> _Asked | None:
        """The instruction that passes over a finding; the one that reaches least far, where there are several."""
        place = finding.span.start
        while self.next < len(self.spans) and self.spans[self.next].start <= place:
            self.open.append(self.spans[self.next])
            self.next += 1
        self.open = [span for span in self.open if place < span.end]
        while self.passed < len(self.switches) and self.switches[self.passed][0].span.start <= place:
            one = self.switches[self.passed]
            self.latest[one[1].word] = (self.passed, one)
            self.passed += 1
        words = (finding.rule, finding.family, "")
        for span in reversed(self.open):
            for word in words:
                if word in self.blocks[span]:
                    return self.blocks[span][word]
        last = max((self.latest[word] for word in words if word in self.latest), key=lambda pair: pair[0], default=None)
        if last is not None and last[1][0].verb == "off":
            return last[1]
        return next((self.file[word] for word in words if word in self.file), None)


def _spelled(instruction: Instruction, known: Collection[str]) -> Instruction:
    """The instruction with its names as rules are written, whatever capitals it has."""
    if all(name.word in known or is_name(name.word) for name in instruction.names):
        return instruction
    folded = {word.casefold(): word for word in known}
    folded |= {name.word.casefold(): name.word.upper() for name in instruction.names if "_" in name.word}
    named = (replace(name, word=folded.get(name.word.casefold(), name.word)) for name in instruction.names)
    return replace(instruction, names=tuple(named))


def _block(document: Document, starts: Sequence[int], instruction: Instruction) -> Span | None:
    """The stretch that an ``ignore`` holds for: the block it stands in or at the end of, else the next one."""
    at = instruction.span.start
    before = bisect_right(starts, at) - 1
    if before >= 0:
        span = document.blocks[before].span
        between = document.text[span.end : at]
        if at < span.end or not (between.strip() or "\n" in between or "\r" in between):
            return Span(span.start, max(span.end, instruction.span.end))
    after = bisect_left(starts, instruction.span.end)
    return document.blocks[after].span if after < len(starts) else None


def _fault(
    instruction: Instruction, name: Named, scope: Span | None, known: Collection[str]
) -> tuple[Span, str] | None:
    """What is wrong with an instruction whatever is found; ``known`` names all rules and families."""
    if instruction.verb not in VERBS:
        near = nearest(instruction.verb, VERBS)
        what = f"“{_short(instruction.verb)}” is" if instruction.verb else "this comment holds"
        return (
            instruction.at,
            f"{what} no instruction, expected {f'“{near}”' if near else 'ignore, ignore-file, off or on'}",
        )
    word = name.word
    if word in ALWAYS:
        return name.span, f"“{word}” cannot be passed over by a comment, expected another rule"
    if word and word not in known and not is_name(word):
        if len(words := word.split()) > 1 and words[0] in known and words[1] in known:
            return name.span, f"no comma stands in “{_short(word)}”, expected one between two rules"
        if len(words) > 1:
            return name.span, f"there is no rule “{_short(word)}”, expected a colon before a reason"
        near = nearest(word, known)
        return (
            name.span,
            f"there is no rule “{_short(word)}”, expected {f'“{near}”' if near else 'one of docs/rules.md'}",
        )
    if instruction.verb == "ignore" and scope is None:
        return instruction.span, "nothing follows this comment, expected a paragraph that it is for"
    return None


def _unused(
    asked: Iterable[Instruction], used: Collection[_Asked], ran: set[str], lacking: bool
) -> Iterator[tuple[Span, str]]:
    for instruction in asked:
        for name in instruction.names:
            if (instruction, name) in used or not _looked_for(name.word, ran, lacking):
                continue
            what = f"“{_short(name.word)}” finds nothing" if name.word else "nothing is found"
            where = "in this article" if instruction.verb == "ignore-file" else "here"
            yield name.span, f"{what} {where}, expected no comment that passes over it"


def _looked_for(word: str, ran: set[str], lacking: bool) -> bool:
    """Whether the rules that a name stands for have run, but for those that are off and those that need notes."""
    if word == FAMILY or (word not in names() and is_name(word)):
        return FAMILY in ran
    if not word and lacking:
        return False
    if word in names():
        return word in ran
    meant = [name for name, family in names().items() if word in {"", family} and name not in ran]
    return not any(load(name).on and not load(name).needs_notes for name in meant if name not in ALWAYS)


def _short(word: str) -> str:
    word = " ".join(word.split())
    return word if len(word) <= _LONGEST else word[: _LONGEST - 1] + "…"

"""What the sections of a body have in common: their headings, what parts their items, and their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from authoring.templating.backwards.habits import UNSAID, Habits, Sort
from authoring.templating.backwards.material import Material
from authoring.templating.backwards.pieces import Piece
from authoring.templating.backwards.sections import Node, Section

_JOINTS = (" ", "\n", "\n\n")


@dataclass(frozen=True)
class Structure:
    """The manner of most sections."""

    heading: tuple[str, str] | None
    """The marks before and after the heading of a beat; ``None`` where headings are not printed."""
    apart: dict[bool, str]
    """What parts two items: in beats told in questions and answers, and in the others."""
    silent: frozenset[int]
    """Items that the newsroom's macros print nothing of."""
    habits: Habits

    def prints(self, material: Material, entry: int) -> bool:
        """Whether the usual manner prints something of an item."""
        manner = self.habits.get(Sort.of(material, entry))
        return manner != UNSAID if manner else entry not in self.silent


def structure(
    material: Material, found: Sequence[Section], text: str, habits: Habits, silent: Collection[int]
) -> Structure:
    """What most sections have in common."""
    leads = Counter(_lead(section) for section in found if material.beats[section.beat]["heading"])
    heading = leads.most_common(1)[0][0] if leads else None
    apart: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for section in found:
        asks = section.beat in material.turns
        for before, between, after in zip(section.nodes, section.nodes[1:], section.nodes[2:], strict=False):
            if before.entry < 0 or after.entry < 0 or between.entry >= 0:
                continue
            if not broken(material, before.entry, after.entry) and between.span.of(text) in _JOINTS:
                apart[asks][between.span.of(text)] += 1
    made = {asks: count.most_common(1)[0][0] if count else "\n\n" if asks else " " for asks, count in apart.items()}
    return Structure(heading, made, frozenset(silent), habits)


def broken(material: Material, one: int, other: int) -> bool:
    """Whether the notes have a new paragraph between two items of a beat."""
    first, last = sorted((material.entries[one], material.entries[other]), key=lambda entry: entry.number)
    items = material.beats[first.beat]["items"][first.number : last.number]
    return first.beat != last.beat or any(item["kind"] == "break" for item in items)


def lead(section: Section) -> tuple[Piece, ...]:
    """What stands before the first item of a section."""
    return section.nodes[0].pieces if section.nodes and section.nodes[0].entry < 0 else ()


def _lead(section: Section) -> tuple[str, str] | None:
    """The marks around the heading, where nothing but the heading stands before the first item."""
    pieces = lead(section)
    at = [number for number, piece in enumerate(pieces) if piece.code.startswith("{{ beat.")]
    if len(at) != 1 or len(pieces) > 3 or any(piece.code for number, piece in enumerate(pieces) if number != at[0]):
        return None
    before, after = "".join(each.text for each in pieces[: at[0]]), "".join(each.text for each in pieces[at[0] + 1 :])
    if any(mark.isalnum() for mark in before + after):
        return None
    return before, after


def settle(material: Material, section: Section, text: str, manner: Structure) -> bool:
    """Whether a section reads as the others do, so that the common code prints it."""
    heading = material.beats[section.beat]["heading"]
    nodes = section.nodes
    if heading and manner.heading is not None:
        if _lead(section) != manner.heading:
            return False
        nodes = nodes[1:]
    if not nodes or nodes[0].entry < 0 or nodes[-1].entry < 0:
        return False
    wanted = [
        number
        for number, entry in enumerate(material.entries)
        if entry.beat == section.beat and manner.prints(material, number)
    ]
    items = [node for node in nodes if node.entry >= 0]
    if [node.entry for node in items] != wanted or not all(node.usual for node in items):
        return False
    return all(
        joined(material, three, text, manner) for three in zip(nodes[::2], nodes[1::2], nodes[2::2], strict=False)
    ) and all((node.entry >= 0) == (number % 2 == 0) for number, node in enumerate(nodes))


def joined(material: Material, nodes: tuple[Node, Node, Node], text: str, manner: Structure) -> bool:
    """Whether what stands between two items is what the common code puts there."""
    before, between, after = nodes
    beat = material.entries[before.entry].beat
    joint = manner.apart[beat in material.turns]
    parted = joint == " " and broken(material, before.entry, after.entry)
    return between.span.of(text) == ("\n\n" if parted else joint)


def order(numbers: Sequence[int]) -> tuple[list[int], list[int]]:
    """Which beats come first and which last, so that all others stand in the order of the notes."""
    best: tuple[int, int, int] = (len(numbers), 0, 0)
    for start in range(len(numbers)):
        end = start + 1
        while end < len(numbers) and numbers[end] > numbers[end - 1]:
            end += 1
        best = min(best, (start + len(numbers) - end, start, end))
    _, start, end = best
    return list(numbers[:start]), list(numbers[end:])

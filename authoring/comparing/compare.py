"""Holds two articles against each other."""

from __future__ import annotations

from authoring.comparing.changes import Change, Comparison
from authoring.comparing.facts import told_changes
from authoring.comparing.heads import head_changes, head_of
from authoring.comparing.pieces import kept_in, take_apart
from authoring.comparing.quotations import quote_changes
from authoring.comparing.sources import source_changes
from authoring.prose.document import Document
from authoring.prose.utterances import utterances

_GROUPS = ("headline", "dek", "byline", "quotation", "source", "fact", "sentence")


def compare(old: Document, new: Document) -> Comparison:
    """What one article says that another does not, but for layout, marks and how words and figures are spelled."""
    heads = head_of(old), head_of(new)
    kept = kept_in(old, new)
    before, after = take_apart(old, heads[0].blocks, kept[0]), take_apart(new, heads[1].blocks, kept[1])
    quotes = list(quote_changes(before.quotes, after.quotes))
    dropped = {each.old.span for each in quotes if each.kind == "dropped" and each.old}
    added = {each.new.span for each in quotes if each.kind == "added" and each.new}
    told = told_changes(before.told, after.told, dropped, added)
    found = [*head_changes(*heads), *quotes, *source_changes(old, new), *told]
    found.sort(key=lambda each: (_GROUPS.index(each.group), _place(each)))
    return Comparison(old, new, tuple(found), (_length(old), _length(new)))


def _place(change: Change) -> int:
    side = change.new or change.old
    return side.span.start if side else 0


def _length(document: Document) -> int:
    return sum(len(each.words) for block in document.blocks for each in utterances(document, block))

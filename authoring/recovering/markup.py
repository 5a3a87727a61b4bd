"""A stretch of an article as Markdown: its words with the links and the emphasis that they have."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from authoring.export.article import Run
from authoring.prose.document import Block


def marked_up(block: Block, start: int, end: int, runs: Sequence[Run]) -> str:
    """``block.text[start:end]`` with its markup; without it where it cannot be told to the letter.

    ``runs`` are those of the whole article, in order.
    """
    visible = " ".join(block.text[start:end].split())
    span = block.span_of(start, end)
    pieces: list[str] = []
    seen: list[str] = []
    for run in runs[max(bisect_left(runs, span.start, key=lambda run: run.span.start) - 1, 0) :]:
        if run.span.start >= span.end:
            break
        if run.span.end <= span.start or run.note:
            continue
        words = run.text
        if len(words) == len(run.span):
            words = words[max(span.start - run.span.start, 0) : max(min(span.end - run.span.start, len(words)), 0)]
        elif not span.covers(run.span):
            return visible
        seen.append(words)
        pieces.append(_marked(words, run))
    if "".join("".join(seen).split()) != "".join(visible.split()):
        return visible
    return " ".join("".join(pieces).split())


def _marked(words: str, run: Run) -> str:
    bare = words.strip()
    if not bare or run.code:
        return words
    made = bare
    if run.emphasis:
        made = f"*{made}*"
    if run.strong:
        made = f"**{made}**"
    if run.link and not set(run.link) & set(" ()<>") and "]" not in bare:
        made = f"[{made}]({run.link})"
    at = words.index(bare)
    return f"{words[:at]}{made}{words[at + len(bare) :]}"

"""From the files and folders somebody names to the quotations of each article, and who said them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from authoring.errors import ArticleError
from authoring.prose import parse
from authoring.prose.language import is_english
from authoring.runner.checked import Checked
from authoring.runner.files import NOT_ENGLISH, TRANSCRIPT, no_article, texts_in
from authoring.runner.stories import Stories, holds_notes, known_to
from authoring.runner.withheld import withheld


def quoted_paths(
    paths: Iterable[str | Path],
    notes: str | Path | None = None,
    progress: Callable[[int, int], None] | None = None,
    unread: Callable[[ArticleError], None] | None = None,
) -> Iterator[Checked]:
    """Every article with its document, whose ``attributions`` are the answer; one result a file, without findings.

    Notes, templates, empty files and texts that are not English have no document, and a remark that says so. ``notes``,
    ``progress`` and ``unread`` are those of ``lint_paths``. Raises ``ArticleError`` where ``notes`` have errors.
    """
    stories = Stories(notes)
    stories.required()
    for path, text in texts_in(paths, progress, unread):
        yield quoted_text(text, path, stories)


def quoted_text(text: str, path: str, stories: Stories | None = None) -> Checked:
    """One text as if it stood at ``path``; like ``quoted_paths``."""
    if remark := no_article(text, path):
        return Checked(path, text, remark=remark)
    if holds_notes(text):
        return Checked(path, text, remark="skipped, these are notes; authoring notes show lists what they quote")
    stories = stories or Stories()
    if transcript := stories.transcript(path):
        return Checked(transcript, text, remark=TRANSCRIPT)
    document = parse(text, path=path)
    if not is_english(document):
        return Checked(path, text, remark=NOT_ENGLISH)
    story = stories.of(document)
    document = known_to(story, document)
    remark = ""
    if story.faulty:
        remark = f"its notes have errors, so no source in them is named; see: authoring notes check {story.path}"
    remark = "; ".join(filter(None, (remark, *(finding.message for finding in story.findings))))
    return Checked(path, text, remark=remark, document=document, withheld=withheld(document))

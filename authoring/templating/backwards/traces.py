"""What the trace of a drafted article tells of the sentences that nobody has touched: which items they come from."""

from __future__ import annotations

from pathlib import Path

from authoring.errors import ArticleError
from authoring.templating.backwards.article import Article
from authoring.templating.backwards.material import Material
from authoring.text.files import UnreadableTextError, read_text
from authoring.text.span import Span
from authoring.trace.anchor import anchors
from authoring.trace.trace import TRACE_LIMIT, Trace, sha256, trace_path


def traced(article: Article, path: Path, material: Material) -> tuple[tuple[Span, int], ...]:
    """Stretches of the article and the items that the trace has them from; none where the notes have changed since."""
    try:
        trace = Trace.from_json(read_text(trace_path(path), TRACE_LIMIT), trace_path(path))
    except (UnreadableTextError, ArticleError):
        return ()
    if trace.notes_sha256 != sha256(material.notes.text):
        return ()
    places = [
        (Span(*noted), number)
        for number, entry in enumerate(material.entries)
        if (noted := getattr(entry.record["text"], "noted", None))
    ]
    found = []
    for anchor in anchors(trace.text, article.text):
        shift = anchor.edited.start - anchor.rendered
        for stretch in trace.within(Span(anchor.rendered, anchor.rendered + len(anchor.edited))):
            if stretch.notes is None or not stretch.exact:
                continue
            item = next((number for span, number in places if span.overlaps(stretch.notes)), None)
            if item is not None:
                found.append((Span(stretch.span.start + shift, stretch.span.end + shift), item))
    return tuple(found)

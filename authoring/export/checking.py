"""From an article's file to what may be exported of it: linted, with its notes, and refused where it has errors.

Practice: nothing leaves the desk with an open query on it. What was told in confidence leaves it in no case.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from authoring.config.find import Configs
from authoring.errors import ArticleError
from authoring.export.build import article_of
from authoring.export.formats import Export, Format
from authoring.export.site import site_of
from authoring.findings import Finding, Severity
from authoring.runner.checked import Checked
from authoring.runner.run import lint_paths

_LEAK = "leaked-source"
_SHOWN = 5
"""Findings that are told one by one; of more, how many."""


def export_of(
    path: str | Path, form: Format, notes: str | Path | None = None, configs: Configs | None = None, *, force: bool
) -> Export:
    """What ``form`` is made of, for one article.

    Args:
        path: the article's file.
        form: the format it goes to.
        notes: its notes, instead of those that it names or that stand beside it.
        configs: the settings it is linted by.
        force: whether it may have findings of level ``error``.

    Raises ``ArticleError`` where there is no article, where its notes cannot be read, so that nobody knows what is
    confidential, where something confidential stands in what readers would get, and for errors without ``force``.
    """
    results = list(lint_paths([path], configs, notes))
    checked = next((result for result in results if result.document is not None), None)
    if checked is None or checked.document is None:
        remark = next((result.remark for result in results if result.remark), "")
        what = remark or "these are notes"
        hint = "name an article; of notes, authoring draft makes one"
        raise ArticleError(f"{what}, expected an article", path=path, hint=hint)
    faulty = next((result.path for result in results if result is not checked), None)
    if faulty is not None:
        message = "the notes of this article have errors, expected notes that say what is confidential"
        raise ArticleError(message, path=path, hint=f"see: authoring notes check {faulty}")
    if form.publishes:
        _refuse_secrets(checked)
        if not force:
            _refuse(checked, [finding for finding in checked.findings if finding.severity is Severity.ERROR])
    article = article_of(checked.document, site_of(checked.config, checked.path))
    return Export(article, checked.document, checked.findings)


def _refuse_secrets(checked: Checked) -> None:
    """Whatever the settings or a comment in the article say of the rule: a promise to a source is not theirs."""
    if not checked.withheld:
        return
    places = [checked.lines.position(span.start) for span in checked.withheld[:_SHOWN]]
    named = ", ".join(f"{line}:{column}" for line, column in places)
    more = f" and {len(checked.withheld) - _SHOWN} more" if len(checked.withheld) > _SHOWN else ""
    message = f"what was told in confidence stands here ({named}{more}), expected it nowhere in the article"
    hint = f"take it out, and see: authoring explain {_LEAK}"
    line, column = places[0]
    raise ArticleError(message, path=checked.path, line=line, column=column, hint=hint)


def _refuse(checked: Checked, errors: list[Finding]) -> None:
    if not errors:
        return
    told = [f"  {_line(checked, finding)}" for finding in errors[:_SHOWN]]
    if len(errors) > _SHOWN:
        told.append(f"  and {len(errors) - _SHOWN} more")
    number = "1 error" if len(errors) == 1 else f"{len(errors)} errors"
    message = f"this article has {number} and was not exported; mend them, or add --force"
    raise ArticleError("\n".join([message, *told]), path=checked.path)


def _line(checked: Checked, finding: Finding) -> str:
    line, column = checked.lines.position(finding.span.start)
    return f"{line}:{column}  {finding.message} [{finding.rule}]"


def summary(findings: Iterable[Finding]) -> str:
    """How many warnings stand in what was exported; empty where there are none."""
    count = sum(finding.severity is Severity.WARNING for finding in findings)
    return f"{count} warning{'s' if count != 1 else ''}" if count else ""

"""Counts what goes wrong when every template drafts generated notes: 200 files, or as many as are asked for.

    python benchmarks/generated_notes.py [COUNT]

The files are those of ``tests/drafting/generated_notes.py``, a third of each manner; what is counted is what
``tests/drafting/promises.py`` says that drafts promise.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "drafting"))

import promises
from generated_notes import MANNERS, SENTINEL, collected

from authoring.drafting.bounded import Worker
from authoring.drafting.draft import BUILT_IN, draft
from authoring.errors import NotesError, TemplateError
from authoring.notes import parse_notes
from authoring.notes.model import Notes

TOLD = {
    "unexpanded": "unexpanded tokens",
    "empty": "empty paragraphs, or paragraphs of marks alone",
    "left_open": "marks around nothing",
    "headless": "headlines not as noted",
    "misquoted": "quotations altered (every character against the note)",
    "unverified": "quotations that the quote check does not pass",
    "untraced": "characters without an origin, or with a false one",
    "leaked": "words told in confidence in article or trace",
    "errors": "errors of the linter that the notes do not cause",
}


def main() -> None:
    """Draft, check, count and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    done: Counter[str] = Counter()
    seconds = 0.0
    with Worker() as worker:
        for number, manner in enumerate(MANNERS):
            for text in collected(count // 3 + (number < count % 3), manner):
                done["notes"] += 1
                try:
                    notes = parse_notes(text, "notes.md")
                except NotesError:
                    done["refused"] += 1
                    continue
                done["many"] += len(notes.sources) >= 30
                for template in BUILT_IN:
                    began = time.perf_counter()
                    one(notes, template, manner, worker, done)
                    seconds += time.perf_counter() - began
    print(f"generated notes         {done['notes']} ({done['many']} of 30 sources and more), {done['refused']} refused")
    print(f"templates               {len(BUILT_IN)}: {', '.join(BUILT_IN)}")
    print(
        f"drafts                  {done['drafts']}, {done['characters']:,} characters, {done['quotes']:,} quotes noted"
    )
    print(f"not drafted             {done['unfilled']}: a headline, name or alias is missing, and its line is named")
    for name, told in {"crashes": "crashes", "another": "drafts that come out otherwise again", **TOLD}.items():
        print(f"{done[name]:>6}  {told}")
    print(f"{seconds / max(done['drafts'], 1) * 1000:.0f} ms for each draft, drafted twice and checked")


def one(notes: Notes, template: str, manner: str, worker: Worker, done: Counter[str]) -> None:
    """Draft notes by a template, and count what is wrong with it."""
    try:
        made = draft(notes, template, folders=[], worker=worker)
        again = draft(notes, template, folders=[], worker=worker)
    except TemplateError as error:
        done["unfilled" if "is not known yet" in error.message else "crashes"] += 1
        done["leaked"] += SENTINEL.casefold() in str(error).casefold()
        return
    except Exception as error:  # noqa: BLE001 whatever it is, it is a crash to be counted
        print(f"{template}: {error!r}")
        done["crashes"] += 1
        return
    done["drafts"] += 1
    done["characters"] += len(made.text)
    done["quotes"] += len(notes.quotes)
    done["another"] += made.text != again.text or made.trace.to_json() != again.trace.to_json()
    for promise in promises.ALWAYS if manner == "marks" else promises.READABLE:
        for what in promise(made):
            print(f"{promise.__name__}, {template}, {manner}: {what}"[:240])
            done[promise.__name__] += 1


if __name__ == "__main__":
    main()

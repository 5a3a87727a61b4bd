"""What a draft costs in the bounded child: generated stories by every template, against other ways to run Jinja.

Run it with ``python benchmarks/drafting.py [STORIES]``. Each story has the size of drafts/town-clock. The peers render
the same stories in the same run: Jinja2 alone in this process, with no trace, sandbox or bounds, its templates compiled
once; and our own child started anew for every draft.
"""

from __future__ import annotations

import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jinja2
from main_job import PlainNewsroom, job_of

from authoring.drafting.bounded import Worker
from authoring.drafting.draft import BUILT_IN, draft
from authoring.drafting.filters import FILTERS
from authoring.drafting.loader import TemplateFiles
from authoring.drafting.naming import Naming
from authoring.drafting.story import story
from authoring.notes import Notes, read_notes
from authoring.text.shipped import builtin_templates

SEED = 20261122
BEATS = 10
WORDS = """
    the a one every town harbor clock boat council stair rope bell morning winter price motor letter island paper
    report year week street school field water engine wheel stone window door never always only often perhaps once
    again and but so because while before after without under over beside kept broke sold bought carried counted asked
    waited closed opened painted measured moved turned
""".split()
PEOPLE = ("Nora Haskett", "Dan Ferreira", "Ida Roe", "Sam Oduya", "Petra Hollander")


def sentence(chance: random.Random, least: int = 6, most: int = 18) -> str:
    """Words in no sense, as long as a sentence is."""
    words = chance.choices(WORDS, k=chance.randint(least, most))
    return " ".join(words).capitalize() + "."


def notes_of(number: int) -> str:
    """A story of some 2,000 words: five people, a document, twenty quotes, and what stands between them."""
    chance = random.Random(SEED + number)
    front = ["---", "kind: interview", f"headline: {sentence(chance, 4, 8)[:-1]}", f"dek: {sentence(chance)}"]
    front += ["byline: Ines Calloway", "published: 2026-06-11", "asof: 2026-06-11", "sources:"]
    for name in PEOPLE:
        key = name.split()[1].lower()
        front += [f"  {key}:", f"    name: {name}", f"    role: a keeper of the {chance.choice(WORDS)}"]
        front += [f"    stake: {sentence(chance)[:-1]}"]
    front += ["  report:", "    name: Annual Report 2025", "    kind: document", "    url: https://town.example/report"]
    front += ["interview: {with: haskett, when: 2026-06-05, how: by phone, edited: true}", "---", ""]
    body: list[str] = []
    for beat in range(BEATS):
        body += [
            f"## Part {beat}",
            f"{sentence(chance)} {sentence(chance)} Gate {beat} shut on {{2026-06-{beat + 1:02}}}.",
        ]
        for quote in range(2):
            who = chance.choice(PEOPLE).split()[1].lower()
            words = " ".join(sentence(chance) for _ in range(chance.randint(2, 6)))
            body += [f"? {sentence(chance)[:-1]}?", f"> {words}", f"— {who} | said | 00:{beat:02}:{quote * 20:02}", "+"]
        body += [f"- {sentence(chance)[:-1]}", f"  — report | according to | p. {beat + 3}", ""]
    return "\n".join([*front, *body]) + "\n"


def plainly(notes: Notes, environment: Any, template: str) -> Callable[[], str]:
    """What renders the same story by Jinja2 alone."""
    job, beats = job_of(notes)

    def render() -> str:
        environment.naming = Naming()
        environment.naming.seen = set(job["sources"])  # plain strings do not tell who was named
        decoded, decode = story(job, beats)
        made: str = environment.get_template(f"{template}.md").render(notes=decoded, draft=decode(job["draft"]))
        return made

    return render


def taken(run: Callable[[], object]) -> float:
    """Milliseconds of a call."""
    began = time.perf_counter()
    run()
    return (time.perf_counter() - began) * 1000


def line(what: str, times: list[float], ours: float) -> None:
    middle = statistics.median(times)
    told = f"{what:44} {middle:7.1f} ms a draft, at most {max(times):6.1f}"
    print(told if middle == ours else f"{told}, {middle / ours:6.2f} times ours")


def main() -> None:
    stories = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    plain = PlainNewsroom(
        loader=TemplateFiles([], builtin_templates()),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=jinja2.ChainableUndefined,
        extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"],
    )
    plain.filters.update(FILTERS)
    pooled, read, alone, apart = [], [], [], []
    with tempfile.TemporaryDirectory() as folder:
        told = []
        for number in range(stories):
            path = Path(folder) / f"notes{number}.md"
            path.write_text(notes_of(number))
            read.append(taken(lambda: told.append(read_notes(path))))  # noqa: B023
        before, own = resource.getrusage(resource.RUSAGE_CHILDREN), time.process_time()
        with Worker() as worker:
            for notes in told:
                for template in BUILT_IN:
                    pooled.append(taken(lambda: draft(notes, template, worker=worker)))  # noqa: B023
        after, own = resource.getrusage(resource.RUSAGE_CHILDREN), time.process_time() - own
        for number, notes in enumerate(told):
            for template in BUILT_IN:
                alone.append(taken(plainly(notes, plain, template)))
            if number % 10 == 0:
                apart.append(taken(lambda: draft(notes, BUILT_IN[number // 10 % len(BUILT_IN)])))  # noqa: B023
    spent = own + after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    first = pooled.pop(0)
    words = statistics.median(len(notes.text.split()) for notes in told)
    print(f"{stories} stories of {words:.0f} words, by {', '.join(BUILT_IN)}: {len(alone)} drafts")
    ours = statistics.median(pooled)
    line("in the bounded child, from one process", pooled, ours)
    over = sum(each >= 60 for each in pooled)
    print(f"    the very first took {first:.0f} ms, start included; of the others {over} took 60 ms or more")
    print(f"    {spent / len(alone) * 1000:.1f} ms of processor time a draft, in all processes, the start included")
    line("reading the notes, besides", read, ours)
    line("a process for each draft", apart, ours)
    line("Jinja2 alone, no bounds, no trace", alone, ours)


if __name__ == "__main__":
    main()

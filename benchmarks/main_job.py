"""Prints every figure of the main job: from notes to articles, with the trace, against plain Jinja2.

Run it with ``make bench``. The peer renders the same data with the same templates in Jinja2 alone: no trace, no
sandbox, no child process. Times are medians; the machine's noise is in them, so the ratios matter most.
"""

from __future__ import annotations

import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jinja2

import authoring
from authoring.config.conventions import UNSETTLED
from authoring.drafting.bounded import builtin_templates
from authoring.drafting.draft import draft
from authoring.drafting.environment import NewsroomEnvironment
from authoring.drafting.filters import FILTERS
from authoring.drafting.loader import TemplateFiles
from authoring.drafting.naming import Naming
from authoring.drafting.record import Record, encode
from authoring.drafting.story import story
from authoring.drafting.view import view
from authoring.drafting.why import why
from authoring.errors import TemplateError
from authoring.notes import Notes, parse_notes, read_notes
from authoring.text.sentences import sentence_spans

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SEED = 20261122
sys.path.insert(0, str(ROOT / "tests" / "drafting"))
sys.path.insert(0, str(ROOT / "tests" / "notes"))


def heading(words: str) -> None:
    print(f"\n{words}\n{'-' * len(words)}")


def median(run: Callable[[], object], times: int = 9) -> float:
    """Median seconds of a call."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        run()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def command(*words: str) -> Callable[[], object]:
    """A whole process, as a user starts it."""
    return lambda: subprocess.run([*words], stdout=subprocess.DEVNULL, check=True)


def plain(text: str) -> list[str]:
    """Words of an article without front matter and heading marks."""
    body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    return [word for line in body.splitlines() for word in line.lstrip("#").split()]


def seeds() -> None:
    heading("The seeds, word for word")
    for notes, seed, first, last in (("interview", "interview", 1, 21), ("brief", "brief", 9, 35)):
        ours = plain(draft(read_notes(SHARED / "examples" / f"notes-{notes}.md")).text)
        theirs = plain("\n".join((SHARED / "seeds" / f"{seed}.txt").read_text().splitlines()[first - 1 : last]))
        same = sum(one == other for one, other in zip(ours, theirs, strict=False))
        print(f"{seed}: {same} of {len(theirs)} words the same, {len(ours)} drafted")


def one_story_three_articles() -> None:
    heading("One notes file, three articles")
    notes = read_notes(ROOT / "drafts" / "town-clock" / "notes.md")
    questions = [str.__str__(item.text) for item in notes.of_kind("question")]
    for template in ("interview", "qa", "brief"):
        made = draft(notes, template)
        findings = list(authoring.lint(authoring.parse(made.text, notes)))
        body = made.text.split("---\n", 2)[2]
        lines = [line for line in body.splitlines() if line.strip()]
        sentences = [line[start:end] for line in lines for start, end in sentence_spans(line)]
        sentences = [sentence for sentence in sentences if len(sentence.split()) > 2]
        again = len(sentences) - len(set(sentences))
        asked = f", {sum(each in body for each in questions)} of {len(questions)} questions" if template == "qa" else ""
        print(f"{template}: {len(findings)} findings, {again} of {len(sentences)} sentences repeated{asked}")


def traces() -> None:
    heading("The trace, over every example story by every template")
    covered = total = exact = 0
    for notes in sorted((ROOT / "drafts").glob("*/notes.md")):
        for template in ("interview", "qa", "brief"):
            made = draft(read_notes(notes), template)
            total += len(made.text)
            covered += sum(len(each.span) for each in made.trace.stretches if each.notes or each.template)
            exact += sum(len(each.span) for each in made.trace.stretches if each.exact)
    print(f"characters with an origin: {covered} of {total} ({covered / total:.1%}), {exact} the notes' very own")


def asked() -> None:
    heading(f"authoring why, on 20 sentences drawn at random (seed {SEED}), to be read")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("town-clock", "bridge-tolls"):
            subprocess.run(["cp", "-r", str(ROOT / "drafts" / name), folder], check=True)
        places = []
        for path, template in (("town-clock", "interview"), ("town-clock", "qa"), ("bridge-tolls", "brief")):
            notes = Path(folder) / path / "notes.md"
            subprocess.run(
                [sys.executable, "-m", "authoring", "draft", str(notes), "-t", template, "--force"],
                check=True,
                stdout=subprocess.DEVNULL,
            )
            article = notes.with_name(f"{template}.md")
            lines = article.read_text().splitlines()
            places += [(article, number) for number, line in enumerate(lines, 1) if line.strip() and number > 12]
        for article, number in random.Random(SEED).sample(places, 20):
            answer = why(article, number)[-1]
            print(f"{article.parent.name}/{article.name}:{answer.line}:{answer.column} {answer.sentence[:90]}")
            for note in answer.notes:
                print(f"    {note.kind} in line {note.origin.line} {note.origin.time or ''} {note.words[:70]}")


def hostile() -> None:
    from test_hostile_templates import HOSTILE, NOTES

    heading("Hostile templates")
    slowest = 0.0
    stopped = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "notes.md"
        path.write_text(NOTES)
        (path.parent / "templates").mkdir()
        for source, message in HOSTILE.values():
            (path.parent / "templates" / "story.md").write_text(source)
            began = time.perf_counter()
            try:
                draft(parse_notes(NOTES, str(path)))
            except TemplateError as error:
                stopped += bool(re.search(message, str(error)))
            slowest = max(slowest, time.perf_counter() - began)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"stopped with a clear error: {stopped} of {len(HOSTILE)}; slowest {slowest:.2f} s (at most 3)")
    print(f"largest memory of any child so far: {peak:.0f} MB (at most 512)")


def malformed() -> None:
    heading("Malformed notes")
    outcome = subprocess.run(
        [sys.executable, "-m", "pytest", "-n", "0", str(ROOT / "tests" / "notes" / "test_malformed_notes.py")],
        capture_output=True,
        text=True,
        check=False,
    )
    print(outcome.stdout.strip().splitlines()[-1])


def many_beats(count: int, narrated: bool) -> str:
    """A story of that many beats: a placed quote and a dated citation, and narration with a date if wanted."""
    front = (
        "---\nkind: interview\nheadline: Many beats\npublished: 2026-06-11\nsources:\n"
        "  quill: {name: Mara Quill, role: the lock keeper, employer: Canal Trust, pronoun: she}\n"
        "  herald: {name: The Herald, kind: outlet}\n---\n"
    )
    beats = (
        f"\n## Beat {number}\n"
        + (f"Gate {number} was shut on {{2026-06-{number % 28 + 1:02d}}}.\n" if narrated else "")
        + f"> We close at six, and gate {number} closes first. It is older than I am.\n"
        f"— quill | said | 00:{number // 60 % 60:02d}:{number % 60:02d}\n"
        f"- gate {number} fell\n  — herald | according to | 2026-06-03\n"
        for number in range(count)
    )
    return front + "".join(beats)


def start_up() -> None:
    heading("Start-up, whole processes, median of 9")
    python = sys.executable
    program = str(Path(python).with_name("authoring"))
    bare = median(command(python, "-c", "pass"))
    helped = median(command(program, "--help"))
    click_alone = median(command(python, "-c", "import click"))
    notes = str(ROOT / "drafts" / "town-clock" / "notes.md")
    cold = median(command(program, "draft", notes, "-o", "-"))
    both = median(command(python, "-c", "import jinja2, frontmatter, click"))
    print(f"bare python {bare * 1000:.0f} ms; import click {click_alone * 1000:.0f} ms")
    print(
        f"authoring --help {helped * 1000:.0f} ms (under 100), {helped / click_alone:.1f} times importing click alone"
    )
    print(f"cold draft of town-clock {cold * 1000:.0f} ms (under 400), {cold / both:.1f} times importing its libraries")


def curve() -> None:
    heading("Long stories: whole process, read, drafted, printed")
    program = str(Path(sys.executable).with_name("authoring"))
    with tempfile.TemporaryDirectory() as folder:
        for narrated in (False, True):
            print("three notes a beat" if narrated else "two notes a beat")
            for count in (625, 1250, 2500, 5000):
                path = Path(folder) / f"notes{count}.md"
                path.write_text(many_beats(count, narrated))
                taken = median(command(program, "draft", str(path), "-o", "-"), 5)
                kilobytes = path.stat().st_size / 1024
                print(f"{count:5} beats, {kilobytes:6.0f} KB: {taken:5.2f} s, {taken / count * 1000:.2f} ms a beat")


def against_jinja() -> None:
    heading("The price of the trace: against Jinja2 alone, same templates, same data, in this process")
    job, beats = job_of(read_notes(ROOT / "drafts" / "town-clock" / "notes.md"))
    tracing = NewsroomEnvironment(TemplateFiles([], builtin_templates()), FILTERS)
    plain_jinja = PlainNewsroom(
        loader=TemplateFiles([], builtin_templates()),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=jinja2.ChainableUndefined,
        extensions=["jinja2.ext.do"],
    )
    plain_jinja.filters.update(FILTERS)
    plain_jinja.globals["convention"] = lambda name: ""
    notes, decode = story(job, beats)
    about = decode(job["draft"])

    def render(environment: Any) -> Callable[[], str]:
        def once() -> str:
            environment.naming = Naming()
            environment.naming.seen = set(job["sources"])  # plain strings do not tell who was named
            made: str = environment.get_template("interview.md").render(notes=notes, draft=about)
            return made

        return once

    ours, peer = render(tracing), render(plain_jinja)
    same = str.__str__(ours()) == str.__str__(peer())
    one, other = median(ours, 30), median(peer, 30)
    print(f"the same text: {same}; ours {one * 1000:.1f} ms, Jinja2 {other * 1000:.1f} ms, ratio {one / other:.1f}")


class PlainNewsroom(jinja2.Environment):
    """Jinja2 as it comes, but for fields before methods (``beat.items``), without which our data cannot be read."""

    naming: Naming
    conventions = UNSETTLED

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


def job_of(notes: Notes) -> tuple[dict[str, Any], list[Any]]:
    """What the child process is given: the job and the beats."""
    data = view(notes)
    about = {"house": None, "kind": "interview", "notes": "notes.md", "template": "interview"}
    job = {
        "notes": encode(data.notes),
        "sources": {key: encode(source) for key, source in data.sources.items()},
        "draft": encode(Record.of({**about, "notes_sha256": "0", "template_sha256": "0"}, "draft")),
    }
    return job, [encode(beat) for beat in data.beats]


def main() -> None:
    seeds()
    one_story_three_articles()
    traces()
    asked()
    hostile()
    malformed()
    start_up()
    curve()
    against_jinja()


if __name__ == "__main__":
    main()

"""Runs Vale and us with the same styles over ``data/articles``, and prints which alerts are the same, and the times.

    python benchmarks/vale.py [--every 1] [--vale FILE | --go FILE] [--show 40]

Vale is built from its Go module into ``build/vale`` (``go`` must be on the path, or be named with ``--go``), unless
``--vale`` names one. Two runs: the six public packages of ``data/vale-styles`` as they are; then ``vale_style``, our
own style, with its vocabulary, for the keys and scopes that the packages do not use. All voices are on, each tool is
one process on one core (``GOMAXPROCS=1``), and the times are processor seconds from start to end.

Two alerts are the same if file, line, rule and matched words are, and the column where Vale's is on the words. What
one tool alone has is sorted by cause as far as a program can tell (``vale_causes.py``); the rest is printed. For words
in front matter Vale has no place, and searches the file (``vale_front.py``): a second figure takes our findings there
to where that search would have them, and it is with these that rules and causes are counted.
"""

from __future__ import annotations

import argparse
import tempfile
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from vale_alerts import Alert, Compared, Lines, by_rule, compared, of_ours, of_vale, plain
from vale_causes import Rules, block_of, cause_of
from vale_front import as_vale_places
from vale_runs import DATA, Setting, built, run_ours, run_vale

OWN = Path(__file__).parent / "vale_style"
PACKAGES = ("Google", "Joblint", "Microsoft", "alex", "proselint", "write-good")
VOCABULARY = "Newsroom"


@dataclass(frozen=True)
class Verdict:
    """What came of one setting."""

    true: Compared
    """With our findings where they are."""
    placed: Compared
    """With those in front matter where Vale's search would have them."""
    vale: float
    ours: float
    """Processor seconds."""


def judge(setting: Setting, vale: str, names: list[str], show: int, folder: Path) -> Verdict:
    """Compare both tools with one set of styles, and print it."""
    told, refused, vale_seconds = run_vale(vale, setting.for_vale(folder), names)
    names = [name for name in names if name not in refused]
    texts = {name: Lines((DATA / "articles" / name).read_bytes().decode("utf-8", "replace")) for name in names}
    measures = {alert["Check"] for of_file in told.values() for alert in of_file if not alert["Match"]}
    alerts = of_vale(told, texts)
    findings, our_seconds = run_ours(setting.for_us(folder), names)
    ours = of_ours(findings, texts, measures)
    verdict = Verdict(compared(alerts, ours), compared(alerts, _placed(ours, texts)), vale_seconds, our_seconds)
    print(f"\n## {setting.name}: {len(names)} articles, {sum(map(len, told.values()))} alerts of Vale\n")
    for name in refused:
        print(f"Vale cannot read the front matter of {name}, and stops; left out")
    _table(verdict.placed)
    again = sorted({alert.path for alert in verdict.placed.vale})
    luck = _luck(vale, folder / f"{setting.name}.ini", again, texts)
    rules = Rules([setting.folder / style for style in setting.styles])
    known = {(alert.path, alert.rule, alert.plain) for alert in alerts}
    skipped = {file["path"] for file in findings["files"] if not file["findings"]}
    paragraphs = folder / f"{setting.name} paragraphs"
    paragraphs.mkdir()
    alone = _alone(vale, folder / f"{setting.name}.ini", verdict.placed.ours, texts, paragraphs)

    def cause(our: Alert | None, their: Alert | None) -> str:
        either = our or their
        if either is None or either.path in skipped:
            return "an article that is not in English, which we skip"
        if their in luck:
            return "Vale does not give it every time"
        why = cause_of(our, their, texts[either.path], rules, known)
        return why or ("Vale has it in the paragraph alone, and loses it in the article" if our in alone else "")

    _causes(verdict.placed, show, cause)
    _sum_up([verdict])
    return verdict


def _alone(vale: str, config: Path, ours: Iterable[Alert], texts: dict[str, Lines], folder: Path) -> frozenset[Alert]:
    """Those of our findings that Vale has too where it is given their paragraph alone."""
    files: dict[str, list[Alert]] = defaultdict(list)
    for alert in ours:
        block = block_of(texts[alert.path], alert.line)
        file = folder / f"{zlib.crc32(block.encode())}-{alert.path}"
        file.write_text(block)
        files[file.name].append(alert)
    told = run_vale(vale, config, sorted(files), folder)[0] if files else {}
    has = {(name, alert["Check"], plain(str(alert["Match"]).strip())) for name in told for alert in told[name]}
    return frozenset(alert for name, some in files.items() for alert in some if (name, alert.rule, alert.plain) in has)


def _placed(alerts: list[Alert], texts: dict[str, Lines]) -> list[Alert]:
    of_file: defaultdict[str, list[Alert]] = defaultdict(list)
    for alert in alerts:
        of_file[alert.path].append(alert)
    return [
        alert
        for path, some in of_file.items()
        for alert in (as_vale_places(some, texts[path]) if path.endswith(".md") else some)
    ]


def _luck(vale: str, config: Path, names: list[str], texts: dict[str, Lines]) -> frozenset[Alert]:
    """Alerts that Vale does not give every time: it goes through front matter and swaps in random order."""
    runs = [frozenset(of_vale(run_vale(vale, config, names)[0], texts)) for _ in range(2)] if names else []
    return runs[0] ^ runs[1] if runs else frozenset()


def _table(found: Compared) -> None:
    same, moved = by_rule(pair[0] for pair in found.same), by_rule(pair[0] for pair in found.moved)
    vale, ours = by_rule(found.vale), by_rule(found.ours)
    print("\n| rule | same | elsewhere | only Vale | only ours |\n|---|---:|---:|---:|---:|")
    for rule in sorted({*same, *vale, *ours}, key=lambda rule: (-vale[rule] - ours[rule], rule)):
        print(f"| {rule} | {same[rule]} | {moved[rule]} | {vale[rule]} | {ours[rule]} |")
    print(f"| all | {len(found.same)} | {len(found.moved)} | {len(found.vale)} | {len(found.ours)} |\n")


def _causes(found: Compared, show: int, cause: Callable[[Alert | None, Alert | None], str]) -> None:
    counted: Counter[tuple[str, str]] = Counter()
    left: list[tuple[str, Alert]] = []
    for theirs, our in found.moved:
        counted[cause(our, theirs) or "the same words at another place", "both"] += 1
    for side, alert in [*(("Vale", alert) for alert in found.vale), *(("ours", alert) for alert in found.ours)]:
        why = cause(None, alert) if side == "Vale" else cause(alert, None)
        counted[why or "not explained", side] += 1
        if not why:
            left.append((side, alert))
    print("| cause of a difference | both, elsewhere | only Vale | only ours |\n|---|---:|---:|---:|")
    causes = Counter[str]()
    for (why, _), number in counted.items():
        causes[why] += number
    for why, _ in causes.most_common():
        print(f"| {why} | {counted[why, 'both']} | {counted[why, 'Vale']} | {counted[why, 'ours']} |")
    print(f"\nthe same or explained: {1 - len(left) / max(found.all, 1):.2%}")
    for side, alert in left[:show]:
        print(f"  only {side}: {alert.path}:{alert.line}:{alert.column} {alert.rule} {alert.words[:60]!r}")


def _sum_up(verdicts: Sequence[Verdict]) -> None:
    true = sum(len(verdict.true.same) for verdict in verdicts) / sum(verdict.true.all for verdict in verdicts)
    placed = sum(len(verdict.placed.same) for verdict in verdicts) / sum(verdict.placed.all for verdict in verdicts)
    print(f"\nthe same: {true:.2%}; with front matter placed as Vale's search would: {placed:.2%}")
    vale, ours = sum(verdict.vale for verdict in verdicts), sum(verdict.ours for verdict in verdicts)
    print(f"processor seconds: Vale {vale:.1f}, ours {ours:.1f}, ratio {ours / vale:.2f}")


def main() -> None:
    """Compare with the packages, then with our own style."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--every", type=int, default=1, help="only every so many articles")
    parser.add_argument("--vale", help="a Vale that is built already")
    parser.add_argument("--go", help="the go command")
    parser.add_argument("--show", type=int, default=40, help="how many differences without a known cause are printed")
    options = parser.parse_args()
    vale = options.vale or built(options.go)
    names = sorted(file.name for file in (DATA / "articles").iterdir())[:: options.every]
    with tempfile.TemporaryDirectory() as folder:
        settings = (
            Setting("packages", DATA / "vale-styles", PACKAGES),
            Setting("own", OWN, ("Judge",), VOCABULARY),
        )
        verdicts = [judge(setting, vale, names, options.show, Path(folder)) for setting in settings]
    print("\n## in all")
    _sum_up(verdicts)


if __name__ == "__main__":
    main()

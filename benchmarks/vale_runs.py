"""Runs Vale, built from its Go module, and us over ``data/articles`` with the same styles."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data"
ARTICLES = DATA / "articles"
MODULE = "github.com/vale-cli/vale/v3/cmd/vale@v3.21.0"


@dataclass(frozen=True)
class Setting:
    """One set of styles, for both tools."""

    name: str
    folder: Path
    """Holds the packages, as Vale's ``StylesPath`` does."""
    styles: tuple[str, ...]
    vocabulary: str = ""

    def for_vale(self, folder: Path) -> Path:
        """Write Vale's configuration."""
        file = folder / f"{self.name}.ini"
        vocab = f"Vocab = {self.vocabulary}\n" if self.vocabulary else ""
        terms = "Vale.Terms = YES\nVale.Avoid = YES\n" if self.vocabulary else ""
        file.write_text(
            f"StylesPath = {self.folder}\nMinAlertLevel = suggestion\n{vocab}\n"
            f"[*.{{md,txt}}]\nBasedOnStyles = {', '.join(self.styles)}\n{terms}"
        )
        return file

    def for_us(self, folder: Path) -> Path:
        """Write our configuration."""
        file = folder / f"{self.name}.toml"
        select = [*self.styles, *(["Vale"] if self.vocabulary else [])]
        words = [str(self.folder / "config" / "vocabularies" / self.vocabulary)] if self.vocabulary else []
        file.write_text(
            f"styles = {json.dumps([str(self.folder / style) for style in self.styles])}\n"
            f'vocabularies = {json.dumps(words)}\nvoices = ["all"]\nselect = {json.dumps(select)}\n'
        )
        return file


def built(go: str | None) -> str:
    """Vale, built from its module."""
    go = go or shutil.which("go")
    if go is None:
        sys.exit("go is not on the path, name it: --go FILE, or a Vale that is built already: --vale FILE")
    target = ROOT / "build" / "vale"
    target.mkdir(parents=True, exist_ok=True)
    subprocess.run([go, "install", MODULE], env={**os.environ, "GOBIN": str(target)}, check=True)
    return str(target / "vale")


def timed(
    command: Sequence[str], environment: dict[str, str], folder: Path
) -> tuple[subprocess.CompletedProcess[str], float]:
    """Run something over the texts of a folder; what it said, and its processor seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, env={**os.environ, **environment}, check=False
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return done, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def run_vale(
    vale: str, config: Path, names: list[str], folder: Path = ARTICLES
) -> tuple[dict[str, Any], list[str], float]:
    """Vale's alerts, the articles that it cannot read (it then reads none at all), and its time without them."""
    refused: list[str] = []
    while True:
        left = [name for name in names if name not in refused]
        flags = ["--output=JSON", "--no-exit", "--no-global"]
        done, seconds = timed([vale, f"--config={config}", *flags, *left], {"GOMAXPROCS": "1"}, folder)
        try:
            alerts: dict[str, Any] = json.loads(done.stdout)
        except json.JSONDecodeError:
            try:
                culprit = json.loads(done.stderr)["Path"]
            except (json.JSONDecodeError, KeyError):
                culprit = ""
            if culprit not in left:
                sys.exit(f"vale failed: {done.stderr}")
            refused.append(culprit)
            continue
        return alerts, refused, seconds


def run_ours(config: Path, names: list[str]) -> tuple[dict[str, Any], float]:
    """Our findings, and our time."""
    command = [sys.executable, "-m", "authoring", "lint", "--config", str(config), "--format", "json"]
    done, seconds = timed([*command, "--fail-on", "never", *names], {"PYTHONPATH": str(ROOT)}, ARTICLES)
    if not done.stdout:
        sys.exit(f"authoring failed: {done.stderr}")
    told: dict[str, Any] = json.loads(done.stdout)
    return told, seconds

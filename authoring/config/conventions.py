"""What a house has settled about how things are written: marks, dates, figures, names. Data, read from a TOML file.

One table, ``[conventions]``, in a house style's file or in a configuration. A template prints by it and the linter
checks by it; a convention that nobody has settled is neither imposed nor checked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

CHOICES: Mapping[str, tuple[str, ...]] = {
    "quotation-marks": ("double", "single"),
    "marks": ("curly", "straight"),
    "dates": ("month-day", "day-month"),
    "months": ("full", "short"),
    "times": ("3:30 p.m.", "3:30 pm", "3.30pm", "15:30"),
    "numerals": ("from 10", "from 11", "from 101", "always"),
    "percent": ("%", "percent", "per cent"),
    "headings": ("sentence", "title"),
    "states": ("full", "short"),
    "countries": ("U.S.", "US"),
    "abbreviations": ("points", "plain"),
    "honorifics": ("none", "first", "every"),
    "serial-comma": ("never", "always"),
    "dashes": ("—", " — ", " – "),
    "datelines": ("CAPITALS", "Plain", "none"),
    "spelling": ("en-US", "en-GB"),
}
"""Every convention with what may be chosen for it, an example of which it is named by where there is one."""
MEANINGS: Mapping[str, str] = {
    "quotation-marks": "the marks around a quotation: “double” or ‘single’; those inside are the other kind",
    "marks": "whether quotation marks and apostrophes are curly (“ ’) or straight",
    "dates": "May 3, 2026, or 3 May 2026",
    "months": "whether the longer months are short with a day: Jan. 3",
    "times": "how a time of day is written",
    "numerals": "from which number on figures are used and not words",
    "percent": "5%, 5 percent or 5 per cent",
    "headings": "Capitals as in a sentence, or Capitals for Most Words",
    "states": "whether a state after a town is in full (Oregon) or short (Ore.)",
    "countries": "U.S., U.K., U.N., or US, UK, UN",
    "abbreviations": "Dr. and Mr. with points, or Dr and Mr without",
    "honorifics": "whether Dr, Mr or Ms is printed: not at all, at first mention, at every mention",
    "serial-comma": "whether a comma stands before the last “and” of a list",
    "dashes": "the dash between parts of a sentence, with its spaces",
    "datelines": "SALEM, Ore. — or Salem, Oregon — or none",
    "spelling": "American or British",
}
"""What each convention settles, in a writer's words."""


@dataclass(frozen=True, slots=True)
class Conventions:
    """What a house has settled; ``None`` where it has settled nothing. Each value is one of ``CHOICES``."""

    quotation_marks: str | None = None
    marks: str | None = None
    dates: str | None = None
    months: str | None = None
    times: str | None = None
    numerals: str | None = None
    percent: str | None = None
    headings: str | None = None
    states: str | None = None
    countries: str | None = None
    abbreviations: str | None = None
    honorifics: str | None = None
    serial_comma: str | None = None
    dashes: str | None = None
    datelines: str | None = None
    spelling: str | None = None

    @classmethod
    def of(cls, settled: Mapping[str, Any]) -> Conventions:
        """Those of a configuration, by the names that ``CHOICES`` has; what is not there is not settled."""
        return cls(**{name.replace("-", "_"): choice for name, choice in settled.items()})

    def settled(self) -> dict[str, str]:
        """What is settled, by the names that ``CHOICES`` has."""
        pairs = ((field.name.replace("_", "-"), getattr(self, field.name)) for field in fields(self))
        return {name: choice for name, choice in pairs if choice is not None}

    def __bool__(self) -> bool:
        return bool(self.settled())


UNSETTLED = Conventions()
"""Nothing is settled: things are printed as they are noted, and none is checked."""

"""What a page shows, ready for its template: nothing here is worked out any more, only written down."""

from __future__ import annotations

from dataclasses import dataclass, field
from os.path import commonprefix


@dataclass(frozen=True, slots=True)
class Note:
    """A finding, as it stands in the margin."""

    number: int
    """Counted from 1 within its article."""
    severity: str
    rule: str
    message: str
    line: int
    column: int
    edits: tuple[tuple[str, str], ...] = ()
    """What may be written instead: the words of now, which may be none, and the new ones, which may be none too."""
    origin: str = ""
    """Where the note stands that it leads back to, and when that was said."""
    told: str = ""
    """What stands there."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is marked in one way."""

    text: str
    numbers: tuple[int, ...] = ()
    """The findings whose words it belongs to."""
    severity: str = ""
    """The gravest of these; empty where there is none."""
    label: bool = False
    """Whether it names the speaker of a turn."""
    ends: tuple[Note, ...] = ()
    """The findings whose words end with it, or stand where it ends."""


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph, a heading, a line of front matter …, and what was found in it."""

    number: int
    """Counted from 1 within its article, whatever is left out."""
    kind: str
    """One of ``BlockKind`` with hyphens, ``source`` for a line that no reader sees, ``gap`` for rows left out."""
    line: int
    pieces: tuple[Piece, ...] = ()
    notes: tuple[Note, ...] = ()
    grade: str = ""
    """How hard it reads; empty where that cannot be told."""
    hard: bool = False
    """Whether that is above the target."""
    spread: int = 1
    """How many rows its notes may stand beside before the next row with notes begins."""
    left_out: int = 0
    """Of a gap, how many paragraphs are not shown."""
    beats: tuple[tuple[int, str], ...] = ()
    """The words of each of its sentences, and what kind of bar that is; where they are drawn beside it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart, in its own units."""

    x: float
    y: float
    width: float
    height: float
    kind: str
    """Its class in the style sheet."""
    label: str
    """What is told where one points at it."""
    row: int = 0
    """The row of the text that it stands for; 0 for none."""


@dataclass(frozen=True, slots=True)
class Level:
    """A line across a chart, and its name."""

    y: float
    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class Strip:
    """One row of a chart."""

    width: float
    height: float
    bars: tuple[Bar, ...]
    levels: tuple[Level, ...]
    under: str
    """What stands below it."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart, what it shows in words, and its figures."""

    name: str
    title: str
    told: str
    """What one sees in it."""
    strips: tuple[Strip, ...]
    heads: tuple[str, ...]
    """The columns of its table."""
    cells: tuple[tuple[tuple[str, int], ...], ...]
    """The rows of its table: each cell with the row of the text that it leads to, 0 for none."""
    more: str = ""
    """What the table leaves out."""
    broad: bool = False
    """Whether it has so many bars that it needs the width of the page."""


@dataclass(frozen=True, slots=True)
class Voice:
    """How many words somebody has."""

    name: str
    words: str
    share: str
    width: float
    """From 0 to 100."""
    kind: str


@dataclass(frozen=True, slots=True)
class Figures:
    """What is measured of an article."""

    charts: tuple[Chart, ...]
    voices: tuple[Voice, ...]
    silent: str
    """What is told instead where nobody speaks."""
    measures: tuple[tuple[str, ...], ...]
    """Every measure: its name, its scale, and the figure of the whole, of the narration and of the speech."""
    sections: tuple[tuple[str, str, str], ...]
    """The heading of each section, its words, and how hard it reads."""


@dataclass(frozen=True, slots=True)
class Article:
    """One file."""

    number: int
    """Counted from 1 on the page; 0 for one that is only listed."""
    path: str
    headline: str
    """Empty where there is none."""
    remark: str = ""
    counts: dict[str, int] = field(default_factory=dict)
    """How many findings there are of each severity, the gravest first."""
    rows: tuple[Row, ...] = ()
    loose: tuple[Note, ...] = ()
    """Findings of a file whose lines may not be shown."""
    main: tuple[tuple[str, str], ...] = ()
    """The few figures that say most of it, with their names."""
    figures: Figures | None = None

    @property
    def findings(self) -> int:
        """How many findings there are."""
        return sum(self.counts.values())

    @property
    def name(self) -> str:
        """The file without its folder."""
        return self.path.replace("\\", "/").rpartition("/")[2] or self.path


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole page, but for the articles themselves."""

    command: str
    """What made it: ``authoring lint``."""
    title: str
    day: str
    told: str
    """What came out, in a sentence."""
    alone: bool
    """Whether it is about one article, whose headline is then the page's."""
    articles: tuple[Article, ...]
    """Those that are shown, in the order in which they are, and those that stand in the list with their figures."""
    counts: dict[str, int] = field(default_factory=dict)
    """How many findings there are of each severity; empty where nothing was looked for."""
    rest: tuple[tuple[str, tuple[Article, ...]], ...] = ()
    """Those of which nothing but the name is told, under what they are."""
    listed: str = "The articles"
    """What stands above their list."""
    rules: tuple[tuple[str, str, int], ...] = ()
    """Each rule that found something, what it checks, and how often."""
    shortened: str = ""
    """What of the articles is not shown, and how to see it."""

    @property
    def findings(self) -> int:
        """How many findings there are."""
        return sum(self.counts.values())

    @property
    def columns(self) -> tuple[str, ...]:
        """Which figures stand in the list of the articles."""
        names = next((tuple(name for name, _ in one.main) for one in self.articles if one.main), ())
        return tuple(name for name in names if not self.counts or name == "words" or name.startswith("grade"))

    @property
    def folder(self) -> str:
        """The folder in which all files are, with the mark at its end; empty where there is none, or only one file."""
        paths = [one.path for one in (*self.articles, *(one for _, group in self.rest for one in group))]
        if len(paths) < 2:
            return ""
        shared = commonprefix(paths)  # noqa: RUF071  # cut off at a folder in the next line
        return shared[: shared.rfind("/") + 1]

"""The page for readers in the browser: at phone and desk width, in print and by keyboard, quiet and without faults."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdf import PdfReader
from visiting import Visit, bare

from authoring.cli.main import cli

sys.path.insert(0, str(Path(__file__).parents[1] / "export"))

from checking_copies import ARTICLE, story

ROOT = Path(__file__).parents[2]
Opened = Callable[..., Visit]
Pages = Callable[[str], Path]
DESK, PHONE = {"width": 1440, "height": 1000}, {"width": 390, "height": 844}
BAD = "<script>alert(1)</script><img src=https://x.example/a.png onerror=alert(2)>"
MUCH = """
## What it weighs

- two [tons](https://canal-board.example/s)
- or *three*

1. one
2. two

> A long quotation of a notice on the gate.

| gate | tons |
|------|------|
| east | 2 |

`lock.py` and a footnote.[^1]

[^1]: From the survey.
"""
HOSTILE = (
    ARTICLE.replace("notes: notes.md\n", "")
    .replace("headline: The Lock Keeper Stays", f"headline: '{BAD}'")
    .replace("# The Lock Keeper Stays", f"# The Lock Keeper {BAD}")
    .replace("The ducks approve.", f"{BAD} [a](javascript:alert(3)) [b](data:text/html,<b>) ![x](javascript:alert(4))")
)
ARTICLES = {
    "a brief": ROOT / "drafts" / "bridge-tolls" / "brief.md",
    "a draft": ROOT / "drafts" / "town-clock" / "interview.md",
    "a conversation": ROOT / "drafts" / "town-clock" / "qa.md",
    "of all kinds": ARTICLE.replace("notes: notes.md\n", "") + MUCH,
    "hostile": HOSTILE,
}


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """Exports an article as a page, once."""
    made: dict[str, Path] = {}

    def write(which: str) -> Path:
        if which not in made:
            folder = tmp_path_factory.mktemp("pages")
            asked = ARTICLES[which]
            article = asked if isinstance(asked, Path) else story(folder, asked, notes=None)
            made[which] = folder / "page.html"
            result = CliRunner().invoke(
                cli, ["export", str(article), "--to", "html", "--force", "-o", str(made[which])]
            )
            assert result.exit_code == 0, result.output
        return made[which]

    return write


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("which", list(ARTICLES))
def test_axe_has_no_objection(pages: Pages, visit: Opened, which: str, scheme: str, size: dict[str, int]) -> None:
    """Contrast, headings, labels and landmarks."""
    assert visit(pages(which), color_scheme=scheme, viewport=size, bypass_csp=True).violations() == []


@pytest.mark.parametrize("which", list(ARTICLES))
def test_a_page_is_quiet_and_fits_every_window(pages: Pages, visit: Opened, which: str) -> None:
    """No request, no dialog, nothing in the console, and nothing wider than the window; readable in print."""
    for width in (320, 390, 1440):
        visited = visit(pages(which), viewport={"width": width, "height": 900})
        assert (visited.asked_for, visited.complaints) == ([], [])
        assert visited.page.evaluate("document.documentElement.scrollWidth") <= width
    assert visited.wrong("contrast") == []
    assert visited.wrong("headings") == []
    visited.page.emulate_media(media="print")
    assert visited.wrong("contrast") == []
    assert (visited.asked_for, visited.complaints) == ([], [])


def test_what_means_harm_is_only_text(pages: Pages, visit: Opened) -> None:
    """No script, no picture, no link to a script."""
    page = visit(pages("hostile")).page
    assert (
        page.locator(
            "script:not([type='application/ld+json']), img, iframe, a[href^='javascript'], a[href^='data']"
        ).count()
        == 0
    )
    assert "alert(1)" in page.locator("body").inner_text()


@pytest.mark.parametrize("which", ["of all kinds", "a draft"])
def test_tab_reaches_every_link_in_order_and_shows_where_it_is(pages: Pages, visit: Opened, which: str) -> None:
    """And every table that may be scrolled; nothing else takes the focus."""
    visited = visit(pages(which), viewport=PHONE)
    expected = visited.page.evaluate(
        "[...document.querySelectorAll('a[href], [tabindex=\"0\"]')].map(one => one.id || one.outerHTML.slice(0, 80))"
    )
    assert expected
    assert visited.stops() == expected
    visited.page.keyboard.press("Tab")
    outline = "(({outlineStyle: a, outlineWidth: b}) => [a, parseFloat(b)])(getComputedStyle(document.activeElement))"
    style = visited.page.evaluate(outline)
    assert style[0] != "none"
    assert style[1] >= 1


@pytest.mark.parametrize("which", ["a draft", "of all kinds"])
def test_a_print_has_the_whole_article(pages: Pages, visit: Opened, which: str) -> None:
    """From dark mode, as well."""
    page = visit(pages(which), color_scheme="dark").page
    paragraphs = page.locator("p, li, h1, h2").all_inner_texts()
    printed = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    text = bare("".join(one.extract_text() for one in printed.pages))
    for paragraph in paragraphs:
        assert bare("".join(paragraph.split()[:4])) in text
    assert len(printed.pages) <= 8

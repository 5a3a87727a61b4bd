"""The checking copy in the browser: on a desk, on a phone and on paper, by keyboard alone, and quiet."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from visiting import Visit, bare

sys.path.insert(0, str(Path(__file__).parents[1] / "export"))

from checking_copies import ARTICLE, NOTES, TRANSCRIPT, page_of, story

ROOT = Path(__file__).parents[2]
Opened = Callable[..., Visit]
Copies = Callable[[str], Path]
DESK, PHONE = {"width": 1440, "height": 1000}, {"width": 390, "height": 844}
WHICH = ("a story", "without notes", "a draft", "a conversation", "hostile")
BAD = "<script>alert(1)</script><img src=https://x.example/a.png onerror=alert(2)>“{{ 7 * 7 }}"


def _hostile(folder: Path) -> Path:
    notes = NOTES.replace("the lock keeper at Stonebeck", f"'{BAD}'").replace("lock.vtt", "<b>.vtt")
    notes = notes.replace("https://canal-board.example/notices", '"javascript:alert(3)"')
    notes = notes.replace("The Lock Keeper Stays", f"'{BAD}'")
    transcript = TRANSCRIPT.replace("give or take", f"give {BAD} or take").replace(
        "Mara Lind", "Mara <i onclick=alert(4)> Lind"
    )
    article = ARTICLE.replace(
        "The ducks approve.", f"The ducks {BAD} [approve](javascript:alert(5)) [of](https://x.example/'%22><b>)."
    )
    article = article.replace("# The Lock Keeper Stays", f"# The Lock Keeper {BAD}")
    folder = folder / "<img src=x onerror=alert(6)>"
    folder.mkdir()
    path = story(folder, article, notes, transcript)
    (folder / "lock.vtt").rename(folder / "<b>.vtt")
    return path


@pytest.fixture(scope="session")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Copies:
    """Writes the checking copy of an article into a file, once."""
    made: dict[str, Path] = {}

    def write(which: str) -> Path:
        if which not in made:
            folder = tmp_path_factory.mktemp("copies")
            articles = {
                "a story": lambda: story(
                    folder, ARTICLE + "\nThe [survey](https://canal-board.example/s) is public.\n"
                ),
                "without notes": lambda: story(folder, ARTICLE.replace("notes: notes.md\n", ""), notes=None),
                "a draft": lambda: ROOT / "drafts" / "town-clock" / "interview.md",
                "a conversation": lambda: ROOT / "drafts" / "town-clock" / "qa.md",
                "hostile": lambda: _hostile(folder),
            }
            made[which] = folder / "page.html"
            made[which].write_text(page_of(articles[which]()), "utf-8")
        return made[which]

    return write


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("which", WHICH)
def test_axe_has_no_objection(copies: Copies, visit: Opened, which: str, scheme: str, size: dict[str, int]) -> None:
    """Contrast, headings, labels and landmarks."""
    assert visit(copies(which), color_scheme=scheme, viewport=size, bypass_csp=True).violations() == []


@pytest.mark.parametrize("which", WHICH)
def test_a_copy_is_quiet_and_fits_every_window(copies: Copies, visit: Opened, which: str) -> None:
    """No request, no dialog, nothing in the console, and nothing wider than the window; in print, too."""
    for width in (320, 390, 800, 1440):
        visited = visit(copies(which), viewport={"width": width, "height": 900})
        assert (visited.asked_for, visited.complaints) == ([], [])
        assert visited.page.evaluate("document.documentElement.scrollWidth") <= width
    assert [visited.wrong(what) for what in ("contrast", "headings", "shape")] == [[], [], []]
    assert [one for one in visited.wrong("links") if not one.startswith("leads nowhere: http")] == []
    visited.page.emulate_media(media="print")
    assert visited.wrong("contrast") == []
    assert (visited.asked_for, visited.complaints) == ([], [])


def test_script_in_notes_transcript_and_article_is_only_text(copies: Copies, visit: Opened) -> None:
    """It stands there to be read; nothing of it is an element, and no link leads to a script."""
    page = visit(copies("hostile")).page
    assert page.locator("img, iframe, b[onclick], i, main script, a[href^=javascript]").count() == 0
    told = page.locator("body").inner_text()
    assert "<script>alert(1)</script>" in told
    assert "{{ 7 * 7 }}" in told


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_tab_reaches_every_box_and_link_in_order_and_shows_where_it_is(
    copies: Copies, visit: Opened, size: dict[str, int]
) -> None:
    """The first stop is the link that skips to the copy; every stop has an outline."""
    visited = visit(copies("a story"), viewport=size)
    page = visited.page
    wanted = page.locator("a[href]:visible, input:visible").count()
    expected = page.evaluate(
        "[...document.querySelectorAll('a[href], input')].map(one => one.id || one.outerHTML.slice(0, 80))"
    )
    assert visited.stops() == expected
    assert len(expected) == wanted > 60
    for _ in range(40):
        page.keyboard.press("Tab")
        style = page.evaluate(
            "(({outlineStyle: a, outlineWidth: b}) => [a, parseFloat(b)])(getComputedStyle(document.activeElement))"
        )
        assert style[0] != "none"
        assert style[1] >= 2


def test_space_ticks_a_box_and_the_link_at_the_top_skips_to_the_copy(copies: Copies, visit: Opened) -> None:
    """With the keyboard alone; what is ticked is counted."""
    visited = visit(copies("a story"))
    keys, page = visited.page.keyboard, visited.page
    keys.press("Tab")
    assert visited.focused("className") == "skip"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    keys.press("Enter")
    assert visited.focused("id") == "copy"
    while visited.focused("id") != "c1":
        keys.press("Tab")
    keys.press("Space")
    assert page.locator("#c1").is_checked()
    total = page.locator(".line").count()
    assert page.locator("#progress").inner_text() == f"1 of {total} sentences ticked"
    keys.press("Space")
    assert page.locator("#progress").inner_text() == f"0 of {total} sentences ticked"
    assert visited.complaints == []


def test_every_box_says_what_it_is_for(copies: Copies, visit: Opened) -> None:
    """A name for whoever hears the page."""
    visited = visit(copies("a story"))
    tree = visited.page.context.new_cdp_session(visited.page).send("Accessibility.getFullAXTree")["nodes"]
    names = [node["name"]["value"] for node in tree if not node["ignored"] and node["role"]["value"] == "checkbox"]
    assert {"sentence 5", "name: Peter Oduya", "figure: 1989", "Q1 compared", "Peter Oduya spoken to, or read"} <= set(
        names
    )
    assert all(name.strip() for name in names)


def test_what_is_ticked_and_what_has_a_note_can_be_left_out(copies: Copies, visit: Opened) -> None:
    """Two boxes above the copy, which need no script."""
    page = visit(copies("a story"), java_script_enabled=False).page
    total = page.locator(".line:visible").count()
    page.locator("#c2").check()
    page.locator("#only-open").check()
    assert page.locator(".line:visible").count() == total - 1
    page.locator("#only-open").uncheck()
    page.locator("#only-bare").check()
    assert page.locator(".line:visible").count() == page.locator(".line.bare, .line.look").count() == 3
    assert page.locator(".part:visible").count() <= 3


def test_links_lead_from_the_list_to_the_sentence_to_its_quotation_and_back(copies: Copies, visit: Opened) -> None:
    """By the numbers."""
    page = visit(copies("a story")).page
    page.locator("#first li a").first.click()
    assert "three tons" in page.locator(":target").inner_text()
    page.locator(":target ~ .line a[href='#q2'], a[href='#q2']").first.click()
    assert "three" in page.locator("#q2").inner_text()
    page.locator("#q2 .by a").first.click()
    assert page.locator(":target").get_attribute("class") == "line look"


def test_margin_and_copy_stand_side_by_side_on_a_desk_and_below_each_other_on_a_phone(
    copies: Copies, visit: Opened
) -> None:
    """The quotation and what was said, too."""
    for size, beside in ((DESK, True), (PHONE, False)):
        page = visit(copies("a story"), viewport=size).page
        for left, right in (("#s5 .words", "#s5 .margin"), ("#q2 .ours", "#q2 .theirs")):
            one, other = page.locator(left).bounding_box(), page.locator(right).bounding_box()
            assert one is not None
            assert other is not None
            assert (other["x"] >= one["x"] + one["width"]) is beside
            assert (other["y"] >= one["y"] + one["height"]) is not beside


def test_on_paper_boxes_are_empty_squares_and_there_is_room_for_a_query(copies: Copies, visit: Opened) -> None:
    """A ticked one shows its tick; buttons of the screen are gone."""
    page = visit(copies("a story")).page
    page.locator("#c2").check()
    page.emulate_media(media="print")
    style = (
        "one => (({appearance: a, borderTopWidth: b, width: c, height: d}) => [a, parseFloat(b) > 0, c === d])"
        "(getComputedStyle(one))"
    )
    for box in ("#c1", "#c2", ".point input", "#cq1"):
        assert page.locator(box).first.evaluate(style) == ["none", True, True], box
    ticked = "one => getComputedStyle(one, '::before').content"
    assert "✓" in page.locator("#c2").evaluate(ticked)
    assert "✓" not in page.locator("#c1").evaluate(ticked)
    assert page.locator(".line > .query:visible").count() == page.locator(".line").count() - 1  # the headline has none
    assert page.locator(".quote .query:visible").count() == 3
    assert page.locator(".by-hand:visible").count() == 2
    assert page.locator(".tools:visible, nav:visible, .skip:visible").count() == 0


@pytest.mark.parametrize("which", ["a story", "a draft", "without notes"])
def test_a_print_has_every_sentence_with_its_number_and_every_quotation(
    copies: Copies, visit: Opened, which: str
) -> None:
    """From dark mode, as well, and within as many pages as one would carry."""
    page = visit(copies(which), color_scheme="dark").page
    lines = page.locator(".line").count()
    words = page.locator(".line .words").all_inner_texts() + page.locator(".quote .as").all_inner_texts()
    printed = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    text = bare("".join(one.extract_text() for one in printed.pages))
    for each in words:
        assert bare("".join(each.split()[:4])) in text
    assert len(printed.pages) <= 3 + lines / 4
    assert "checkingcopy,notforpublication" in text


def test_an_article_of_five_thousand_words_has_a_page_of_bounded_size(tmp_path: Path, visit: Opened) -> None:
    """Some ten times the article, and it opens as any other."""
    paragraph = ARTICLE.partition("Mara Lind\n\n")[2]
    article = story(tmp_path, ARTICLE.replace(paragraph, "\n".join([paragraph] * 80)))
    page = page_of(article)
    words = len(re.findall(r"\w+", article.read_text("utf-8")))
    assert words > 5000
    assert len(page) < 40 * len(article.read_text("utf-8"))
    file = tmp_path / "page.html"
    file.write_text(page, "utf-8")
    visited = visit(file, viewport=PHONE)
    assert visited.complaints == []
    assert visited.page.locator(".line").count() > 400

"""The pages in a real browser: they fetch nothing, show every finding, and can be used, read and printed by anybody."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pypdf import PdfReader
from visiting import Visit, bare

from authoring.cli.main import cli

ROOT = Path(__file__).parents[2]
INTERMISSION = ROOT / "drafts" / "intermission" / "article.md"
Opened = Callable[..., Visit]
Made = Callable[..., Path]
pytestmark = pytest.mark.xdist_group("browser")  # one browser at a time

HOSTILE = """\
---
headline: "</title></style><script>hacked = 1</script><img src=x onerror='hacked = 1'>"
---
By </script><script>hacked = 1</script>

<script>hacked = 1</script>

The [pier](javascript:hacked=1) closed recently, {{ 7 * 7 }} {% raw %} \u202e“drawkcab”\u202c it was claimed,
he claimed.

![a picture" onerror="hacked = 1](http://example.invalid/pixel.png)

“&lt;script&gt;hacked = 1&lt;/script&gt;” it was claimed, he claimed. <iframe src="http://example.invalid/">
</iframe> <style>*{display:none}</style>

- `<svg onload="hacked = 1">` recently
- <a href="http://example.invalid" style="x:y" onclick="hacked = 1">link</a> recently ]]> --> \x08\x0c
"""


def lint(*words: object) -> str:
    result = CliRunner().invoke(cli, ["lint", *map(str, words)])
    assert result.exit_code in (0, 1), result.output
    return result.stdout


def findings(*paths: object) -> list[dict[str, Any]]:
    files = json.loads(lint(*paths, "--format", "json", "--no-cache"))["files"]
    return [finding for file in files for finding in file["findings"]]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Writes the page of some articles, each once."""
    folder = tmp_path_factory.mktemp("pages")
    written: dict[tuple[str, ...], Path] = {}

    def write(*paths: object) -> Path:
        asked = tuple(map(str, paths))
        if asked not in written:
            file = folder / f"{len(written)}.html"
            if asked[0] == "stats":
                result = CliRunner().invoke(cli, ["stats", *asked[1:], "--html", str(file)])
                assert result.exit_code == 0, result.output
            else:
                file.write_text(lint(*asked, "--format", "html"), "utf-8")
            written[asked] = file
        return written[asked]

    return write


PAGES: dict[str, Sequence[str]] = {
    "one article": ["drafts/intermission/article.md"],
    "an article without findings": ["drafts/bridge-tolls/notes.md"],
    "several": ["drafts", "README.md", "CONTRIBUTING.md"],
    "nothing to check": ["templates"],
    "figures of one": ["stats", "drafts/town-clock/interview.md"],
    "figures of several": ["stats", "drafts", "README.md"],
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("which", ["one article", "several", "figures of one", "figures of several"])
def test_a_page_is_quiet_and_its_words_stand_out_from_their_ground(
    made: Made, visit: Opened, monkeypatch: pytest.MonkeyPatch, which: str, scheme: str
) -> None:
    monkeypatch.chdir(ROOT)
    visited = visit(made(*PAGES[which]), color_scheme=scheme)
    assert (visited.asked_for, visited.complaints) == ([], [])
    assert visited.wrong("contrast") == []
    ground = visited.page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert (sum(map(int, ground.strip("rgb()").split(","))) > 600) is (scheme == "light")
    visited.page.emulate_media(media="print")
    assert visited.wrong("contrast") == []


@pytest.mark.parametrize(
    "size", [{"width": 1440, "height": 1000}, {"width": 390, "height": 844}], ids=["desk", "phone"]
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("which", list(PAGES))
def test_axe_has_no_objection(
    made: Made, visit: Opened, monkeypatch: pytest.MonkeyPatch, which: str, scheme: str, size: dict[str, int]
) -> None:
    monkeypatch.chdir(ROOT)
    assert visit(made(*PAGES[which]), color_scheme=scheme, viewport=size, bypass_csp=True).violations() == []


@pytest.mark.parametrize("which", list(PAGES))
def test_headings_links_lists_and_tables_are_in_order(
    made: Made, visit: Opened, monkeypatch: pytest.MonkeyPatch, which: str
) -> None:
    monkeypatch.chdir(ROOT)
    visited = visit(made(*PAGES[which]))
    assert visited.wrong("headings") == []
    assert visited.wrong("links") == []
    assert visited.wrong("shape") == []


def test_whatever_takes_the_focus_has_a_name(made: Made, visit: Opened) -> None:
    visited = visit(made(INTERMISSION))
    tree = visited.page.context.new_cdp_session(visited.page).send("Accessibility.getFullAXTree")["nodes"]
    stops = [
        node
        for node in tree
        if not node["ignored"]
        and any(one["name"] == "focusable" and one["value"]["value"] for one in node["properties"])
        and node["role"]["value"] not in ("RootWebArea", "paragraph", "listitem", "heading", "generic")
    ]
    assert len(stops) > 40
    assert [node["role"]["value"] for node in stops if not node.get("name", {}).get("value", "").strip()] == []


def test_every_finding_is_in_the_margin_with_its_words_marked(made: Made, visit: Opened) -> None:
    expected = findings(INTERMISSION)
    visited = visit(made(INTERMISSION))
    notes = visited.page.locator(".note")
    assert notes.count() == len(expected)
    text = INTERMISSION.read_text("utf-8")
    for number, finding in enumerate(expected, 1):
        note = visited.page.locator(f"#n1-{number}")
        told = note.inner_text()
        assert finding["rule"] in told
        assert finding["severity"] in told
        assert finding["message"] in told
        assert all(edit["text"] in told for edit in finding["suggestions"])
        marked = "".join(visited.page.locator(f"mark[data-n~='{number}']").all_inner_texts())
        assert bare(marked) == bare(text[finding["start"] : finding["end"]])
        assert visited.page.locator(f"#r1-{number}").get_attribute("href") == f"#n1-{number}"


def test_a_note_stands_beside_its_paragraph_where_there_is_room_and_below_it_where_there_is_none(
    made: Made, visit: Opened
) -> None:
    file = made(INTERMISSION)
    for width, beside in ((1440, True), (800, False), (360, False)):
        page = visit(file, viewport={"width": width, "height": 900}).page
        for number in (4, 13):
            words, note = page.locator(f"#r1-{number}").bounding_box(), page.locator(f"#n1-{number}").bounding_box()
            assert words is not None
            assert note is not None
            assert (note["x"] > words["x"] + words["width"]) is beside
            assert (note["y"] > words["y"]) is not beside or beside


@pytest.mark.parametrize("width", [320, 360, 640, 1024, 1440])
def test_nothing_is_wider_than_the_window(
    made: Made, visit: Opened, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.chdir(ROOT)
    for which in ("one article", "several", "figures of one", "figures of several"):
        page = visit(made(*PAGES[which]), viewport={"width": width, "height": 900}).page
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_findings_are_walked_through_from_the_keyboard(made: Made, visit: Opened) -> None:
    count = len(findings(INTERMISSION))
    visited = visit(made(INTERMISSION))
    keys = visited.page.keyboard
    for number in range(1, count + 1):
        keys.press("j")
        assert visited.focused("id") == f"n1-{number}"
        assert visited.page.locator(f"mark.on[data-n~='{number}']").count() >= 1
    keys.press("j")
    assert visited.focused("id") == f"n1-{count}"
    keys.press("k")
    assert visited.focused("id") == f"n1-{count - 1}"
    keys.press("Tab")
    assert visited.focused("className") == "number"
    keys.press("Enter")
    assert visited.focused("id") == f"r1-{count - 1}"
    keys.press("Enter")
    assert visited.focused("id") == f"n1-{count - 1}"
    keys.press("Escape")
    assert visited.focused("id") == f"r1-{count - 1}"
    keys.press("Escape")
    assert visited.focused("tagName") == "BODY"
    assert visited.page.locator(".on").count() == 0
    assert visited.complaints == []


def test_findings_of_one_severity_can_be_left_out_and_are_then_stepped_over(made: Made, visit: Opened) -> None:
    visited = visit(made(INTERMISSION))
    visited.page.locator("#show-warning").uncheck()
    visited.page.locator("#show-info").uncheck()
    left = [number for number, one in enumerate(findings(INTERMISSION), 1) if one["severity"] == "error"]
    for number in left:
        visited.page.keyboard.press("j")
        assert visited.focused("id") == f"n1-{number}"
    assert visited.page.locator(".note:visible").count() == len(left)
    visited.page.locator("#stepping").uncheck()
    before = visited.focused("id")
    visited.page.keyboard.press("k")
    assert visited.focused("id") == before


def test_every_stop_of_the_keyboard_shows_that_it_has_the_focus(made: Made, visit: Opened) -> None:
    visited = visit(made(INTERMISSION))
    seen = []
    while True:
        visited.page.keyboard.press("Tab")
        if visited.focused("tagName") == "BODY":
            break
        style = visited.page.evaluate(
            "(({outlineStyle: a, outlineWidth: b}) => [a, b])(getComputedStyle(document.activeElement))"
        )
        seen.append((style[0] != "none" and float(style[1].removesuffix("px")) >= 2, visited.focused("outerHTML")[:60]))
    assert len(seen) > 40
    assert [what for shown, what in seen if not shown] == []


def test_the_charts_have_a_bar_for_each_paragraph_and_sentence_and_the_same_in_a_table(
    made: Made, visit: Opened
) -> None:
    article = ROOT / "drafts" / "town-clock" / "interview.md"
    figures = json.loads(CliRunner().invoke(cli, ["stats", str(article), "--format", "json"]).stdout)["files"][0]
    page = visit(made("stats", article)).page
    for name, count in (("difficulty", figures["whole"]["paragraphs"]), ("lengths", figures["whole"]["sentences"])):
        assert page.locator(f".{name} .bars rect").count() == count
        page.locator(f".{name} summary").click()
        assert page.locator(f".{name} tbody tr:visible").count() == count
        row = page.locator(f".{name} tbody tr").nth(20).locator("td").all_inner_texts()
        assert (
            row[-1] in page.locator(f".{name} .bars title").nth(20).text_content().replace("grade", "").split(", ")[-1]
        )
        page.locator(f".{name} tbody a").nth(20).click()
        words = row[1].removesuffix("…").split()[:3]
        assert " ".join(words) in page.locator(":target").inner_text()
    assert "Nora Haskett" in page.locator(".voices").inner_text()


def test_without_scripts_all_is_there_and_the_numbers_lead_both_ways(made: Made, visit: Opened) -> None:
    visited = visit(made(INTERMISSION), java_script_enabled=False)
    assert visited.page.locator(".note:visible").count() == len(findings(INTERMISSION))
    assert not visited.page.locator("label.keys").is_visible()
    visited.page.locator("#r1-6").click()
    assert visited.page.url.endswith("#n1-6")
    visited.page.locator("#n1-6 .number").click()
    assert visited.page.url.endswith("#r1-6")
    assert visited.complaints == []


def test_a_print_has_the_whole_text_and_every_finding(made: Made, visit: Opened) -> None:
    visited = visit(made(INTERMISSION), color_scheme="dark")
    paragraphs = visited.page.locator(".row:not(.source)").all_inner_texts()
    printed = PdfReader(io.BytesIO(visited.page.pdf(format="A4", prefer_css_page_size=True)))
    text = bare("".join(page.extract_text() for page in printed.pages))
    for finding in findings(INTERMISSION):
        assert bare(finding["message"]) in text
    for paragraph in paragraphs:
        first, last = paragraph.split()[:3], paragraph.split()[-3:]
        assert bare("".join(first)) in text
        assert bare("".join(last)) in text
    assert len(printed.pages) < 8


def test_an_article_that_means_harm_is_only_text(tmp_path: Path, visit: Opened) -> None:
    folder = tmp_path / "<img src=x onerror=hacked=1>"
    folder.mkdir()
    for name in ("a'\"&.md", "b</script>.txt".replace("/", "-")):
        (folder / name).write_text(HOSTILE, "utf-8")
    for paths in ((folder,), (folder / "a'\"&.md",)):
        file = tmp_path / "page.html"
        file.write_text(lint(*paths, "--format", "html"), "utf-8")
        visited = visit(file)
        assert (visited.asked_for, visited.complaints) == ([], [])
        assert visited.page.evaluate("typeof hacked") == "undefined"
        assert (
            visited.page.locator("img, iframe, main style, main script, a[href^=javascript], a[href^=http]").count()
            == 0
        )
        assert "{{ 7 * 7 }}" in visited.page.locator("body").inner_text()
        assert visited.wrong("links") == []
        assert visited.page.locator(".note:visible").count() == len(findings(*paths))
        assert not any(char in visited.page.content() for char in "\u202e\u202c\x08")


def test_long_interviews_and_seeds_are_shown_whole(shared: Path, made: Made, visit: Opened) -> None:
    interviews = sorted((shared / "data" / "interviews").rglob("*.md"), key=lambda path: path.stat().st_size)[-2:]
    for paths in ([shared / "seeds"], *([path] for path in interviews)):
        visited = visit(made(*paths))
        assert (visited.asked_for, visited.complaints) == ([], [])
        assert visited.page.locator(".note:visible").count() == len(findings(*paths))
        assert [visited.wrong(what) for what in ("headings", "links", "shape", "contrast")] == [[], [], [], []]


def test_a_hundred_articles_make_a_list_and_the_paragraphs_with_findings(
    shared: Path, made: Made, visit: Opened
) -> None:
    paths = sorted((shared / "data" / "articles").iterdir())[:140]
    visited = visit(made(*paths), viewport={"width": 360, "height": 800})
    assert (visited.asked_for, visited.complaints) == ([], [])
    assert visited.page.locator(".shortened").is_visible()
    assert visited.page.locator(".note").count() == len(findings(*paths))
    assert visited.wrong("links") == []
    assert visited.page.evaluate("document.documentElement.scrollWidth") <= 360
    first = visited.page.locator(".list a").first
    first.click()
    assert visited.page.locator("#article-1 h2").bounding_box()["y"] < 400
    visited.page.keyboard.press("j")
    assert visited.focused("id") == "n1-1"
    visited.page.locator(".list a").nth(20).click()
    visited.page.keyboard.press("j")
    assert visited.focused("id") == "n21-1"
    visited.page.keyboard.press("k")
    assert visited.focused("id").startswith("n20-")

"""A real Chromium for the pages that the program writes: nothing may be fetched in it, and nothing may go wrong."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Route, sync_playwright

sys.path.insert(0, str(Path(__file__).parent))

from visiting import Visit

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, with a folder of its own that is empty and goes away afterwards."""
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("there is no Chromium on this machine, and in CI the pages must be looked at")
        pytest.skip("there is no Chromium on this machine: sh tests/tools.sh installs it")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=list(_ARGUMENTS))
        yield running
        running.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Opens a file in the browser, which may fetch that file and nothing else."""
    contexts = []

    def opened(file: Path, **settings: Any) -> Visit:
        context = browser.new_context(**({"viewport": {"width": 1440, "height": 1000}} | settings))
        contexts.append(context)
        made = Visit(context.new_page())

        def only_itself(route: Route) -> None:
            if route.request.url.partition("#")[0] == file.as_uri():
                route.continue_()
            else:
                route.abort()

        context.route("**/*", only_itself)
        made.page.on("request", lambda request: made.asked_for.append(request.url))
        made.page.on("console", lambda message: made.complaints.append(message.text))
        made.page.on("pageerror", lambda error: made.complaints.append(str(error)))
        made.page.on("dialog", lambda dialog: (made.complaints.append(dialog.message), dialog.dismiss()))
        made.page.goto(file.as_uri())
        made.asked_for.remove(file.as_uri())
        return made

    yield opened
    for context in contexts:
        context.close()

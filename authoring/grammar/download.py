"""LanguageTool by language-tool-python's own download, for machines without Maven."""

from __future__ import annotations

import os
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from authoring.errors import GrammarError
from authoring.grammar.install import Made, Progress
from authoring.grammar.installed import SERVER, folder_of
from authoring.grammar.java import find_java
from authoring.grammar.listed import listed

_ELSE = "check the network and HTTPS_PROXY, install Maven, or use --from FOLDER"


def by_download(room: Path, _progress: Progress) -> Made:
    """Fill ``room`` with the distribution of LanguageTool's makers, all languages; raises ``GrammarError``.

    The library holds the file against the SHA-256 sum that it knows, and shows how far it has come itself.
    """
    version = listed().version
    with _surroundings(room):
        from language_tool_python.download_lt import LocalLanguageTool
        from language_tool_python.exceptions import LanguageToolError
        from requests.exceptions import RequestException

        try:
            LocalLanguageTool.from_version_name(version).download()
        except (RequestException, TimeoutError) as error:
            why = type(error).__name__
            raise GrammarError(f"LanguageTool cannot be fetched ({why}), nothing was installed", hint=_ELSE) from None
        except (LanguageToolError, zipfile.BadZipFile) as error:
            told = str(error).strip().rstrip(".")
            raise GrammarError(f"LanguageTool cannot be fetched, nothing was installed: {told}", hint=_ELSE) from None
    folder = room / folder_of(version)
    if not (folder / SERVER).is_file():
        raise GrammarError("what was fetched is no LanguageTool, nothing was installed", hint=_ELSE)
    return Made(folder, version, "language-tool-python's download")


@contextmanager
def _surroundings(room: Path) -> Iterator[None]:
    """An environment in which the library fetches into ``room``, finds our Java, and is quiet but on a terminal."""
    before = dict(os.environ)
    os.environ["LTP_PATH"] = str(room)
    os.environ["PATH"] = os.pathsep.join([str(find_java().path.parent), os.environ.get("PATH", "")])
    os.environ.pop("LTP_JAR_DIR_PATH", None)  # which would make it fetch nothing
    if not sys.stderr.isatty():
        os.environ["TQDM_DISABLE"] = "1"
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)

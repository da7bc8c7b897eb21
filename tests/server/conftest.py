"""An editor with a server for all tests, and the engine inside the test process for those that need no protocol."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from bulletcoach.analysis import analyser
from bulletcoach.analysis.model import load_model
from bulletcoach.run import Engines
from bulletcoach.server.examining import Examined, Examiner
from bulletcoach.server.opened import Opened
from bulletcoach.server.preferences import Preferences
from server.editor import Editor


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    editor = Editor(tmp_path_factory.mktemp("workspace"))
    editor.start()
    yield editor
    assert editor.stop() == 0


@pytest.fixture
def editor(running: Editor) -> Iterator[Editor]:
    """The editor, with its usual settings and a folder for this test; what it opens is closed behind it."""
    root = running.folder
    running.folder = root / f"test{len(list(root.iterdir()))}"
    running.folder.mkdir()
    running.forget()
    yield running
    for uri in running.texts:
        running.close(uri)
    running.texts.clear()
    if running.settings:
        running.set()
    running.folder = root


@pytest.fixture(scope="session")
def engines() -> Iterator[Engines]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(analyser, "load_model", cache(load_model))
        yield Engines()


@pytest.fixture
def examine(engines: Engines, tmp_path: Path) -> Callable[..., Examined]:
    """`examine("resume.md", "markdown", text)`: what there is to say of a document in an empty folder."""

    def examined(name: str, language: str, text: str, preferences: Preferences | None = None) -> Examined:
        examiner = Examiner(preferences or Preferences(), tmp_path, engines)
        uri = name if ":" in name else (tmp_path / name).as_uri()
        return examiner.examine(Opened(uri, language, 1, text))

    return examined

"""Files that are fixed in this process, with the language model loaded once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from mended_files import Fix, Texts

from bulletcoach.analysis import analyser
from bulletcoach.analysis.model import load_model
from bulletcoach.config import Configuration, Options
from bulletcoach.fixing import Fixed, FixedFiles
from bulletcoach.inputs import Input
from bulletcoach.run import Engines, run


@pytest.fixture(scope="session", autouse=True)
def _one_model() -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(analyser, "load_model", cache(load_model))
        yield


@pytest.fixture(scope="session")
def engines() -> Engines:
    return Engines()


@pytest.fixture
def fix(engines: Engines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fix:
    """`fix("a.txt", "b.txt", unsafe=True)`: these files of the folder, fixed."""
    monkeypatch.chdir(tmp_path)

    def fixed(*names: str, unsafe: bool = False, dry: bool = False) -> list[Fixed]:
        configuration = Configuration(Options(), None, True)
        results = run((Input(name, Path(name)) for name in names), configuration, engines)
        return list(FixedFiles(engines, unsafe=unsafe, dry=dry).of(results))

    return fixed


@pytest.fixture
def folder(tmp_path: Path) -> Texts:
    return Texts(tmp_path)

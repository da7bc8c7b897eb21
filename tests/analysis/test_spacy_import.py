"""spaCy is imported without its command line, and whoever uses spaCy as well notices nothing of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SOURCE = Path(__file__).parents[2] / "src"
OURS = "from bulletcoach.analysis.spacy_import import import_spacy; spacy = import_spacy()"
PLAIN = "import spacy"
STAND_IN_FOR_INFO = "def info(**options): return 'information'\ndef info_cli(): pass\n"


def seen(*lines: str, path: Path | None = None) -> Any:
    """What `told` is at the end of a program in a process of its own; modules in `path` are found first."""
    paths = [str(each) for each in (path, SOURCE) if each is not None]
    program = "\n".join(["import json, sys", *lines, "print(json.dumps(told))"])
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True, text=True, encoding="utf-8", check=False, timeout=120,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_without_the_command_line() -> None:
    told = "told = [name for name in ('spacy.cli', 'spacy.cli.info', 'weasel', 'httpx') if name in sys.modules]"

    assert seen(OURS, told) == []
    assert "spacy.cli" in seen(PLAIN, told)


@pytest.mark.parametrize(
    "use",
    [
        "told = 'spacy_version' in spacy.info(silent=True)",
        "told = callable(spacy.cli.download)",
        "told = callable(spacy.displacy.render)",
        "from spacy import info; told = 'spacy_version' in info(silent=True)",
        "from spacy import displacy; told = callable(displacy.render)",
        "import spacy.cli; told = spacy.cli.info is spacy.info and 'spacy_version' in spacy.info(silent=True)",
        "told = spacy.cli.info is spacy.info and 'spacy_version' in spacy.info(silent=True)",
        "told = spacy.info is spacy.cli.info is sys.modules['spacy.cli.info'].info",
        "from spacy.cli.info import info_cli; told = callable(info_cli)",
        "from spacy.cli import app; told = 'info' in [command.name for command in app.registered_commands]",
        "told = [token.text for token in spacy.blank('en')('Led it')] == ['Led', 'it']",
        "told = not hasattr(spacy, 'nonsense') and not hasattr(spacy, '__wrapped__')",
    ],
)
def test_all_of_spacy_is_there_for_others(use: str) -> None:
    assert seen(OURS, use) is True


def test_the_same_is_registered_and_in_the_package() -> None:
    told = "import catalogue; told = [sorted(map(list, catalogue.REGISTRY)), sorted({*dir(spacy)} - {'__getattr__'})]"

    assert seen(OURS, "spacy.info", told) == seen(PLAIN, told)


def test_names_that_any_module_is_asked_for_bring_nothing_along() -> None:
    assert seen(OURS, "hasattr(spacy, '__wrapped__')", "told = 'spacy.cli' in sys.modules") is False


def test_once_imported_spacy_stays_as_it_is() -> None:
    assert seen(PLAIN, "before = spacy, dict(vars(spacy))", OURS, "told = before == (spacy, vars(spacy))") is True


@pytest.mark.parametrize(
    ("says", "is_lean"),
    [
        ("from .cli.info import info  # noqa: F401", True),
        ("from .cli.info import info, info_cli", False),
        ("from .cli import info", False),
        ("from .cli.info import info\nfrom .cli import download", False),
        ("from .cli.info import info\ndef __getattr__(name): raise AttributeError(name)", False),
        ("from importlib import import_module\ninfo = import_module('spacy.cli.info').info", False),
        ("info = 'none'", False),
    ],
)
def test_only_a_package_that_is_known_is_imported_so(tmp_path: Path, says: str, is_lean: bool) -> None:
    package = spacy_that_says(says, tmp_path)
    told = "told = ['spacy.cli' in sys.modules, spacy.info if isinstance(spacy.info, str) else spacy.info()]"

    is_plain = not is_lean and says != "info = 'none'"
    assert seen(OURS, told, path=package) == [is_plain, "none" if says == "info = 'none'" else "information"]


def test_what_is_asked_for_meanwhile_is_answered(tmp_path: Path) -> None:
    package = spacy_that_says("from .cli.info import info\ntold = info()", tmp_path)

    assert seen(OURS, "told = [spacy.told, spacy.info()]", path=package) == ["information", "information"]


@pytest.mark.parametrize(
    "says", ["raise ImportError('broken')", "from .cli.info import info\nraise ImportError('broken')"]
)
def test_an_import_that_fails_leaves_nothing_behind(tmp_path: Path, says: str) -> None:
    attempt = f"try:\n    {OURS}\nexcept ImportError as error: told = [str(error), 'spacy.cli.info' in sys.modules]"

    assert seen(attempt, path=spacy_that_says(says, tmp_path)) == ["broken", False]


def spacy_that_says(says: str, folder: Path) -> Path:
    """A folder with a package `spacy`, whose own file says this and nothing else."""
    (folder / "spacy" / "cli").mkdir(parents=True)
    (folder / "spacy" / "__init__.py").write_text(says + "\n", encoding="utf-8")
    (folder / "spacy" / "cli" / "__init__.py").write_text("from .info import info\ndownload = info\n", encoding="utf-8")
    (folder / "spacy" / "cli" / "info.py").write_text(STAND_IN_FOR_INFO, encoding="utf-8")
    return folder

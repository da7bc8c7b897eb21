"""`bulletcoach doctor`: what it says of a machine on which all is well, and of one on which something is missing."""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

import bulletcoach
from bulletcoach.analysis import model, model_files
from bulletcoach.analysis.model_files import installed_model, recorded_digests
from bulletcoach.cli import checkup
from bulletcoach.cli.checkup import machine
from bulletcoach.lexicon import shipped
from cli.commandline import Run


def pieces(run: Run) -> dict[str, dict[str, str]]:
    """What `doctor` finds, by name, and that its exit code fits."""
    ended = run("doctor", "--format", "json")
    report = json.loads(ended.out)
    found = {each.pop("name"): each for each in report["checks"]}
    assert (report["version"], len(found)) == (1, len(report["checks"]))
    assert ended.err == ""
    assert ended.code == int(any(each["status"] == "fail" for each in found.values()))
    assert all(each["advice"] for each in found.values() if each["status"] != "ok")
    return found


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaves out what takes a second: reading a bullet."""
    monkeypatch.delitem(checkup._PIECES, "analysis")


def test_all_is_well(run: Run) -> None:
    ended = run("doctor")
    lines = ended.out.splitlines()
    assert (ended.code, ended.err) == (0, "")
    assert [line.split(":")[0] for line in lines] == [
        f"ok    {name}"
        for name in (
            "bulletcoach", "python", "packages", "model", "analysis", "lexicons", "cache", "extra lsp", "extra watch",
            "configuration", "terminal",
        )
    ]  # fmt: skip
    assert lines[0].startswith(f"ok    bulletcoach: {bulletcoach.__version__} in ")
    assert lines[3].endswith("its files are as recorded")
    assert "without colour (the output is no terminal)" in lines[-1]


def test_the_text_and_the_json_say_the_same(run: Run) -> None:
    text = run("doctor").out
    for name, piece in pieces(run).items():
        assert f"{piece['status']:<4}  {name}: {piece['found']}\n" in text


def test_no_model(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "_PACKAGES", ("a_model_that_is_not_here",))
    ended = run("doctor")
    assert ended.code == 1
    assert "fail  model: the English language model is missing\n      Install it: pip install en-core-web" in ended.out
    assert "Traceback" not in ended.out + ended.err


@pytest.fixture
def copied_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data of a copy of the model, which is found instead of the model itself."""
    original = installed_model()
    assert original is not None
    home = tmp_path / "site" / "copied_model"
    shutil.copytree(original.folder, home / "copied_model-3.8.0")
    (home / "__init__.py").touch()
    (home / "meta.json").write_text('{"version": "3.8.0"}', encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    monkeypatch.setattr(model, "_PACKAGES", ("copied_model",))
    importlib.invalidate_caches()
    return home / "copied_model-3.8.0"


def test_the_files_of_the_model_are_compared(copied_model: Path) -> None:
    found = installed_model()
    assert found is not None
    assert (found.package, found.version, found.folder) == ("copied_model", "3.8.0", copied_model)
    assert (found.missing, found.changed) == ((), ())
    (copied_model / "parser" / "model").write_bytes(b"another parser")
    (copied_model / "tokenizer").unlink()
    (copied_model / "ner" / "model").unlink()  # which nothing uses
    found = installed_model()
    assert found is not None
    assert (found.missing, found.changed) == (("tokenizer",), ("parser/model",))


def test_what_is_used_of_the_model_is_recorded() -> None:
    names = [name for name, _ in recorded_digests()]
    assert names == sorted(names)
    assert {name.split("/")[0] for name in names} == {
        "attribute_ruler", "lemmatizer", "parser", "tagger", "tok2vec", "tokenizer", "vocab",
    }  # fmt: skip


@pytest.mark.usefixtures("quick")
def test_another_model_is_a_warning_and_half_a_model_a_failure(run: Run, copied_model: Path) -> None:
    (copied_model / "parser" / "model").write_bytes(b"another parser")
    found = pieces(run)["model"]
    assert found["status"] == "warn"
    assert found["found"].endswith("changed files: parser/model")
    (copied_model / "parser" / "model").unlink()
    found = pieces(run)["model"]
    assert found["status"] == "fail"
    assert found["found"].endswith("files are missing: parser/model")


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (ImportError("numpy.core failed\nto import"), "spaCy does not work: ImportError: numpy.core failed to import"),
        (SystemError("bad ABI"), "spaCy does not work: SystemError: bad ABI"),
    ],
)
def test_spacy_is_broken(run: Run, monkeypatch: pytest.MonkeyPatch, fault: Exception, said: str) -> None:
    def broken() -> Any:
        raise fault

    monkeypatch.setattr("bulletcoach.analysis.analyser.load_model", broken)
    found = pieces(run)["analysis"]
    assert (found["status"], found["found"]) == ("fail", said)


def test_spacy_is_missing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    version = metadata.version

    def without_spacy(name: str) -> str:
        if name == "spacy":
            raise metadata.PackageNotFoundError(name)
        return version(name)

    monkeypatch.setattr(metadata, "version", without_spacy)
    monkeypatch.setattr("bulletcoach.analysis.analyser.load_model", model.load_model)
    monkeypatch.setitem(sys.modules, "spacy", None)
    monkeypatch.setitem(sys.modules, "spacy.util", None)
    monkeypatch.delitem(sys.modules, model.find_model() or "", raising=False)
    found = pieces(run)
    assert (found["packages"]["status"], found["packages"]["found"]) == ("fail", "missing: spacy")
    assert found["analysis"]["status"] == "fail"
    assert "cannot be loaded" in found["analysis"]["found"]


@pytest.mark.usefixtures("quick")
def test_an_extra_that_is_not_installed_is_no_failure(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "_version", lambda name: None if name in ("pygls", "watchfiles") else "1.0")
    found = pieces(run)
    assert found["extra lsp"]["status"] == found["extra watch"]["status"] == "ok"
    assert found["extra lsp"]["found"].endswith("pip install pygls adds it")


@pytest.mark.usefixtures("quick")
def test_it_is_not_installed_at_all(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(name: str) -> Any:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "requires", unknown)
    assert pieces(run)["packages"]["status"] == "warn"


@pytest.mark.usefixtures("quick")
def test_the_lexicons_are_broken(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "verbs.toml").write_text("[verbs\n", encoding="utf-8")
    monkeypatch.setattr(shipped, "shipped_lexicons", lambda: tmp_path)
    found = pieces(run)["lexicons"]
    assert found["status"] == "fail"
    assert "verbs.toml:1: not valid TOML" in found["found"]


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("files", "name", "status", "said"),
    [
        ({"bulletcoach.toml": 'level = "info"\n'}, "configuration", "ok", "bulletcoach.toml"),
        ({"bulletcoach.toml": "levl = 1\n"}, "configuration", "fail", "bulletcoach.toml:1: unknown setting “levl”"),
        ({"bulletcoach.toml": 'baseline = "k.json"\n'}, "baseline", "fail", "k.json: there is no such baseline"),
        (
            {"bulletcoach.toml": 'baseline = "k.json"\n', "k.json": '{"version": 1, "findings": []}'},
            "baseline", "ok", "k.json: 0 known findings",
        ),
        (
            {"bulletcoach.toml": 'lexicons = ["own.toml"]\n', "own.toml": "[[openr]]\n"},
            "own lexicons", "fail", "own.toml:1: unknown table “openr”",
        ),
        (
            {"bulletcoach.toml": 'lexicons = ["own.toml"]\n', "own.toml": ""}, "own lexicons", "ok", "own.toml",
        ),
    ],
)  # fmt: skip
def test_the_configuration_found_here(
    run: Run, tmp_path: Path, files: dict[str, str], name: str, status: str, said: str
) -> None:
    for file, text in files.items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    found = pieces(run)[name]
    assert (found["status"], said in found["found"]) == (status, True), found


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"NO_COLOR": "1"}, "without colour (NO_COLOR is set)"),
        ({"FORCE_COLOR": "1"}, "in colour (FORCE_COLOR is set)"),
        ({"COLUMNS": "50"}, "50 columns"),
    ],
)
def test_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], said: str) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    found = pieces(run)["terminal"]
    assert said in found["found"]
    assert found["status"] == ("warn" if "COLUMNS" in variables else "ok")


@pytest.mark.usefixtures("quick")
def test_a_fault_in_one_piece_does_not_hide_the_others(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fault() -> Any:
        raise RuntimeError("a [bold]surprise\x1b[0m")

    monkeypatch.setattr(model_files, "find_model", fault)
    ended = run("doctor")
    assert ended.code == 1
    assert "fail  model: cannot be looked at: RuntimeError: a [bold]surprise\\x1b[0m\n" in ended.out
    assert "\nok    lexicons: " in ended.out

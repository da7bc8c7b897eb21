"""Facts are found again as long as nothing that they depend on has changed, and not any longer."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import time
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

import grimp
import pytest

import bulletcoach
from bulletcoach.analysis import cached as cached_module
from bulletcoach.analysis import ingredients as ingredients_module
from bulletcoach.analysis import model, model_files
from bulletcoach.analysis.cached import facts_cache
from bulletcoach.analysis.ingredients import ingredients
from bulletcoach.caching import Store, beginning, code, digests
from bulletcoach.model.facts import Build, Facts

FACTS = Facts("Led a team", Build.CLAUSE)
SOURCE = Path(bulletcoach.__file__).parent


@pytest.fixture(autouse=True)
def _as_if_old(monkeypatch: pytest.MonkeyPatch) -> None:
    """The files of these tests are made by them: nothing about them would be remembered, nothing made of them kept."""
    monkeypatch.setattr(digests, "_YOUNG_NS", 0)
    monkeypatch.setattr(beginning, "_BEGAN_NS", time.time_ns() + 3_600_000_000_000)


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with copies of all that facts depend on, which are looked at instead of the originals."""
    site = tmp_path / "site"
    home = model_files._home()
    assert home is not None
    for folder in (*code._FOLDERS, *ingredients_module._FOLDERS):
        shutil.copytree(SOURCE / folder, site / "bulletcoach" / folder, dirs_exist_ok=True)
    for module in code._MODULES:
        (site / "bulletcoach" / module).parent.mkdir(exist_ok=True)
        shutil.copy(SOURCE / module, site / "bulletcoach" / module)
    shutil.copytree(home, site / home.name)
    for package, module in ingredients_module._PACKAGES.items():
        spec = importlib.util.find_spec(package)
        assert spec is not None
        assert spec.origin is not None
        (site / package).mkdir()
        (site / package / "__init__.py").touch()
        shutil.copy(Path(spec.origin).with_name(module), site / package / module)

    def find_spec(name: str) -> object:
        return importlib.util.spec_from_file_location(name, site / name / "__init__.py")

    monkeypatch.setattr(ingredients_module, "find_spec", find_spec)
    monkeypatch.setattr(code, "_PACKAGE", str(site / "bulletcoach"))
    monkeypatch.setattr(model_files, "_home", lambda: site / home.name)
    return site


def keep(store: Store, lexicons: bytes = b"lexicons") -> None:
    cache = facts_cache(store, lexicons)
    assert cache is not None
    cache.put([FACTS])


def is_found(store: Store, lexicons: bytes = b"lexicons") -> bool:
    cache = facts_cache(store, lexicons)
    return cache is not None and FACTS.text in cache.get([FACTS.text])


def changed(path: Path) -> None:
    """Change one byte in the middle of a file, and set its time back where another one tells of that."""
    before = path.stat()
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    if os.name == "posix":
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


MODEL = model.find_model()


@pytest.mark.parametrize(
    "name",
    [
        "bulletcoach/analysis/verbs.py",
        "bulletcoach/analysis/parsing.py",
        "bulletcoach/lexicon/phrases.py",
        "bulletcoach/lexicon/lexicon.py",
        "bulletcoach/model/facts.py",
        "bulletcoach/model/text.py",
        "bulletcoach/caching/facts.py",
        "bulletcoach/tomlfile.py",
        "spacy/about.py",
        "thinc/about.py",
        "blis/about.py",
        "numpy/version.py",
        "rapidfuzz/__init__.py",
        f"{MODEL}/__init__.py",
        f"{MODEL}/meta.json",
        f"{MODEL}/{MODEL}-3.8.0/config.cfg",
        f"{MODEL}/{MODEL}-3.8.0/parser/model",
        f"{MODEL}/{MODEL}-3.8.0/tok2vec/model",
        f"{MODEL}/{MODEL}-3.8.0/vocab/strings.json",
    ],
)
def test_a_changed_byte_makes_all_facts_unknown(store: Store, copied: Path, name: str) -> None:
    keep(store)
    assert is_found(store)
    changed(copied / name)
    assert not is_found(store)
    keep(store)
    assert is_found(store)


def test_a_new_module_makes_all_facts_unknown(store: Store, copied: Path) -> None:
    keep(store)
    (copied / "bulletcoach" / "analysis" / "another.py").touch()
    assert not is_found(store)


def test_other_lexicons_make_all_facts_unknown(store: Store) -> None:
    keep(store)
    assert is_found(store)
    assert not is_found(store, b"other lexicons")
    assert is_found(store)


def test_another_python_makes_all_facts_unknown(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(store)
    monkeypatch.setattr(cached_module, "sys", SimpleNamespace(version_info=(3, 99, 0)))
    assert not is_found(store)
    keep(store)
    assert is_found(store)


_UPGRADED = """
import sys
from pathlib import Path
from bulletcoach import caching

file = Path(caching.__file__).parents[1] / "analysis" / sys.argv[2]
if sys.argv[3] == "upgraded":
    file.write_text("# another version")
from bulletcoach.analysis.cached import facts_cache
print(facts_cache(caching.Store(Path(sys.argv[1])), b"lexicons") is None)
"""


@pytest.mark.parametrize("name", ["verbs.py", "another.py"])
def test_a_process_that_outlives_an_upgrade_believes_and_keeps_nothing(tmp_path: Path, name: str) -> None:
    """Its code is that of before; and one that begins after the upgrade works as usual."""
    shutil.copytree(SOURCE, tmp_path / "bulletcoach")
    found = []
    for moment in ("upgraded", "begun"):
        done = subprocess.run(
            [sys.executable, "-c", _UPGRADED, tmp_path / "cache", name, moment],
            env={**os.environ, "PYTHONPATH": str(tmp_path)},
            capture_output=True,
            text=True,
            check=True,
        )
        found.append(done.stdout.strip())
    assert found == ["True", "False"]


@pytest.mark.parametrize("is_gone", [False, True])
def test_what_is_read_during_an_upgrade_is_not_kept(
    store: Store, copied: Path, monkeypatch: pytest.MonkeyPatch, is_gone: bool
) -> None:
    """Part of the code may have been imported before, and part after it."""
    cache = facts_cache(store, b"lexicons")
    assert cache is not None
    with monkeypatch.context() as patch:
        file = copied / "bulletcoach" / "analysis" / "verbs.py"
        content = file.read_bytes()
        patch.setattr(beginning, "_BEGAN_NS", file.stat().st_ctime_ns)
        if is_gone:
            file.unlink()
        cache.put([FACTS])
    file.write_bytes(content)
    assert not is_found(store)
    cache.put([FACTS])
    assert is_found(store)


def test_what_was_changed_back_is_known_again(store: Store, copied: Path) -> None:
    keep(store)
    for _ in range(2):
        changed(copied / "bulletcoach" / "analysis" / "verbs.py")
    assert is_found(store)


@pytest.mark.parametrize("part", ["bulletcoach/analysis", "bulletcoach/tomlfile.py", "numpy/version.py"])
def test_nothing_is_kept_where_a_part_is_missing(store: Store, copied: Path, part: str) -> None:
    keep(store)
    gone = copied / part
    shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    assert facts_cache(store, b"lexicons") is None


def test_nothing_is_kept_without_a_model_or_a_package(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingredients_module, "find_spec", lambda _: None)
    assert facts_cache(store, b"lexicons") is None
    monkeypatch.undo()
    monkeypatch.setattr(model, "_PACKAGES", ("a_model_that_is_not_here",))
    assert ingredients() is None
    assert facts_cache(store, b"lexicons") is None


def test_all_code_that_the_analysis_imports_is_among_it() -> None:
    """Whatever it imports, anywhere in a module, and so on: else old facts would be found after a change there."""
    graph = grimp.build_graph("bulletcoach", cache_dir=None)
    imported = {
        "bulletcoach.analysis.analyser",
        "bulletcoach.caching.facts",
        *graph.find_upstream_modules("bulletcoach.analysis.analyser"),
    }
    found = ingredients()
    assert found is not None
    modules = [module.removeprefix("bulletcoach").replace(".", "/").lstrip("/") for module in imported]
    assert [name for name in modules if not {f"{name}.py", f"{name}/__init__.py"} & found.keys()] == []


def test_all_code_that_reads_the_lexicons_is_among_it() -> None:
    """As for the analysis: else lexicons would be found that were compiled in another way."""
    graph = grimp.build_graph("bulletcoach", cache_dir=None)
    imported = {"bulletcoach.lexicon.shipped", *graph.find_upstream_modules("bulletcoach.lexicon.files")}
    modules = [module.removeprefix("bulletcoach").replace(".", "/").lstrip("/") for module in imported]
    found = code.code_files()
    assert [name for name in modules if not {f"{name}.py", f"{name}/__init__.py"} & found.keys()] == []


@pytest.mark.parametrize("package", ingredients_module._PACKAGES)
def test_the_version_of_each_package_is_among_it(package: str) -> None:
    found = ingredients()
    assert found is not None
    text = Path(found[f"{package}/{ingredients_module._PACKAGES[package]}"]).read_text(encoding="utf-8")
    assert metadata.version(package) in text


def test_nothing_is_imported_for_it(store: Store) -> None:
    keep(store)
    program = (
        "import sys\nfrom pathlib import Path\nfrom bulletcoach.analysis.cached import facts_cache\n"
        "from bulletcoach.caching import open_cache\n"
        "cache = facts_cache(open_cache(Path(sys.argv[1])), b'lexicons')\n"
        "print(len(cache.get(['Led a team'])), *sorted({name.split('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", program, store.folder], capture_output=True, text=True, check=True)
    found, *modules = done.stdout.split()
    assert found == "1"
    heavy = {"spacy", "numpy", "thinc", "rapidfuzz", "hashlib", "json", MODEL}
    assert heavy.isdisjoint(modules)
    if sys.platform == "linux":
        assert "platformdirs" not in modules

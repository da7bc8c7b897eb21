"""The shipped lexicons: read the quick way as the slow one, and from a shelf as from their TOML."""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

import bulletcoach
from bulletcoach.caching import Store, beginning, code
from bulletcoach.errors import LexiconError
from bulletcoach.lexicon import shipped
from bulletcoach.lexicon.files import LexiconFile, read_lexicon_file
from bulletcoach.lexicon.lexicon import load_lexicon

FILES = sorted(shipped.shipped_lexicons().rglob("*.toml"))


@pytest.fixture
def lexicons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the shipped lexicons, in their place."""
    folder = tmp_path / "lexicons"
    shutil.copytree(shipped.shipped_lexicons(), folder)
    monkeypatch.setattr(shipped, "shipped_lexicons", lambda: folder)
    shipped._shipped_files.cache_clear()
    yield folder
    shipped._shipped_files.cache_clear()


@pytest.fixture(autouse=True)
def _as_if_old(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing would be kept of what was made, or changed, after the process began."""
    monkeypatch.setattr(beginning, "_BEGAN_NS", time.time_ns() + 3_600_000_000_000)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_quick_way_of_reading_gives_what_the_slow_one_gives(path: Path, tmp_path: Path) -> None:
    """With a table [remove], if an empty one, a file is read table by table."""
    slow = tmp_path / path.name
    slow.write_bytes(path.read_bytes() + b"\n[remove]\n")
    read, again = read_lexicon_file(path), read_lexicon_file(slow)
    assert read == replace(again, path=read.path, digest=read.digest)
    assert read.digest != again.digest


def test_the_slow_way_tells_what_the_quick_one_does_not_take(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    for text, message in (
        ("path = 'x'\n", ":1: unknown table “path”"),
        ("[[term]]\nuse = 'now'\nword = ['heute']\n", ":3: unknown key “word”; did you mean “words”?"),
        ("[[opener]]\nphrase = 'x'\nkind = 'fixd'\n", ":3: “fixd” is not a valid “kind”; did you mean “fixed”?"),
        ("[[decoy]]\nkind = 'never'\nwords = []\n", ":1: “kind” must be “literal”"),
    ):
        file.write_text(text, encoding="utf-8")
        with pytest.raises(LexiconError) as raised:
            read_lexicon_file(file)
        assert str(raised.value).startswith(f"{file}{message}")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache")


def kept(store: Store) -> int:
    """How many compiled lexicon files there are in the store."""
    return store.contents()[shipped.KIND].entries


def test_from_the_store_they_are_what_they_are_from_their_toml(lexicons: Path, store: Store) -> None:
    first, second = load_lexicon(store=store), load_lexicon(store=store)
    assert first == second == load_lexicon()
    assert kept(store) == len(FILES)
    names = [file.path for file in shipped.read_lexicons(store=store)[0]]
    assert names == [str(path) for path in sorted(lexicons.rglob("*.toml"))]


def test_what_is_kept_is_used(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = load_lexicon(store=store)
    monkeypatch.setattr(shipped, "read_lexicon_file", lambda _: pytest.fail("the TOML was read"))
    assert load_lexicon(store=store) == before


@pytest.mark.parametrize("damage", [lambda _: b"", lambda value: value[:-10], lambda _: b"\x90", lambda _: b"\xc1"])
def test_what_cannot_be_decoded_is_read_anew(store: Store, damage: Callable[[bytes], bytes]) -> None:
    right = load_lexicon(store=store)
    with sqlite3.connect(store.file) as database:
        ((generation,),) = database.execute("SELECT generation FROM shelf WHERE kind = ?", (shipped.KIND,)).fetchall()
    shelf = store.shelf(shipped.KIND, generation)
    whole = shelf.get(b"verbs.toml")
    assert whole is not None
    shelf.put(b"verbs.toml", damage(whole))
    assert load_lexicon(store=store) == right
    assert shelf.get(b"verbs.toml") == whole


def test_where_one_file_is_missing_in_the_store_all_are_kept_anew(store: Store) -> None:
    right = load_lexicon(store=store)
    with sqlite3.connect(store.file) as database:
        database.execute("DELETE FROM entry WHERE key = ?", (b"verbs.toml",))
    assert load_lexicon(store=store) == right
    assert kept(store) == len(FILES)


def test_what_was_changed_is_read_anew(lexicons: Path, store: Store) -> None:
    before = load_lexicon(store=store)
    assert "yodel" not in before.verbs
    file = lexicons / "verbs.toml"
    entry = 'yodel = { forms = "yodels yodeled yodeled yodeling", act = "routine", strength = "plain", family = "x" }\n'
    file.write_text(file.read_text(encoding="utf-8").replace("[verbs]\n", f"[verbs]\n{entry}", 1), encoding="utf-8")
    shipped._shipped_files.cache_clear()
    after = load_lexicon(store=store)
    assert "yodel" in after.verbs
    assert after.digest != before.digest
    assert kept(store) == 2 * len(FILES)


def add(lexicons: Path) -> None:
    (lexicons / "another.toml").write_text('[[term]]\nuse = "now"\nwords = ["heutzutage"]\n', encoding="utf-8")


def rename(lexicons: Path) -> None:
    (lexicons / "verbs.toml").rename(lexicons / "averbs.toml")


def take_away(lexicons: Path) -> None:
    (lexicons / "wording.toml").unlink()


@pytest.mark.parametrize("change", [add, rename, take_away])
def test_files_that_come_and_go_while_the_process_runs(
    lexicons: Path, store: Store, change: Callable[[Path], None]
) -> None:
    load_lexicon(store=store)
    change(lexicons)
    after = [load_lexicon(store=store), load_lexicon(store=store)]
    shipped._shipped_files.cache_clear()
    assert after == [load_lexicon()] * 2


def test_after_an_upgrade_under_the_process_nothing_is_kept(
    lexicons: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beginning, "_BEGAN_NS", (lexicons / "verbs.toml").stat().st_ctime_ns)
    load_lexicon(store=store)
    assert store.contents() == {}


@pytest.mark.usefixtures("lexicons")
def test_what_changes_while_it_is_read_is_not_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(path: Path) -> LexiconFile:
        file = read_lexicon_file(path)
        if path.name == "verbs.toml":
            path.write_bytes(path.read_bytes() + b"\n")
        return file

    with monkeypatch.context() as patch:
        patch.setattr(shipped, "read_lexicon_file", read)
        load_lexicon(store=store)
    assert shipped.KIND not in store.contents()
    load_lexicon(store=store)
    assert kept(store) == len(FILES)


@pytest.mark.parametrize("name", ["tomlfile.py", "errors.py", "model/facts.py", "lexicon/files.py", "caching/store.py"])
def test_with_other_code_they_are_read_anew(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    load_lexicon(store=store)
    shutil.copytree(Path(bulletcoach.__file__).parent, tmp_path / "bulletcoach")
    monkeypatch.setattr(code, "_PACKAGE", str(tmp_path / "bulletcoach"))
    load_lexicon(store=store)
    assert kept(store) == len(FILES)
    with (tmp_path / "bulletcoach" / name).open("a", encoding="utf-8") as file:
        file.write("# another version\n")
    load_lexicon(store=store)
    assert kept(store) == 2 * len(FILES)


def test_code_that_is_not_kept_as_files(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(code, "_PACKAGE", str(tmp_path / "archive.zip" / "bulletcoach"))
    assert load_lexicon(store=store) == load_lexicon()
    assert store.contents() == {}


def test_a_mistake_is_told_although_what_was_right_is_kept(lexicons: Path, store: Store) -> None:
    load_lexicon(store=store)
    with (lexicons / "levels.toml").open("a", encoding="utf-8") as file:
        file.write("\n[[levle]]\n")
    shipped._shipped_files.cache_clear()
    with pytest.raises(LexiconError, match="unknown table “levle”; did you mean “level”"):
        load_lexicon(store=store)


def test_the_digest_is_that_of_the_general_lexicons(tmp_path: Path) -> None:
    """The analysis reads no field's words: words of one's own for a field leave its facts as they are."""
    own = tmp_path / "own.toml"
    own.write_text('[field]\nid = "customer-service"\nname = "x"\ndetect = ["x"]\n', encoding="utf-8")
    assert load_lexicon([own]).digest == load_lexicon().digest
    own.write_text('[[term]]\nuse = "now"\nwords = ["heutzutage"]\n', encoding="utf-8")
    assert load_lexicon([own]).digest != load_lexicon().digest

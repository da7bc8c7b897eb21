"""The shipped lexicons: read the quick way as the slow one, and from a shelf as from their TOML."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from bulletcoach.caching import Store
from bulletcoach.errors import LexiconError
from bulletcoach.lexicon import shipped
from bulletcoach.lexicon.files import read_lexicon_file
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
    monkeypatch.setattr(shipped, "_shipped_files", lambda: pytest.fail("the TOML was read"))
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

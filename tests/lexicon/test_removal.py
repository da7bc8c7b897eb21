"""[remove]: words of a user's own file that go from the lexicons before it."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from bulletcoach.errors import LexiconError
from bulletcoach.lexicon.lexicon import Lexicon, load_lexicon
from bulletcoach.lexicon.lookup import look_up, read_all
from bulletcoach.model.facts import MarkKind

YODEL = (
    'yodel = { forms = "yodels yodelled yodelled yodelling", act = "routine", strength = "plain", family = "creative" }'
)
VERSE = '[[wording]]\nkind = "filler"\nphrases = ["so to say", "as it were"]\n'


def own(folder: Path, text: str, name: str = "own.toml") -> Path:
    path = folder / name
    path.write_text(dedent(text).removeprefix("\n"), encoding="utf-8")
    return path


def loaded(folder: Path, text: str) -> Lexicon:
    return load_lexicon([own(folder, text)])


def test_a_verb_goes_with_all_its_forms(tmp_path: Path, lexicon: Lexicon) -> None:
    left = loaded(tmp_path, '[remove]\nverbs = ["Spearhead"]\n')
    assert lexicon.verbs.keys() - left.verbs.keys() == {"spearhead"}
    assert lexicon.forms_of("spearheaded")
    assert not left.forms_of("spearheaded")


def test_an_opener_goes_whole_a_variant_of_it_alone(tmp_path: Path, lexicon: Lexicon) -> None:
    variants = {entry.phrase: entry.also for entry in lexicon.openers if entry.also}
    phrase, also = next(iter(variants.items()))
    left = {entry.phrase: entry.also for entry in loaded(tmp_path, f'[remove]\nopener = ["{also[0]}"]\n').openers}
    assert left[phrase] == also[1:]
    left = {entry.phrase: entry.also for entry in loaded(tmp_path, f'[remove]\nopener = ["{phrase}"]\n').openers}
    assert phrase not in left


def test_a_variant_can_be_named_beside_its_opener(tmp_path: Path) -> None:
    left = loaded(tmp_path, '[remove]\nopener = ["responsible for", "was responsible for", "responsible for"]\n')
    assert not any("responsible for" in (entry.phrase, *entry.also) for entry in left.openers)


def test_a_phrase_goes_from_every_entry_that_has_it(tmp_path: Path, lexicon: Lexicon) -> None:
    def kinds(which: Lexicon, word: str) -> set[MarkKind]:
        return {entry.kind for entry in which.wordings if word in entry.phrases}

    assert kinds(lexicon, "spearheaded")
    left = loaded(tmp_path, '[remove]\nwording = ["spearheaded"]\n')
    assert not kinds(left, "spearheaded")
    assert len(left.wordings) == len(lexicon.wordings)


@pytest.mark.parametrize(
    ("table", "word"),
    [
        ("upgrade", "direct"), ("decoy", "office 365"), ("number", "dozen"), ("heading", "Work History"),
        ("term", "spring"), ("macro", "resumeItem"), ("kpi", "csat"), ("kpi", "customer satisfaction"),
        ("kpi", "CSAT"), ("role", "rep"), ("role", "CSR"), ("object", "call"), ("level", "champion"),
        ("routine", "handle"), ("tool", "Zendesk"), ("vanity", "aht"), ("yardstick", "gather"),
    ],
)  # fmt: skip
def test_whatever_can_be_removed_is_gone_and_cannot_be_removed_twice(tmp_path: Path, table: str, word: str) -> None:
    first = own(tmp_path, f"[remove]\n{table} = ['{word}']\n", "first.toml")
    second = own(tmp_path, f"\n# again\n\n[remove]\n{table} = ['{word}']\n", "second.toml")
    load_lexicon([first])
    with pytest.raises(LexiconError, match=rf"second\.toml:\d: there is no “{word}” to remove from “{table}”"):
        load_lexicon([first, second])


def test_kpis_that_counted_as_a_removed_one_count_as_themselves(tmp_path: Path, lexicon: Lexicon) -> None:
    kpis = lexicon.field("customer-service").kpis
    target = next(kpi.counted_as for kpi in kpis.values() if kpi.counted_as)
    left = loaded(tmp_path, f'[remove]\nkpi = ["{target}"]\n').field("customer-service").kpis
    assert target not in left
    assert target not in {name for kpi in left.values() for name in (kpi.counted_as, kpi.done_as)}


def test_a_file_can_change_an_entry_by_removing_it_first(tmp_path: Path) -> None:
    left = loaded(
        tmp_path,
        '[remove]\nopener = ["responsible for"]\nverbs = ["lead"]\n\n[verbs]\n'
        + YODEL.replace("yodel ", "lead ", 1)
        + "\n",
    )
    assert left.verbs["lead"].family == "creative"


def test_what_an_own_file_adds_a_later_one_can_remove(tmp_path: Path) -> None:
    first = own(tmp_path, f"[verbs]\n{YODEL}\n\n{VERSE}", "first.toml")
    second = own(tmp_path, '[remove]\nverbs = ["yodel"]\nwording = ["so to say", "As it were"]\n', "second.toml")
    assert "yodel" in load_lexicon([first]).verbs
    left = load_lexicon([first, second])
    assert "yodel" not in left.verbs
    assert not any("so to say" in entry.phrases for entry in left.wordings)
    with pytest.raises(LexiconError, match="there is no “yodel” to remove"):
        load_lexicon([second, first])


def test_a_file_of_a_field_removes_from_that_field_alone(tmp_path: Path) -> None:
    everywhere = '[[kpi]]\nid = "smiles"\nname = "smiles a day"\nmeasures = "x"\ngood = "up"\nkind = "speed"\n'
    field = '[field]\nid = "customer-service"\nname = "support"\ndetect = ["desk"]\n'
    shared = own(tmp_path, everywhere, "shared.toml")
    mine = own(tmp_path, f'{field}\n[remove]\nkpi = ["csat"]\n', "mine.toml")
    left = load_lexicon([shared, mine])
    assert "csat" not in left.field("customer-service").kpis
    assert "smiles" in left.field("general").kpis
    verbs = own(tmp_path, f'{field}\n[remove]\nverbs = ["lead"]\n', "verbs.toml")
    with pytest.raises(LexiconError, match="there is no “lead” to remove from “verbs”"):
        load_lexicon([verbs])


MISTAKES = [
    ('[remove]\nverbs = ["yodl"]\n', 2, "there is no “yodl” to remove from “verbs”"),
    ('[remove]\n\nopener = ["resposible for"]\n', 3, "did you mean “responsible for”?"),
    ('[remove]\nkpi = ["csatt"]\n', 2, "did you mean “csat”?"),
    ('[remove]\nopeners = ["responsible for"]\n', 2, "nothing can be removed from “openers”; did you mean “opener”?"),
    ('[remove]\nunit = ["percent"]\n', 2, "nothing can be removed from “unit”"),
    ('[remove]\nterm = ["Dec"]\n', 2, "“Dec” cannot be removed: a list of months needs twelve words, found 11"),
    ('[remove]\nverbs = "lead"\n', 2, "“verbs” must be a list of words"),
    ("[remove]\nverbs = [3]\n", 2, "“verbs” must be a list of words"),
    ('[[remove]]\nverbs = ["lead"]\n', 1, "[remove] must be a table of lists"),
    ('[remov]\nverbs = ["lead"]\n', 1, "unknown table “remov”; did you mean “remove”?"),
]


@pytest.mark.parametrize(("text", "line", "message"), [pytest.param(*row, id=row[2]) for row in MISTAKES])
def test_a_mistake_is_told_with_file_line_and_the_nearest_word(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    path = own(tmp_path, text)
    with pytest.raises(LexiconError) as caught:
        load_lexicon([path])
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert message in str(caught.value)


def test_what_was_removed_is_not_looked_up_any_more(tmp_path: Path) -> None:
    path = own(tmp_path, '[remove]\nverbs = ["spearhead"]\nwording = ["spearheaded"]\n')
    assert list(look_up("spearheaded", read_all()))
    assert not list(look_up("spearheaded", read_all([path])))

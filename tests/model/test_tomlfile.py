"""TOML files whose mistakes can be pointed at: the line of every key, whatever stands above it."""

from __future__ import annotations

from enum import StrEnum
from textwrap import dedent
from typing import Annotated

import pytest
from bullet_tables import cases
from msgspec import Struct

from bulletcoach.errors import ConfigError
from bulletcoach.tomlfile import OURS, KeyPath, TomlFile, did_you_mean


def toml(text: str) -> TomlFile:
    return TomlFile.parse(dedent(text).removeprefix("\n"), "shop.toml", ConfigError)


SHOP = """
    # a shop
    name = "Tulip"        # line 2
    open.days = 6
    open.hours = [
        9, 18,
        "[not a table]",
    ]
    motto = \"\"\"
    [neither]
    is = "this"
    \"\"\"
    "street name" = "Elm"  # line 12

    [till]                # line 14
    float = 80
    'coin = tray' = true

    [till.drawer]         # line 18
    width = 40

    [[shelf]]             # line 21
    label = "a # b"
    pots = { red = 1, blue = 2 }

    [[shelf]]
    label = 'x = [[y]]'   # line 26

    [[shelf.pot]]
    colour = "red"        # line 29

    [[shelf.pot]]
    colour = "blue"       # line 32

    [ "quoted table" ]
    deep = 1              # line 35
"""

LINES = [
    (("name",), 2),
    (("open", "days"), 3),
    (("open", "hours"), 4),
    (("motto",), 8),
    (("street name",), 12),
    (("till",), 14),
    (("till", "float"), 15),
    (("till", "coin = tray"), 16),
    (("till", "drawer"), 18),
    (("till", "drawer", "width"), 19),
    (("shelf", 0), 21),
    (("shelf", 0, "label"), 22),
    (("shelf", 0, "pots"), 23),
    (("shelf", 1), 25),
    (("shelf", 1, "label"), 26),
    (("shelf", 1, "pot", 0, "colour"), 29),
    (("shelf", 1, "pot", 1, "colour"), 32),
    (("quoted table", "deep"), 35),
    # what has no line of its own stands where its table does
    (("shelf", 0, "pots", "blue"), 23),
    (("open", "hours", 1), 4),
    (("till", "coins"), 14),
    (("nothing",), 1),
    (("shelf",), 21),
]


@pytest.mark.parametrize(("path", "line"), cases(LINES))
def test_the_line_of_a_key(path: KeyPath, line: int) -> None:
    assert toml(SHOP).line_of(path) == line


AWKWARD = [
    ("a bracket in a comment", "a = 1 # [not\nb = 2\n", ("b",), 2),
    ("a quote in a comment", "a = 1 # it's\nb = 2\nc = 'x' # don't\nd = 4\n", ("d",), 4),
    ("an escaped quote", 'a = "say \\"[\\""\nb = 2\n', ("b",), 2),
    ("a literal with a backslash", "a = 'c:\\'\nb = 2\n", ("b",), 2),
    ("a multi-line literal", "a = '''\nx = [\n'''\nb = 2\n", ("b",), 4),
    ("nested arrays", "a = [\n  [1, 2],\n  [\n3],\n]\nb = 2\n", ("b",), 6),
    ("an array of inline tables", "a = [\n  { b = 1 },\n  { b = 2 },\n]\nc = 3\n", ("c",), 5),
    ("a key as in a table's array", "a = [\n  { b = 1 },\n]\nb = 2\n", ("b",), 4),
    ("CR LF", "a = 1\r\n\r\n[t]\r\nb = 2\r\n", ("t", "b"), 4),
    ("dotted keys with spaces", "a . b = 1\nc = 2\n", ("a", "b"), 1),
    ("dotted tables", "[a.b]\nc = 1\n[a.d]\ne = 2\n", ("a", "d", "e"), 4),
    ("no line break at the end", "a = 1\nb = 2", ("b",), 2),
    ("a quoted part of a dotted key", 'x = 1\na."b c" = 2\n', ("a", "b c"), 2),
]


@pytest.mark.parametrize(("what", "text", "path", "line"), cases(AWKWARD))
def test_awkward_files(what: str, text: str, path: KeyPath, line: int) -> None:
    assert TomlFile.parse(text, "x.toml", ConfigError).line_of(path) == line, what


class Season(StrEnum):
    SPRING = "spring"
    AUTUMN = "autumn"


class Pot(Struct, frozen=True):
    colour: str
    litres: float = 1.0


class Shelf(Struct, frozen=True):
    label: str
    best_season: Season | None = None
    rows: int = 1
    wet: bool = False
    pots: tuple[Pot, ...] = ()
    prices: dict[str, float] = {}
    planting: dict[str, Season] = {}
    place: Annotated[str, OURS] = ""

    def __post_init__(self) -> None:
        if self.rows < 1:
            raise ValueError("a shelf has rows")


def test_a_table_becomes_a_struct() -> None:
    file = toml(
        """
        label = "north"
        best-season = "autumn"
        rows = 3
        pots = [{ colour = "red", litres = 2 }, { colour = "blue" }]
        prices = { fern = 4, moss = 2.5 }
        """
    )

    assert file.build(Shelf, file.data) == Shelf(
        "north", Season.AUTUMN, 3, False, (Pot("red", 2.0), Pot("blue")), {"fern": 4.0, "moss": 2.5}
    )


WRONG = [
    ('label = "x"\nlabl = "y"\n', "shop.toml:2: unknown key “labl”; did you mean “label”?"),
    ('label = "x"\nbest_season = "autumn"\n', "shop.toml:2: unknown key “best_season”; did you mean “best-season”?"),
    ("rows = 2\n", "shop.toml:1: missing key “label”"),
    ("\nlabel = 4\n", "shop.toml:2: “label” must be text, found 4"),
    ('label = "x"\nrows = 1.5\n', "shop.toml:2: “rows” must be a whole number, found 1.5"),
    ('label = "x"\nrows = true\n', "shop.toml:2: “rows” must be a whole number, found true"),
    ('label = "x"\nwet = "yes"\n', "shop.toml:2: “wet” must be true or false, found “yes”"),
    ('label = "x"\nwet = 1\n', "shop.toml:2: “wet” must be true or false, found 1"),
    ('label = "x"\npots = "red"\n', "shop.toml:2: “pots” must be a list of tables, [[pots]], found “red”"),
    ('label = "x"\npots = ["red"]\n', "shop.toml:2: expected a table, found “red”"),
    ('label = "x"\npots = [{ litres = 2 }]\n', "shop.toml:2: missing key “colour”"),
    ('label = "x"\nprices = [1]\n', "shop.toml:2: “prices” must be a table, found a list"),
    ('label = "x"\nprices = { fern = "4" }\n', "shop.toml:2: “fern” must be a number, found “4”"),
    (
        'label = "x"\nbest-season = "autum"\n',
        "shop.toml:2: “autum” is not a valid “best-season”; did you mean “autumn”?; valid: spring, autumn",
    ),
    (
        'label = "x"\nplanting.fern = "sprin"\n',
        "shop.toml:2: “sprin” is not a valid “planting”; did you mean “spring”?; valid: spring, autumn",
    ),
    ('label = "x"\nplace = "y"\n', "shop.toml:2: unknown key “place”; did you mean “planting”?"),
    ('label = "x"\nrows = 0\n', "shop.toml:1: a shelf has rows"),
]


@pytest.mark.parametrize(("text", "message"), [pytest.param(*row, id=row[1]) for row in WRONG])
def test_a_mistake_is_one_clear_line(text: str, message: str) -> None:
    file = TomlFile.parse(text, "shop.toml", ConfigError)

    with pytest.raises(ConfigError) as caught:
        file.build(Shelf, file.data)

    assert str(caught.value) == message


def test_no_toml_at_all() -> None:
    with pytest.raises(ConfigError, match=r"^shop\.toml:2: not valid TOML: "):
        toml("a = 1\nb = = 2\n")


def test_near_words_only() -> None:
    assert did_you_mean("severty", ["severity", "phrase"]) == "; did you mean “severity”?"
    assert did_you_mean("zzz", ["severity", "phrase"]) == ""

"""The style: readable in light, in the dark and on paper, and complete in itself."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

STYLE = files("bulletcoach.report.html").joinpath("style.css").read_text(encoding="utf-8")
ON_PAPER = (
    "ink", "soft", "link", "duty", "action", "achievement", "blank",
    "problem", "task", "part-action", "method", "result",
)  # fmt: skip
PAIRS = [
    *((colour, "paper") for colour in ON_PAPER),
    *((verdict, f"{verdict}-tint") for verdict in ("duty", "action", "achievement", "blank")),
    *((colour, "desk") for colour in ("ink", "soft", "blank")),
]


def colours() -> dict[str, dict[str, str]]:
    """The colours of each way to see the page, by their names."""
    light, dark, paper = (
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", part)) for part in re.findall(r":root \{(.*?)\}", STYLE, re.S)
    )
    return {"light": light, "dark": {**light, **dark}, "print": {**light, **paper}}


def luminance(colour: str) -> float:
    """The relative luminance, as the accessibility guidelines of the web define it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("way", ["light", "dark", "print"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_contrast(way: str, text: str, ground: str) -> None:
    dark, light = sorted(luminance(colours()[way][name]) for name in (text, ground))
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_every_colour_is_one_of_these() -> None:
    outside = re.sub(r":root \{.*?\}", "", STYLE, flags=re.S)
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|rgb|hsl", outside)
    assert set(re.findall(r"var\(--([\w-]+)\)", outside)) <= {*colours()["light"], "prose", "plain"}


def test_it_loads_nothing_and_ends_no_element() -> None:
    assert STYLE.isascii()
    assert not re.search(r"url\(|@import|@font-face|<|expression", STYLE)


def test_it_knows_phones_paper_and_the_dark() -> None:
    for what in ("prefers-color-scheme: dark", "max-width: 40rem", "@media print", "@page", "break-inside: avoid"):
        assert what in STYLE

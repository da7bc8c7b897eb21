"""Writing YAML scalars: escapes in quotes, and quotes round what would not be read as a text without them."""

from __future__ import annotations

import yaml

from bulletcoach.model.document import Bullet
from bulletcoach.readers.schema.claims import KEY, PAIR
from bulletcoach.readers.schema.strings import PART
from bulletcoach.readers.yaml.tags import TEXT, looks_like

_SETTINGS = ("- {}\n", "- key: {}\n")
_KEY_SETTINGS = ("- {}: key\n",)
_FLOW_SETTINGS = ("- [{}]\n", "- {{key: {}}}\n")


def escaped(character: str, quoting: str) -> str:
    """What is written for a character, or for several that stand for one, in a scalar of this quoting."""
    if quoting.startswith("single"):
        return character.replace("'", "''")
    if quoting.startswith("double"):
        return character.replace("\\", "\\\\").replace('"', '\\"')
    return character


def sealed(written: str, bullet: Bullet) -> str:
    """The new source of `bullet.span`, put into quotes where a plain scalar would not be read as just that text."""
    quoting = bullet.quoting
    if PART in quoting or not quoting.startswith(("plain", PAIR)):
        return written
    if quoting == PAIR:
        return written if _is_pair(written) else _quoted(written)
    settings = _KEY_SETTINGS if KEY in quoting else _FLOW_SETTINGS if "flow" in quoting else _SETTINGS
    return written if all(_is_text(written, setting) for setting in settings) else _quoted(written)


def _quoted(text: str) -> str:
    """`text`, folded as it is, in the quotes that need the fewest escapes."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _is_text(written: str, setting: str) -> bool:
    """Whether a plain scalar in this setting is read as what is written: not cut, no number, no mapping."""
    found = _scalars(setting.format(written))
    around = _scalars(setting.format("text"))
    return found == [_unfolded(written) if each == "text" else each for each in around]


def _is_pair(written: str) -> bool:
    """Whether a key and its value are still read as one key with one text."""
    found = _scalars(f"- {written}\n")
    return len(found) == 2 and ": ".join(found) == _unfolded(written)


def _unfolded(text: str) -> str:
    """A text on one line, however it was folded."""
    return " ".join(text.split())


def _scalars(text: str) -> list[str]:
    """The plain texts in a snippet of YAML; empty where one of them is something else."""
    found: list[str] = []
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):
                return []
            if isinstance(event, yaml.ScalarEvent):
                if event.style or event.tag or event.anchor or looks_like(event.value) != TEXT:
                    return []
                found.append(_unfolded(event.value))
    except yaml.YAMLError:
        return []
    return found

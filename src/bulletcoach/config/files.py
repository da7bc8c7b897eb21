"""Configuration files: where they are looked for, and how one is read with those that it extends."""

from __future__ import annotations

import os
from pathlib import Path

from msgspec.structs import replace

from bulletcoach.config.layers import Layer
from bulletcoach.config.options import Options
from bulletcoach.errors import ConfigError
from bulletcoach.tomlfile import KeyPath, TomlFile

# In a folder that has several, the first one is used. The nearest folder wins; nothing is merged.
NAMES = ("bulletcoach.toml", ".bulletcoach.toml", "pyproject.toml")
_SECTION: KeyPath = ("tool", "bulletcoach")


def find_config(folder: Path) -> Path | None:
    """The configuration file that holds for files in `folder`: in it or the nearest folder above that has one."""
    return next((found for place in (folder, *folder.parents) if (found := config_in(place)) is not None), None)


def config_in(folder: Path) -> Path | None:
    """The configuration file in a folder, if it has one."""
    for name in NAMES:
        candidate = folder / name
        is_there = os.path.isfile(candidate)  # noqa: PTH113 - False, too, where we may not look
        if is_there and (name != "pyproject.toml" or _has_section(candidate)):
            return candidate
    return None


def load_config(path: Path) -> tuple[Layer, ...]:
    """Read a configuration file and those that it extends: one layer each, the farthest first.

    Raises ConfigError that names file, line and, for a typo, the nearest valid word.
    """
    layers: list[Layer] = []
    chain: list[Path] = []
    while True:
        chain.append(path)
        layer = _read(path)
        layers.append(layer)
        if layer.options.extend is None:
            return tuple(reversed(layers))
        path = Path(layer.options.extend)
        if any(_real(path) == _real(earlier) for earlier in chain):
            circle = " → ".join(map(str, (*chain, path)))
            raise ConfigError(f"{layer.place('extend')}: “extend” goes in a circle: {circle}")


def _read(path: Path) -> Layer:
    # Here and not above: where nothing is set, a check should not wait for what reads and checks settings.
    from bulletcoach.config.checking import FileCheck
    from bulletcoach.config.misplaced import refuse_misplaced

    source = TomlFile.read(path, ConfigError)
    section = _SECTION if path.name == "pyproject.toml" else ()
    table: object = source.data
    for key in section:
        table = table.get(key, {}) if isinstance(table, dict) else {}
    refuse_misplaced(source, table, section)
    options = source.build(Options, table, section, known="setting")
    checked = FileCheck(source, section, path.parent).checked(options)
    if checked.extend is not None:
        checked = replace(checked, extend=str(_tidy(path.parent / checked.extend)))
    return Layer(checked, _real(path.parent), source, section)


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _tidy(path: Path) -> Path:
    """The path without “..”, where a link on the way does not make that another file."""
    tidy = Path(os.path.normpath(path))
    return tidy if _real(tidy) == _real(path) else path


def _has_section(pyproject: Path) -> bool:
    """Whether a pyproject.toml speaks of bulletcoach. One that does not is no business of ours, even if broken."""
    try:
        if "bulletcoach" not in pyproject.read_text(encoding="utf-8"):
            return False
    except (OSError, UnicodeDecodeError):
        return False
    tool = TomlFile.read(pyproject, ConfigError).data.get("tool")
    return isinstance(tool, dict) and "bulletcoach" in tool

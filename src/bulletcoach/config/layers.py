"""Layers: the places in which options are set, from the farthest file to the command line, and what holds in the end.

- Of single values the nearest layer's counts, and so does a nearest `select`, which sets the selection of the farther
  layers aside, `extend-select` and `ignore` included.
- Lists that only add up do: `extend-select`, `ignore`, `exclude`, `lexicons`, `suppress`, the macros of [latex].
- Tables are merged key by key: `severity`, `per-file-ignores`, `rules`.

Files and the command line go through the same functions; nothing but a file that `extend` names is ever merged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from bulletcoach.config.options import Options
from bulletcoach.tomlfile import KeyPath, TomlFile

_SELECTING = ("extend-select", "ignore")


class Layer(Struct, frozen=True):
    """The options of one place: a configuration file, which is `source`, or the command line.

    Patterns in it are relative to `folder`. `section` is the table of the file in which the options stand.
    """

    options: Options
    folder: Path
    source: TomlFile | None = None
    section: KeyPath = ()

    @classmethod
    def given(cls, options: Options) -> Layer:
        """The layer of the command line, or of a program."""
        return cls(options, Path.cwd())

    def place(self, *key: str | int) -> str:
        """Where a key is set: `file:line`, or the option of the command line."""
        if self.source is None:
            return f"--{key[0]}"
        return f"{self.source.path}:{self.source.line_of((*self.section, *key))}"


class Found(Struct, frozen=True):
    """A value, and where it was set."""

    value: Any
    layer: Layer
    key: KeyPath

    @property
    def place(self) -> str:
        return self.layer.place(*self.key)


class Layers(Struct, frozen=True):
    """All layers that hold together, the farthest first."""

    layers: tuple[Layer, ...] = ()

    def one(self, *key: str) -> Found | None:
        """The value of a key in the nearest layer that sets it."""
        return next(
            (Found(value, layer, key) for layer, value in reversed(list(self._set(key))) if value is not None), None
        )

    def several(self, *key: str) -> tuple[Found, ...]:
        """What the layers add to a list, the farthest first."""
        whole = list(self._set(key))
        if key[0] in _SELECTING:
            whole = whole[self._selecting :]
        return tuple(
            Found(value, layer, (*key, number)) for layer, values in whole for number, value in enumerate(values)
        )

    def table(self, *key: str) -> Mapping[str, Found]:
        """The keys of a table, each with the nearest layer's value."""
        merged: dict[str, Found] = {}
        for layer, values in self._set(key):
            for name, value in values.items():
                merged.pop(name, None)  # its place in the order is that of the nearest layer, too
                merged[name] = Found(value, layer, (*key, name))
        return merged

    def nearest_file(self) -> Layer | None:
        """The layer of the configuration file that holds; those before it are files that it extends."""
        return next((layer for layer in reversed(self.layers) if layer.source is not None), None)

    @property
    def _selecting(self) -> int:
        """The number of the nearest layer that has a `select`."""
        numbers = (number for number, layer in enumerate(self.layers) if layer.options.select is not None)
        return max(numbers, default=0)

    def _set(self, key: KeyPath) -> Iterator[tuple[Layer, Any]]:
        for layer in self.layers:
            value: Any = layer.options
            for part in key:
                value = (
                    value.get(part, {}) if isinstance(value, Mapping) else getattr(value, str(part).replace("-", "_"))
                )
            yield layer, value

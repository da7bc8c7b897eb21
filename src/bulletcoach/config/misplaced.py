"""Settings that stand below a table of the file, and so would be taken for a part of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bulletcoach.config.options import LatexOptions, Options, Suppress, keys_of
from bulletcoach.tomlfile import KeyPath, TomlFile

_KEYS = frozenset(key.name for key in keys_of(Options))
_OWN = {"latex": LatexOptions, "suppress": Suppress}


def refuse_misplaced(source: TomlFile, table: object, section: KeyPath) -> None:
    """Raises the error of `source` for a setting that stands in a table where it cannot be meant.

    In TOML a table goes on until the next one begins, so that a key added at the end of a file belongs to the last one.
    """
    for path, keys in _tables(table):
        name = path[0]
        known = frozenset(key.name for key in keys_of(_OWN[name])) if name in _OWN else frozenset()
        for key in keys:
            if key in _KEYS and key not in known:
                header = f"[[{name}]]" if name == "suppress" else f"[{'.'.join(map(str, (*section, *path)))}]"
                message = f"“{key}” stands below {header} and belongs to it; move it above the first table"
                raise source.fail((*section, *path, key), message)


def _tables(table: object) -> Iterator[tuple[tuple[str, *tuple[str | int, ...]], Mapping[str, object]]]:
    """The tables in a configuration, each with its path; those of rules and suppressions one by one."""
    for name, value in table.items() if isinstance(table, Mapping) else ():
        inner: Iterable[tuple[str | int, object]] = ()
        if isinstance(value, Mapping):
            yield (name,), value
            inner = value.items() if name == "rules" else ()
        elif isinstance(value, list) and name == "suppress":
            inner = enumerate(value)
        yield from (((name, key), one) for key, one in inner if isinstance(one, Mapping))

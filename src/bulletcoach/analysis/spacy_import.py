"""Importing spaCy without its command line.

spaCy's package takes one function from its command line, `spacy.info`, and that brings an HTTP client, a template
engine, a project tool and the rest of the commands along: a quarter of the whole import, for nothing that reads a
bullet. While the package is imported here, something small stands in for that one module. Afterwards it is gone, and
`spacy.info`, `spacy.cli` and whatever else the commands add to the package are there when they are first asked for,
so that other code in the process finds spaCy as it knows it.
"""

from __future__ import annotations

import re
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

_INFO = "spacy.cli.info"
# All that the package's own file says of its command line, in every release since 3.8.7.
_KNOWN = ["from .cli.info import info"]
_NAMED = re.compile(r"\b(?:cli|__getattr__)\b")


def import_spacy() -> Any:
    """The package `spacy`. Raises ImportError as the statement would.

    Where spaCy is imported already, or where its package says anything else of the command line than what is known
    here, this is the plain import.
    """
    if "spacy" in sys.modules or not _takes_only_info():
        return import_module("spacy")
    sys.modules[_INFO] = stand_in = _stand_in()
    try:
        spacy: Any = import_module("spacy")
    finally:
        _remove(stand_in)
    del spacy.info
    spacy.__getattr__ = _rest_of_spacy
    return spacy


def _takes_only_info() -> bool:
    spec = find_spec("spacy")
    try:
        text = Path(spec.origin or "").read_text(encoding="utf-8") if spec is not None else ""
    except (OSError, UnicodeDecodeError):  # no file of its own, or none that is text
        return False
    return [line.partition("#")[0].strip() for line in text.splitlines() if _NAMED.search(line)] == _KNOWN


def _stand_in() -> ModuleType:
    module: Any = ModuleType(_INFO)

    def info(*args: Any, **options: Any) -> Any:  # called by another thread that imports spaCy at the same time
        _remove(module)
        return import_module(_INFO).info(*args, **options)

    module.info = info
    return module  # type: ignore[no-any-return]


def _remove(stand_in: ModuleType) -> None:
    if sys.modules.get(_INFO) is stand_in:
        del sys.modules[_INFO]


def _rest_of_spacy(name: str) -> Any:
    """What a plain import leaves in the package, when it is first asked for: the package's own `__getattr__`."""
    names = vars(sys.modules["spacy"])
    if not name.startswith("__"):  # any module is asked for names like __wrapped__
        import_module("spacy.cli")
        if name == "info":
            names["info"] = import_module(_INFO).info
    # The commands ask for parts of spaCy while they are imported themselves, which are then not there yet.
    if name not in names:
        raise AttributeError(f"module 'spacy' has no attribute {name!r}")
    return names[name]

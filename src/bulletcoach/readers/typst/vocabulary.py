"""What the functions of a file and their arguments are: by lexicons/typst.toml, and by the file's own parameters."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bulletcoach.lexicon.records import MacroEntry
from bulletcoach.readers.typst.statements import SINK
from bulletcoach.readers.words import ResumeWords

_JOINT = re.compile(r"(?<=[a-z\d])(?=[A-Z])")
_ARGUMENT = "argument-"
_NOTHING = MacroEntry("typst", "", ())
_MOST_KEPT = 10_000
_BY_KEY = {
    "title": "title", "employer": "employer", "place": "place", "start": "start", "end": "end", "dates": "dates",
    "bullets": "body", "prose": "about", "tags": "hidden",
}  # fmt: skip
"""What a key of JSON or YAML is as an argument, where lexicons/typst.toml does not know it."""


class Vocabulary:
    """Looks functions and arguments up. `own` are the parameters of the functions that the file itself defines."""

    def __init__(self, words: ResumeWords, own: Mapping[str, tuple[str, ...]]) -> None:
        self._own = own
        self._keys = words.keys
        macros = words.macros.get("typst", {})
        self._by_name = {folded_name(name): entry for name, entry in macros.items() if "*" not in name}
        self._patterns = [(name.lower(), entry) for name, entry in macros.items() if "*" in name]
        self._known: dict[str, MacroEntry] = {}

    def function(self, name: str) -> MacroEntry:
        """The entry of a function; one with an empty role where the lexicon has none."""
        if name not in self._known:
            if len(self._known) > _MOST_KEPT:
                self._known.clear()
            self._known[name] = self._looked_up(folded_name(name))
        return self._known[name]

    def is_own(self, name: str) -> bool:
        """Whether the file itself defines a function of this name."""
        return name in self._own

    def symbol(self, name: str) -> str | None:
        """What a symbol is read as."""
        entry = self.function(name)
        return entry.text if entry.role == "symbol" else None

    def argument(self, function: str, name: str, position: int) -> str:
        """The role of an argument by its name, or by its place among the positional ones; empty for an unknown one."""
        if not name and function in self._own:
            name = _parameter(self._own[function], position)
        arguments = self.function(function).arguments
        if name:
            role = self._by_name.get(f"{folded_name(name)}:", _NOTHING).role.removeprefix(_ARGUMENT)
            role = role or _BY_KEY.get(self._keys.get(folded_name(name).replace("-", " "), ""), "")
            return "employer" if role == "name" and arguments[:1] == ("employer",) else role
        return arguments[position] if position < len(arguments) else ""

    def _looked_up(self, name: str) -> MacroEntry:
        if name in self._by_name:
            return self._by_name[name]
        for pattern, entry in self._patterns:
            tail = pattern.startswith("*") and name.endswith(pattern[1:])
            head = pattern.endswith("*") and name.startswith(pattern[:-1])
            if tail or head:
                return entry
        return _NOTHING


def _parameter(parameters: tuple[str, ...], position: int) -> str:
    """The name of the parameter that an argument is given to."""
    if position < len(parameters):
        return parameters[position].removeprefix(SINK)
    last = parameters[-1] if parameters else ""
    return last.removeprefix(SINK) if last.startswith(SINK) else ""


def folded_name(name: str) -> str:
    """`cvEntry`, `cv_entry` and `cv-entry` are one name."""
    return _JOINT.sub("-", name).replace("_", "-").lower()

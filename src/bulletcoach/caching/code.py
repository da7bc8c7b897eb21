"""Our own code as files: what was made with it is right as long as they are the same."""

from __future__ import annotations

import os

_PACKAGE = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120
# What lexicons and facts are read, checked and kept with. Whole folders, so that a new module is among them; the tests
# follow the imports, and find what else there is.
_FOLDERS = ("caching", "lexicon", "model")
_MODULES = ("errors.py", "tomlfile.py")


def code_files(*more: str) -> dict[str, str]:
    """The paths of the code that lexicons and facts depend on, and of all modules in `more` folders of the package.

    By their names within the package, as strings, since there are dozens on every run. Empty where a folder is missing:
    code need not be kept as files.
    """
    found = {name: os.path.join(_PACKAGE, name) for name in _MODULES}  # noqa: PTH118
    try:
        for folder in (*_FOLDERS, *more):
            home = os.path.join(_PACKAGE, folder)  # noqa: PTH118
            names = [name for name in os.listdir(home) if name.endswith(".py")]  # noqa: PTH208
            found |= {f"{folder}/{name}": f"{home}/{name}" for name in sorted(names)}
    except OSError:
        return {}
    return found

"""What facts are made of, beside a bullet's text and the lexicons: our own code, the packages it uses, the model.

Whatever of it changes, bullets may be read in another way, so none of this is a matter of remembering to raise a
number: it is the files themselves. Paths are strings here, since there are seventy on every run.
"""

from __future__ import annotations

import os
from importlib.util import find_spec

from bulletcoach.analysis.model_files import files_of_model
from bulletcoach.caching.code import code_files

_FOLDERS = ("analysis", "analysis/pipeline")
# Those that decide how a text is parsed, or how like two words are, with the module that says their version.
_PACKAGES = {
    "spacy": "about.py",
    "thinc": "about.py",
    "blis": "about.py",
    "numpy": "version.py",
    "rapidfuzz": "__init__.py",
}


def ingredients() -> dict[str, str] | None:
    """The paths of the files that decide, by names that are the same wherever they are installed.

    None where a part is missing: the model, a package, or our own code, which need not be kept as files.
    """
    parts = (code_files(*_FOLDERS), _versions(), files_of_model())
    return {name: path for part in parts for name, path in part.items()} if all(parts) else None


def _versions() -> dict[str, str]:
    found: dict[str, str] = {}
    for package, module in _PACKAGES.items():
        spec = find_spec(package)
        if spec is None or spec.origin is None:
            return {}
        found[f"{package}/{module}"] = os.path.join(os.path.dirname(spec.origin), module)  # noqa: PTH118, PTH120
    return found

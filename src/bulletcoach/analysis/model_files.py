"""The files of the language model: where they are, and whether they are those that bulletcoach was tested with."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import msgspec
from msgspec import Struct

from bulletcoach.analysis.model import find_model

_DIGESTS = "model.sha256"
_BLOCK = 1 << 20


class ModelFiles(Struct, frozen=True):
    """An installed model. `missing` and `changed` are those of its files that are not as recorded."""

    package: str
    folder: Path
    version: str
    missing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


def files_of_model() -> dict[str, str]:
    """The paths of all files of the model that would be used, by names that are the same wherever it is installed.

    Nothing of it is imported or read. Empty where there is no model.
    """
    home = _home()
    if home is None:
        return {}
    found: dict[str, str] = {}
    for folder, folders, names in os.walk(home):
        folders[:] = sorted({*folders} - {"__pycache__"})
        inside = f"{home.name}{folder.removeprefix(str(home))}"
        found |= {f"{inside}/{name}": f"{folder}/{name}" for name in sorted(names)}
    return found


def installed_model() -> ModelFiles | None:
    """The model that would be used, its files compared; nothing of it is imported. None where there is none."""
    home = _home()
    if home is None:
        return None
    # A model's package holds one folder of data, named after package and version.
    folder = next((data.parent for data in sorted(home.glob("*/config.cfg"))), home)
    compared = {name: _digest(folder / name) == digest for name, digest in recorded_digests()}
    missing = tuple(name for name in compared if not (folder / name).is_file())
    changed = tuple(name for name, is_same in compared.items() if not is_same and name not in missing)
    return ModelFiles(home.name, folder, _version(home), missing, changed)


def recorded_digests() -> Iterator[tuple[str, str]]:
    """The data files of the model, each with its SHA-256."""
    text = Path(__file__).with_name(_DIGESTS).read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            digest, name = line.split("  ", 1)
            yield name, digest


def _home() -> Path | None:
    """The folder of the model's package."""
    package = find_model()
    spec = find_spec(package) if package else None
    return Path(spec.origin).parent if spec is not None and spec.origin is not None else None


def _version(home: Path) -> str:
    try:
        meta = msgspec.json.decode((home / "meta.json").read_bytes())
        return str(meta["version"])
    except (OSError, ValueError, KeyError, TypeError):
        return "unknown"


def _digest(file: Path) -> str | None:
    import hashlib  # 3 ms, for which OpenSSL is loaded

    digest = hashlib.sha256()
    try:
        with file.open("rb") as stream:
            while block := stream.read(_BLOCK):
                digest.update(block)
    except OSError:
        return None
    return digest.hexdigest()

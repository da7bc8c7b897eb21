"""Repository: what a service that shows findings beside the files calls them, wherever the check was started."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path, PurePath

from msgspec import Struct

# Where GitHub's and GitLab's runners have checked the repository out.
_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")


class Repository(Struct, frozen=True):
    """The folder that paths count from."""

    root: Path

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> Repository:
        """The checkout that a CI runner names; else the working folder."""
        return cls(Path(next((environment[name] for name in _ROOTS if environment.get(name)), ".")))

    def path(self, path: str) -> str:
        """The path from the root, with forward slashes; that of a file outside as it was given."""
        try:
            # Nothing is resolved: a link goes by its own name.
            found = os.path.relpath(os.path.abspath(path), os.path.abspath(self.root))  # noqa: PTH100
        except ValueError:  # another drive
            found = path
        return PurePath(path if PurePath(found).parts[:1] == (os.pardir,) else found).as_posix()


def uri(path: str) -> str:
    """The path, with forward slashes, as a URI reference: percent-encoded, and with a scheme if it is absolute."""
    encoded = "".join(chr(byte) if byte in _UNRESERVED else f"%{byte:02X}" for byte in os.fsencode(path))
    if PurePath(path).is_absolute():
        return f"file://{encoded}" if encoded.startswith("/") else f"file:///{encoded}"
    return encoded

"""Where this program comes from: what pre-commit needs to fetch the same."""

from __future__ import annotations

import json
import re
from importlib.metadata import Distribution, distribution
from pathlib import Path

from msgspec import Struct

_PERCENT = re.compile(rb"%([0-9a-fA-F]{2})")
_PASSWORD = re.compile(r"(?<=://)[^/@]*@")
_REMOTE = re.compile(r'^\[remote "origin"\](?:\n(?!\[).*)*?\n\s*url\s*=\s*(\S+)', re.MULTILINE)
_ADDRESS = re.compile(r"(?:https?|ssh|git)://|[\w.-]+@[\w.-]+:")
_COMMIT = re.compile(r"[0-9a-f]{40,64}")
_HOMES = ("source", "source code", "repository", "code", "homepage")


class Origin(Struct, frozen=True):
    """A repository and a commit or tag of it; `note` says what a reader must know or do about it, if anything."""

    repo: str
    rev: str
    note: str = ""
    is_known: bool = True


def find_origin(installed: Distribution | None = None) -> Origin:
    """The origin of this installation, or a stand-in for it where that is not known."""
    installed = installed or distribution("bulletcoach")
    return _fetched(installed) or _published(installed) or _unknown(installed)


def _fetched(installed: Distribution) -> Origin | None:
    """The repository that the installer got it from, or the checkout on this machine (PEP 610)."""
    told = json.loads(installed.read_text("direct_url.json") or "{}")
    url = str(told.get("url", ""))
    if told.get("vcs_info", {}).get("vcs") == "git":
        return Origin(_PASSWORD.sub("", url) if url.startswith("http") else url, told["vcs_info"]["commit_id"])
    if "dir_info" in told and url.startswith("file://"):
        return _checkout(_path(url))
    return None


def _checkout(folder: Path) -> Origin | None:
    """A checkout by the address that it was cloned from, else by its place on this machine."""
    try:
        commit = _commit(folder / ".git")
        if commit is None:
            return None
        remote = _REMOTE.search((folder / ".git" / "config").read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return None
    if remote and _ADDRESS.match(remote[1]):
        return Origin(_PASSWORD.sub("", remote[1]) if remote[1].startswith("http") else remote[1], commit)
    return Origin(folder.as_posix(), commit, "a folder on this machine; for others, put an address here")


def _commit(git: Path) -> str | None:
    """The commit that is checked out."""
    head = (git / "HEAD").read_text(encoding="utf-8").strip()
    if head.startswith("ref: "):
        name = head.removeprefix("ref: ")
        if (git / name).is_file():
            head = (git / name).read_text(encoding="utf-8").strip()
        elif (git / "packed-refs").is_file():
            packed = (line.split(" ") for line in (git / "packed-refs").read_text(encoding="utf-8").splitlines())
            head = next((words[0] for words in packed if words[1:] == [name]), "")
    return head if _COMMIT.fullmatch(head) else None


def _published(installed: Distribution) -> Origin | None:
    """The repository that its package names."""
    urls = dict(entry.split(", ", 1) for entry in installed.metadata.get_all("Project-URL") or () if ", " in entry)
    by_label = {label.lower(): url for label, url in urls.items()}
    home = next((by_label[label] for label in _HOMES if label in by_label), None)
    return Origin(home, f"v{installed.version}") if home else None


def _unknown(installed: Distribution) -> Origin:
    note = "put the address here that bulletcoach is cloned from"
    return Origin("https://github.com/YOUR/bulletcoach", f"v{installed.version}", note, is_known=False)


def _path(url: str) -> Path:
    """The path in a file URL."""
    data = url.removeprefix("file://").encode()
    path = _PERCENT.sub(lambda match: bytes.fromhex(match[1].decode()), data).decode("utf-8", "surrogateescape")
    return Path(path[1:] if re.match(r"/[A-Za-z]:", path) else path)

"""Where the hook is fetched from, by what the installer has left behind."""

from __future__ import annotations

import json
import os
from importlib.metadata import Distribution
from pathlib import Path
from typing import Any

import pytest

from bulletcoach.adoption import Origin, find_origin

COMMIT = "0123456789abcdef0123456789abcdef01234567"
PACKED = f"# pack-refs with: peeled\n{'f' * 40} refs/heads/a\n{COMMIT} refs/heads/a/b\n"
LOCAL = "a folder on this machine; for others, put an address here"


class Installed(Distribution):
    """An installation with these files of metadata."""

    def __init__(self, direct_url: dict[str, Any] | None = None, *urls: str) -> None:
        lines = [
            "Metadata-Version: 2.4",
            "Name: bulletcoach",
            "Version: 1.2.0",
            *(f"Project-URL: {url}" for url in urls),
        ]
        self._files = {"METADATA": "\n".join(lines) + "\n"}
        if direct_url is not None:
            self._files["direct_url.json"] = json.dumps(direct_url)

    def read_text(self, filename: str) -> str | None:
        return self._files.get(filename)

    def locate_file(self, path: str | os.PathLike[str]) -> Any:
        return Path(path)


def checkout(folder: Path, files: dict[str, str]) -> dict[str, Any]:
    """A folder with these files in its `.git`, as what was installed."""
    for name, text in files.items():
        (folder / ".git" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / ".git" / name).write_text(text, encoding="utf-8")
    return {"url": folder.as_uri(), "dir_info": {"editable": True}}


def remote(url: str) -> str:
    return f'[core]\n\tbare = false\n[remote "up"]\n\turl = x\n[remote "origin"]\n\tfetch = +refs\n\turl = {url}\n[a]\n'


@pytest.mark.parametrize(
    ("url", "repo"),
    [
        ("https://git.example.org/bc.git", "https://git.example.org/bc.git"),
        ("https://ann:secret@git.example.org/bc.git", "https://git.example.org/bc.git"),
        ("ssh://git@git.example.org/bc.git", "ssh://git@git.example.org/bc.git"),
        ("git@git.example.org:ann/bc.git", "git@git.example.org:ann/bc.git"),
    ],
)
def test_a_repository_by_its_address_and_commit(url: str, repo: str, tmp_path: Path) -> None:
    vcs = {"url": url, "vcs_info": {"vcs": "git", "commit_id": COMMIT}}
    assert find_origin(Installed(vcs)) == Origin(repo, COMMIT)
    cloned = checkout(tmp_path, {"HEAD": f"{COMMIT}\n", "config": remote(url)})
    assert find_origin(Installed(cloned)) == Origin(repo, COMMIT)


@pytest.mark.parametrize(
    "files",
    [
        {"HEAD": "ref: refs/heads/main\n", "refs/heads/main": f"{COMMIT}\n", "config": "[core]\n"},
        {"HEAD": "ref: refs/heads/a/b\n", "packed-refs": PACKED, "config": "[core]\n"},
        {"HEAD": f"{COMMIT}\n", "config": remote("/srv/git/bulletcoach")},
    ],
    ids=["branch", "packed", "detached, cloned from this machine"],
)  # fmt: skip
def test_a_checkout_without_an_address_by_its_place(files: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "Ann's é%20 tools"
    assert find_origin(Installed(checkout(folder, files))) == Origin(folder.as_posix(), COMMIT, LOCAL)


@pytest.mark.parametrize(
    "urls",
    [
        ["Source, https://git.example.org/bc"],
        [
            "Documentation, https://x.example.org",
            "Homepage, https://y.example.org",
            "source, https://git.example.org/bc",
        ],
        ["Repository, https://git.example.org/bc"],
    ],
)
def test_a_published_package_by_the_home_it_names(urls: list[str], tmp_path: Path) -> None:
    archive = {"url": "file:///tmp/bulletcoach-1.2.0.whl", "archive_info": {}}
    unpacked = {"url": tmp_path.as_uri(), "dir_info": {}}
    for direct_url in (None, archive, unpacked):
        assert find_origin(Installed(direct_url, *urls)) == Origin("https://git.example.org/bc", "v1.2.0")


@pytest.mark.parametrize(
    "files",
    [{}, {"HEAD": "ref: refs/heads/main\n"}, {"HEAD": "nonsense\n", "config": ""}, {"HEAD": f"{COMMIT}\n"}],
    ids=["no repository", "no commit yet", "broken", "no configuration"],
)
def test_what_is_not_known_is_a_stand_in_that_says_so(files: dict[str, str], tmp_path: Path) -> None:
    origin = find_origin(Installed(checkout(tmp_path, files)))
    assert not origin.is_known
    assert (origin.repo, origin.rev) == ("https://github.com/YOUR/bulletcoach", "v1.2.0")
    assert origin.note == "put the address here that bulletcoach is cloned from"


def test_this_installation_has_one() -> None:
    assert find_origin().repo

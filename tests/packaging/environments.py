"""Fresh copies of the project and fresh Python environments, for tests that install it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_OWN = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")


def need_index() -> None:
    """Skip the test where no package index can be reached; under CI that is a failure."""
    probe = subprocess.run(
        [sys.executable, "-m", "pip", "index", "versions", "hatchling"], capture_output=True, timeout=60
    )
    if probe.returncode:
        reason = "no package index can be reached"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


def run(*command: str | Path, cwd: Path, code: int | None = 0, **variables: str) -> str:
    """Run a command without our own environment getting in its way; its output, or a failure that shows it."""
    kept = {name: value for name, value in os.environ.items() if name not in _OWN}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env={**kept, "PYTHONUTF8": "1", **variables}, timeout=600,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
    )  # fmt: skip
    assert code in (None, done.returncode), f"{command} ended with {done.returncode}:\n{done.stdout}"
    return done.stdout


def copy_of_the_project(folder: Path) -> Path:
    """What git tracks or would track, copied into `folder`: a build cannot pick up anything else."""
    listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT)
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    return folder


class Environment:
    """A virtual environment. With `borrowing`, it sees the packages that run these tests, and needs no downloads."""

    def __init__(self, folder: Path, *, borrowing: bool) -> None:
        venv.create(folder, with_pip=True)
        self.scripts = folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = self.scripts / ("python.exe" if os.name == "nt" else "python")
        self._folder = folder
        if borrowing:
            code = "import sysconfig; print(sysconfig.get_path('purelib'))"
            packages = Path(run(self.python, "-c", code, cwd=folder).strip())
            ours = [path for path in sys.path if path.endswith(("site-packages", "dist-packages"))]
            (packages / "borrowed.pth").write_text("\n".join(ours) + "\n", encoding="utf-8")

    def pip_install(self, *arguments: str | Path) -> None:
        run(self.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments, cwd=self._folder)

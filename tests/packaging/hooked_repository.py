"""Repositories whose commits are looked at by the hooks of this project, as it is now."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from environments import copy_of_the_project, run
from filelock import FileLock

IDENTITY = (
    "-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false",
    "-c", "core.autocrlf=false",
)  # fmt: skip


class HookedRepository:
    """A repository with a configuration of pre-commit. The environments of the hooks are kept in `home`."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        self._variables = {"PRE_COMMIT_HOME": str(home), "PRE_COMMIT_COLOR": "never"}

    def use(self, project: Path, *hooks: str, args: str = "[]") -> HookedRepository:
        """Switch these hooks on, for every commit from now on."""
        self.git("init", "--quiet")
        lines = [f"repos:\n- repo: {project.as_posix()}\n  rev: {head_of(project)}\n  hooks:\n"]
        lines += (f"  - id: {hook}\n    args: {args}\n" for hook in hooks)
        self.write({".pre-commit-config.yaml": "".join(lines)})
        self.pre_commit("install", "--install-hooks")
        return self

    def write(self, files: Mapping[str, str | bytes]) -> None:
        for name, content in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def commit(self, files: Mapping[str, str | bytes], *, code: int) -> str:
        """Commit files; the output of git and of the hooks."""
        self.write(files)
        self.git("add", "--all")
        return self.git("commit", "--message", "now", code=code)

    def git(self, *arguments: str, code: int = 0) -> str:
        return run("git", *IDENTITY, *arguments, cwd=self.folder, code=code, **self._variables)

    def pre_commit(self, *arguments: str | Path, code: int = 0, **variables: str) -> str:
        command = (sys.executable, "-m", "pre_commit", *arguments)
        return run(*command, cwd=self.folder, code=code, **{**self._variables, **variables})


def committed_project(folder: Path) -> Path:
    """This project at its state of now, as a repository with one commit that is the same wherever it is made."""
    project = copy_of_the_project(folder)
    when = "2024-01-01T00:00:00Z"
    run("git", "init", "--quiet", cwd=project)
    run("git", *IDENTITY, "add", "--all", cwd=project)
    commit = ("commit", "--quiet", "--message", "now")
    run("git", *IDENTITY, *commit, cwd=project, GIT_AUTHOR_DATE=when, GIT_COMMITTER_DATE=when)
    return project


def shared_by_workers(factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The project, committed, and the home of pre-commit: the same for all processes of a test run.

    pre-commit installs one after the other, so that the first process to come pays for all.
    """
    base = factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "hooks"
    shared.mkdir(exist_ok=True)
    with FileLock(shared / "lock"):
        project = shared / "project"
        if not project.exists():
            (shared / "making").mkdir()
            committed_project(shared / "making").rename(project)
    return project, shared / "home"


def head_of(project: Path) -> str:
    return run("git", "rev-parse", "HEAD", cwd=project).strip()

"""The pre-commit hook, run by pre-commit itself on real commits."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from environments import copy_of_the_project, need_index, run

pytestmark = [pytest.mark.index, pytest.mark.slow]

GOOD = "- Cut refund errors by 40% in one season by rewriting the returns checklist\n"
DUTY = "- Responsible for the returns desk\n"
IDENTITY = ("-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository that uses the hook of this project, at its state of now."""
    need_index()
    project = copy_of_the_project(tmp_path_factory.mktemp("hook"))
    git(project, "init", "--quiet")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "now")
    resumes = tmp_path_factory.mktemp("resumes")
    git(resumes, "init", "--quiet")
    config = f"""\
repos:
  - repo: {project.as_posix()}
    rev: {git(project, "rev-parse", "HEAD").strip()}
    hooks:
      - id: bulletcoach
"""
    (resumes / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    run(sys.executable, "-m", "pre_commit", "install", "--install-hooks", cwd=resumes, PRE_COMMIT_HOME=home_of(resumes))
    return resumes


def test_a_duty_blocks_the_commit_and_a_better_bullet_passes(repository: Path) -> None:
    blocked = commit(repository, "resume.txt", DUTY, code=1)
    assert "resume.txt:1:3: BC101" in blocked
    assert "Failed" in blocked
    passed = commit(repository, "resume.txt", GOOD, code=0)
    assert "Passed" in passed


def test_a_file_that_is_no_resume_is_left_alone(repository: Path) -> None:
    assert "Skipped" in commit(repository, "notes.txt", DUTY, code=0)


def commit(repository: Path, name: str, text: str, code: int) -> str:
    """Commit one file; the output of git and of the hook."""
    (repository / name).write_text(text, encoding="utf-8")
    git(repository, "add", "--all")
    return git(repository, "commit", "--message", name, code=code, PRE_COMMIT_HOME=home_of(repository))


def git(folder: Path, *arguments: str, code: int = 0, **variables: str) -> str:
    return run("git", *IDENTITY, *arguments, cwd=folder, code=code, **variables)


def home_of(repository: Path) -> str:
    """Where pre-commit keeps its environments: beside the repository, not in the user's home."""
    return str(repository.with_name(f"{repository.name}-home"))

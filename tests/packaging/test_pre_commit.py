"""The hooks, run by pre-commit itself on real commits."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from environments import ROOT, Environment, need_index, run
from hooked_repository import HookedRepository, committed_project, shared_by_workers

pytestmark = [pytest.mark.index, pytest.mark.slow]

GOOD = "- Cut refund errors by 40% in one season by rewriting the returns checklist\n"
DUTY = "- Responsible for the returns desk\n"
FORMATS = ROOT / "tests" / "readers" / "formats"
NAMES = ("Jane Doe Resume.md", "cv/été.txt", "Zoë's résumé (2024).rst", "cv/$HOME;.md")

Use = Callable[..., HookedRepository]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The project and the home of pre-commit, in which the hooks are installed once for all tests here."""
    need_index()
    return shared_by_workers(tmp_path_factory)


@pytest.fixture
def use(shared: tuple[Path, Path], tmp_path: Path) -> Use:
    """`use("bulletcoach")`: a repository with these hooks."""
    project, home = shared
    return lambda *hooks, **rest: HookedRepository(tmp_path, home).use(project, *hooks, **rest)


def test_duties_block_a_commit_and_better_bullets_pass(use: Use) -> None:
    repository = use("bulletcoach")
    blocked = repository.commit(dict.fromkeys(NAMES, DUTY), code=1)
    for name in NAMES:
        assert f"{name}:1:3: BC101 " in blocked
    told, _, findings = blocked.partition("- exit code: 1\n\n")
    assert "bulletcoach....." in told
    # A line for each file, and one that says how to go on.
    *lines, last = findings.strip().splitlines()
    assert len(lines) == len(NAMES)
    assert last == "bulletcoach: note: “bulletcoach check” with --format text shows advice and rewrites"

    passed = repository.commit(dict.fromkeys(NAMES, GOOD), code=0)
    assert re.search(r"^bulletcoach\.+Passed$", passed, re.MULTILINE)
    assert "BC" not in passed


def test_what_is_no_resume_or_excluded_is_left_alone(use: Use) -> None:
    repository = use("bulletcoach")
    others = ("notes.txt", "rendercv_output/Jane_CV.md", "cv/README.md", "cvss.json", ".github/workflows/cv.yml")
    assert "(no files to check)Skipped" in repository.commit(dict.fromkeys(others, DUTY), code=0)
    settings = 'exclude = ["old/", "*-draft.md"]\n'
    excluded = {"bulletcoach.toml": settings, "old/resume.md": DUTY, "cv/jane-draft.md": DUTY}
    passed = repository.commit(excluded, code=0)
    assert re.search(r"^bulletcoach\.+Passed$", passed, re.MULTILINE)


def test_many_files_are_one_run(use: Use) -> None:
    """One process, which loads the language model once; it says at its end how many files there were."""
    repository = use("bulletcoach", args="[--verbose]")
    blocked = repository.commit({f"cv/{number:02}.md": DUTY for number in range(40)}, code=1)
    assert re.findall(r"(\d+) files in [\d.]+ s", blocked) == ["40"]


def test_a_fix_is_made_and_blocks_once(use: Use) -> None:
    repository = use("bulletcoach-fix")
    blocked = repository.commit({"jane resume.txt": GOOD.replace("Cut refund", "Cut  refund")}, code=1)
    assert "- files were modified by this hook" in blocked
    assert "exit code" not in blocked
    assert (repository.folder / "jane resume.txt").read_bytes() == GOOD.encode()
    assert "Passed" in repository.commit({}, code=0)

    blocked = repository.commit({"cv.md": DUTY}, code=1)
    assert "cv.md:1:3: BC101 " in blocked
    assert "modified" not in blocked


def test_documents_have_a_hook_of_their_own(use: Use) -> None:
    repository = use("bulletcoach", "bulletcoach-documents")
    files = {
        "Jané Resume.docx": (FORMATS / "docx" / "spaces.docx").read_bytes(),
        "cv/jane.pdf": (FORMATS / "pdf" / "europass-2020.pdf").read_bytes(),
    }
    blocked = repository.commit(files, code=1)
    assert re.search(r"^bulletcoach\.+\(no files to check\)Skipped$", blocked, re.MULTILINE)
    assert re.search(r"^bulletcoach \(documents\)\.+Failed$", blocked, re.MULTILINE)
    assert "Jané Resume.docx, paragraph " in blocked
    assert "cv/jane.pdf, page 1, line " in blocked


def test_init_leads_to_a_blocked_commit(shared: tuple[Path, Path], tmp_path: Path) -> None:
    """As a newcomer goes about it: installed from a checkout, set up, old findings known, a new one refused."""
    project, home = shared
    environment = Environment(tmp_path / "env", borrowing=True)
    environment.pip_install("--no-deps", project)
    repository = HookedRepository(tmp_path / "my résumés", home)
    repository.write({"cv.md": "- In charge of the till\n"})
    repository.git("init", "--quiet")
    told = run(environment.scripts / "bulletcoach", "init", "--baseline", cwd=repository.folder)
    assert "Written: .pre-commit-config.yaml" in told
    repository.pre_commit("install", "--install-hooks")
    assert "Passed" in repository.commit({}, code=0)
    blocked = repository.commit({"cv.md": f"- In charge of the till\n{DUTY}"}, code=1)
    assert re.findall(r"^cv\.md:\d+", blocked, re.MULTILINE) == ["cv.md:2"]


def test_the_hooks_can_be_tried_on_the_working_tree(
    shared: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    """`try-repo` takes what is not committed yet, and an environment of its own; it borrows the packages of ours."""
    project = committed_project(tmp_path_factory.mktemp("tried"))
    manifest = project / ".pre-commit-hooks.yaml"
    manifest.write_text(
        manifest.read_text(encoding="utf-8").replace("name: bulletcoach\n", "name: tried\n"), encoding="utf-8"
    )
    repository = HookedRepository(tmp_path, shared[1])
    repository.git("init", "--quiet")
    repository.write({"resume.md": DUTY, "cv.md": GOOD})
    repository.git("add", "--all")
    borrowed = os.pathsep.join(path for path in sys.path if path.endswith(("site-packages", "dist-packages")))
    tried = repository.pre_commit("try-repo", project, "bulletcoach", "--all-files", code=1, PYTHONPATH=borrowed)
    assert re.search(r"^tried\.+Failed$", tried, re.MULTILINE)
    assert tried.count("BC101") == 1

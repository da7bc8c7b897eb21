"""However it is installed, the lexicons are found: from a wheel, an sdist, an editable install, a tool environment."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from environments import ROOT, Environment, copy_of_the_project, need_index, run

pytestmark = [pytest.mark.index, pytest.mark.slow]

RESUME = "- Responsible for the returns desk\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    need_index()
    return copy_of_the_project(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="module")
def built(project: Path) -> Path:
    """The folder with the sdist, and the wheel that was built from it."""
    run(sys.executable, "-m", "build", project, "--outdir", project / "dist", cwd=project)
    return project / "dist"


def only(folder: Path, pattern: str) -> Path:
    (path,) = folder.glob(pattern)
    return path


def test_a_wheel(built: Path, tmp_path: Path) -> None:
    environment = Environment(tmp_path / "env", borrowing=True)
    environment.pip_install("--no-deps", only(built, "*.whl"))
    _works(environment, tmp_path)


def test_an_editable_install(project: Path, tmp_path: Path) -> None:
    environment = Environment(tmp_path / "env", borrowing=True)
    environment.pip_install("--no-deps", "--editable", project)
    _works(environment, tmp_path)


def test_an_sdist_as_a_tool_of_its_own(built: Path, tmp_path: Path) -> None:
    """As pipx does: an environment with nothing but the tool and what it depends on, called by a link on the PATH."""
    environment = Environment(tmp_path / "env", borrowing=False)
    environment.pip_install(only(built, "*.tar.gz"))
    _works(environment, tmp_path)
    if os.name != "nt":
        (tmp_path / "bin").mkdir()
        (tmp_path / "bin" / "bulletcoach").symlink_to(environment.scripts / "bulletcoach")
        path = os.pathsep.join((str(tmp_path / "bin"), os.environ["PATH"]))
        assert "verbs.toml" in run("bulletcoach", "lexicon", "lookup", "led", cwd=tmp_path, PATH=path)


def _works(environment: Environment, folder: Path) -> None:
    """The installed command finds its lexicons and its model, and is typed for its users."""
    command = environment.scripts / "bulletcoach"
    assert "file: lexicons/verbs.toml" in run(command, "lexicon", "lookup", "led", cwd=folder)
    assert '"$schema"' in run(command, "schema", cwd=folder)
    (folder / "cv.txt").write_text(RESUME, encoding="utf-8")
    assert "cv.txt:1:3: BC101" in run(command, "check", "cv.txt", cwd=folder, code=1)
    assert "@page {" in run(command, "check", "cv.txt", "--format", "html", cwd=folder, code=1)
    where = run(environment.python, "-c", "import bulletcoach; print(bulletcoach.__file__)", cwd=folder).strip()
    assert not Path(where).is_relative_to(ROOT / "src")
    assert Path(where).with_name("py.typed").is_file()

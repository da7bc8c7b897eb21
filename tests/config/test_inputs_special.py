"""Links, pipes and devices: none makes a search leave its folder, wait or fail."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from input_trees import Tree

from bulletcoach.inputs import Input, InputProblem, find_inputs, read_input

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there, and there are no pipes")


def test_a_link_out_of_the_folder_is_not_followed(tree: Tree) -> None:
    tree.add(["out/resume.txt", "out/more/cv.txt", "in/cv.txt"])
    (tree.top / "in" / "my-resume.txt").symlink_to(tree.top / "out" / "resume.txt")
    (tree.top / "in" / "resumes").symlink_to(tree.top / "out" / "more")
    (tree.top / "in" / "other").symlink_to(tree.top / "out" / "more")
    found = tree.search("in")
    assert found.files == ["in/cv.txt"]
    assert found.notes == [
        f"in/{name} was skipped: it is a link that leads out of the folder; name it to check it"
        for name in ("my-resume.txt", "resumes")
    ]
    assert tree.search("in/my-resume.txt", "in/resumes").files == ["in/my-resume.txt", "in/resumes/cv.txt"]


def test_a_link_within_the_folder_is_its_file(tree: Tree) -> None:
    tree.add(["data/2024.txt", "resume.txt"])
    (tree.top / "current-cv.txt").symlink_to("resume.txt")
    (tree.top / "old-cv.txt").symlink_to(Path("data", "2024.txt"))
    assert tree.search().files == ["old-cv.txt", "resume.txt"]


def test_loops_and_links_that_lead_nowhere_do_no_harm(tree: Tree) -> None:
    tree.add(["cv/a.txt"])
    (tree.top / "cv" / "self-cv.txt").symlink_to("self-cv.txt")
    (tree.top / "cv" / "gone.txt").symlink_to("nowhere.txt")
    (tree.top / "cv" / "up").symlink_to("..")
    (tree.top / "cv" / "resumes").symlink_to(".")
    found = tree.search()
    assert (found.files, found.problems) == (["cv/a.txt"], [])
    assert found.notes == [
        "cv/gone.txt was skipped: it is a link that leads nowhere",
        "cv/self-cv.txt was skipped: it is a link that leads nowhere",
    ]
    assert tree.search("cv/self-cv.txt").problems == ["cv/self-cv.txt: no such file or folder"]


def test_a_folder_may_be_searched_through_a_link(tree: Tree) -> None:
    tree.add(["data/notes/2024.txt", "data/cv.txt"])
    (tree.top / "resumes").symlink_to(Path("data", "notes"))
    assert tree.search("resumes").files == ["resumes/2024.txt"]


def test_special_files_in_a_folder_are_passed_over(tree: Tree) -> None:
    tree.add(["cv.txt"])
    os.mkfifo(tree.top / "pipe-cv.txt")
    found = tree.search()
    assert found.files == ["cv.txt"]
    assert found.notes == ["pipe-cv.txt was skipped: it is not an ordinary file; name it to check it"]


def test_special_files_that_are_named_give_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.txt")
        results = [
            read_input(found) if isinstance(found, Input) else found
            for found in find_inputs(["pipe.txt", "socket.txt", "/dev/null"])
        ]
    assert [result.message for result in results if isinstance(result, InputProblem)] == [
        "pipe.txt: cannot be read: it is a named pipe, not a file; use “-” and redirect it",
        "socket.txt: cannot be read: it is a socket, not a file; name a file",
        "/dev/null: cannot be read: it is a device, not a file; name a file",
    ]
    assert read_input(Input(".", Path())) == InputProblem(
        ".", ".: cannot be read: it is a folder, not a file; name a file"
    )


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"\xff\xfe-cv.txt")  # noqa: PTH118 - bytes
    try:
        with open(path, "wb") as file:  # noqa: PTH123 - bytes
            file.write(b"- Built a shed")
    except OSError:
        pytest.skip("names are UTF-8 here")
    (tmp_path / ".gitignore").write_bytes(b"\xff-cv.txt\n?x-cv.txt\n")
    assert [one.path for one in find_inputs([str(tmp_path)])] == [os.fsdecode(path)]
    (tmp_path / ".gitignore").write_bytes(b"\xff?-cv.txt\n")
    assert not [one for one in find_inputs([str(tmp_path)]) if isinstance(one, Input)]


READ = """
import sys
from bulletcoach.inputs import find_inputs, read_input
for found in find_inputs(sys.argv[1:]):
    source = read_input(found)
    print(found.path, getattr(source, "text", source), source.file, found.is_stream)
"""


@pytest.mark.parametrize("name", ["-", "/dev/stdin", "/dev/fd/0"])
def test_standard_input_by_its_names(name: str) -> None:
    done = subprocess.run([sys.executable, "-c", READ, name, "-"], input=b"- Built", capture_output=True, check=True)
    assert done.stdout.decode() == "<stdin> - Built None True\n"


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="needs /dev/fd")
def test_open_pipes_by_their_names() -> None:
    pipes = [os.pipe() for _ in range(2)]
    for number, (_, end) in enumerate(pipes):
        os.write(end, f"- Built {number}".encode())
        os.close(end)
    names = [f"/dev/fd/{begin}" for begin, _ in pipes]
    done = subprocess.run(
        [sys.executable, "-c", READ, *names], pass_fds=[begin for begin, _ in pipes], capture_output=True, check=True
    )
    for begin, _ in pipes:
        os.close(begin)
    assert done.stdout.decode() == "".join(f"{name} - Built {n} None True\n" for n, name in enumerate(names))


def test_the_configuration_of_a_pipe_is_that_of_the_current_folder() -> None:
    assert Input("/dev/fd/63", Path("/dev/fd/63")).folder == Path.cwd()

"""What the names of files and folders say."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from input_trees import Tree

from bulletcoach.inputs import find_inputs
from bulletcoach.inputs.names import looks_like_resume
from bulletcoach.readers.formats import SUFFIXES


@pytest.mark.parametrize(
    "name",
    [
        "resume.txt", "Resume.MD", "jane-cv.txt", "cv_2024.md", "CV2024.txt", "my résumé.txt", "JaneDoeResume.txt",
        "resumé.docx", "RÉSUMÉ.pdf", "Lebenslauf.text", "resumes.markdown", "résumé (final).txt", "Jane_Doe_CV.yaml",
        "JaneDoeCV.pdf", "CVJaneDoe.tex", "resume.en.typ", "01-resume.org", "cv.rst", "my.cv.adoc", "Resume - Jane.rtf",
        "curriculum vitae.docx", "curriculum-vitae.tex", "curriculum_vitae.md", "CurriculumVitae.pdf", "vitae.txt",
        "curriculumvitae.html", "resume.json", "resume-letter-size.pdf", "resume-for-the-job-at-acme.md",
        "Builder Bob Resume.docx", "resume_config_engineer.tex",
    ],
)  # fmt: skip
def test_names_that_say_resume(name: str) -> None:
    assert looks_like_resume(name)
    assert looks_like_resume(unicodedata.normalize("NFD", name))


@pytest.mark.parametrize(
    "name",
    [
        "notes.txt", "resumed.txt", "cvs-export.txt", "presume.md", "resume", "recvd.txt", "resume.py", "resume.doc",
        "resume.cls", "awesome-cv.sty", "curriculum.md", "resume-job-description.txt", "cv-cover-letter.docx",
        "resume_JobDescription.txt", "Resume README.md", "CoverLetter-Resume.tex", "resume-schema.json",
        "resume.schema.json", "how-to-write-a-resume.md", "resume-builder.md", "cv_tips.txt", "opencv.txt",
    ],
)  # fmt: skip
def test_names_that_do_not(name: str) -> None:
    assert not looks_like_resume(name)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_format_is_found(suffix: str, tree: Tree) -> None:
    tree.add([f"resume{suffix}", "a.png", "resume.png", "resume.sty", "resume.cls", "resume.aux", "resume.tex.bak"])
    assert tree.search().files == [f"resume{suffix}"]


def test_a_folder_named_so_holds_resumes(tree: Tree) -> None:
    tree.add(
        [
            "cv/2024.txt", "cv/old/first.md", "cv/photo.png", "cvs/a.txt", "My Resumes/Claude M.pdf",
            "My Resumes/John.docx", "CV/experience.tex", "resume-builder/notes.md",
        ]
    )  # fmt: skip
    found = tree.search()
    assert sorted(found.files) == [
        "CV/experience.tex",
        "My Resumes/Claude M.pdf",
        "My Resumes/John.docx",
        "cv/2024.txt",
    ]
    assert found.notes == ["3 files were skipped: their names do not say résumé or CV; name them to check them"]


def test_the_current_folder_has_a_name_too(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    tree.add(["lebenslauf/2024.txt"])
    monkeypatch.chdir(tree.top / "lebenslauf")
    assert [one.path for one in find_inputs(["."])] == ["2024.txt"]


OTHERS = [
    "README.md", "readme.txt", "README.de.rst", "job1.txt", "acme-job-description.txt", "JobAd_Acme.txt", "sap-jd.txt",
    "posting 12.md", "cover-letter.tex", "coverletter.docx", "Cover Letter.pdf", "resume-job-description.txt",
    "requirements.txt", "LICENSE.txt", "CHANGELOG.md", "notes.org", "todo.md", "CMakeLists.txt",
    "interview-questions.md", "CLAUDE.md", "AGENTS.md",
]  # fmt: skip


@pytest.mark.parametrize("name", OTHERS)
def test_other_things_in_a_folder_of_resumes_are_left_alone(name: str, tree: Tree) -> None:
    tree.add([f"resume/{name}", "resume/jane.txt"])
    found = tree.search("resume")
    assert found.files == ["resume/jane.txt"]
    told = f"resume/{name} was skipped: its name says that it is something else; name it to check it"
    assert found.notes == [told]
    assert tree.search(f"resume/{name}").files == [f"resume/{name}"]


def test_a_hundred_job_ads_are_one_line(tree: Tree) -> None:
    tree.add([f"resumes/job-{number}.txt" for number in range(100)])
    tree.add(["resumes/mine.txt"])
    found = tree.search()
    assert found.files == ["resumes/mine.txt"]
    assert found.notes == [
        "100 files were skipped: their names say that they are something else, such as resumes/job-0.txt; "
        "name them to check them"
    ]


def test_a_folder_with_other_files_only_says_how_many(tree: Tree) -> None:
    tree.add(["a/notes.txt", "a/.hidden.txt", "b/notes.txt", "b/page.html"])
    found = tree.search("a", "b")
    assert found.problems == [
        "a: no résumé here: 1 file was skipped: its name does not say résumé or CV; name it to check it",
        "b: no résumé here: 2 files were skipped: their names do not say résumé or CV; name them to check them",
    ]
    assert not found.notes


def test_settings_and_the_site_around_a_resume_are_no_resumes(tree: Tree) -> None:
    experience = {
        "resume/jane.yaml": "cv:\n  name: Jane\n  sections:\n    experience:\n      - company: Acme\n",
        "resume/john.json": '{"basics": {"name": "John"}, "work": [{"name": "Acme"}]}',
        "resume/own.yml": "name: Ann\nexperience:\n  - role: Cook\neducation:\n  - school: Culinary\n",
        "resume/cv.html": "<h1>Ann</h1><h2>Work Experience</h2><h2><b>Education</b></h2>",
        "resume/index.html": "<h1>Ann</h1><h2 class='x'>Work&nbsp;Experience</h2><h2><b>Education</b></h2>",
    }
    other = {
        "resume/tsconfig.json": '{"compilerOptions": {}, "references": [], "files": []}',
        "resume/vercel.json": '{"version": 2, "projects": []}',
        "resume/_data.yml": "title: Resume\nlanguages: [en]\nprojects: true\n",
        "resume/site.html": "<h1>Welcome</h1><h2>Projects</h2>",
    }
    tree.add(experience | other)
    found = tree.search()
    assert sorted(found.files) == sorted(experience)
    assert found.notes == [
        "4 files were skipped: nothing in them says résumé, such as resume/_data.yml; name them to check them"
    ]


def test_installed_and_generated_folders_are_passed_over(tree: Tree) -> None:
    passed = ("node_modules/x", "build", "dist", "_site", "venv/lib", "rendercv_output", "vendor", "__pycache__")
    tree.add(
        ["cv.md", "myenv/cv.md", "myenv/pyvenv.cfg", ".venv/cv.md", "public/resume.md", *(f"{n}/cv.md" for n in passed)]
    )
    found = tree.search()
    assert found.files == ["cv.md", "public/resume.md"]
    assert found.notes == [
        "9 folders were skipped: they hold generated or installed files, such as __pycache__; name them to check them"
    ]
    assert tree.search("build", "rendercv_output").files == ["build/cv.md", "rendercv_output/cv.md"]


def test_one_note_for_each_of_a_few(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    tree.add(["cv.md", "rendercv_output/cv.md", "resume-tips.md"])
    monkeypatch.chdir(tree.top)
    notes: list[str] = []
    assert [Path(one.path).name for one in find_inputs(["."], on_skipped=notes.append)] == ["cv.md"]
    assert notes == [
        "resume-tips.md was skipped: its name says that it is something else; name it to check it",
        "rendercv_output was skipped: it holds generated or installed files; name it to check it",
    ]

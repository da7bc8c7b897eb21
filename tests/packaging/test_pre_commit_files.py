"""Which files the hooks look at: what their pattern says of names, and pre-commit of types."""

from __future__ import annotations

import time
import unicodedata
from itertools import product
from pathlib import Path

import pytest
from hook_manifest import hooks, takes
from identify.identify import tags_from_path

from bulletcoach.inputs.names import Says, holds_resumes, said_by
from bulletcoach.inputs.words import file_words
from bulletcoach.readers.formats import BINARY, FORMATS, SUFFIXES

CHECK, FIX, DOCUMENTS = hooks().values()

RESUMES = [
    "resume.txt", "Resume.md", "RESUME.TEX", "resume.yaml", "resume.json", "resumes.md", "resume.en.typ", "résumé.md",
    "RÉSUMÉ.TXT", "resumé.org", "Résumé (2024).txt", "my résumé.rst", "Jane_Doe_Resume.tex", "JaneDoeResume.txt",
    "jane-doe-cv.md", "CV-Jane.typ", "JaneDoeCV.tex", "CVJaneDoe.tex", "CV2024.txt", "cv_2024.md", "my.cv.adoc",
    "01-resume.org", "cv v2.html", "cv.htm", "Zoë's CV.rtf", "Lebenslauf.asciidoc", "lebenslauf-kurz.yml",
    "curriculum vitae.tex", "CurriculumVitae.html", "curriculum_vitae.markdown", "vitae.text",
    "resume-letter-size.tex", "resume-for-the-job-at-acme.md", "resume_config_engineer.tex", "履歴書 cv.md",
    "cv/experience.tex", "CV/experience.tex", "cv/2024.txt", "cv/data.yaml", "My Resumes/Claude M.md",
    "resumes/2024/jane.md", "résumés/été/ann.txt", "people/jane/cv/main.typ", "site/content/resume/index.md",
    "cv/notes-cv.md", "build-cv.md", "docs/resume.md", "out/resume.html", "[cv].md", "$cv;.txt", "cv\n2024.md",
]  # fmt: skip

OTHERS = [
    "notes.txt", "resume", "resumed.txt", "presumed.md", "presume.md", "resume.py", "resume_parser.py", "resume.cls",
    "resume.doc", "resume.tex.bak", "resume.md\n", "cvss.json", "cvs-export.txt", "cv2_settings.yaml", "opencv.txt",
    "recvd.txt", "cvtext.md", "curriculum.md", "awesome-cv.sty", "mcv.json", "resumé", "Makefile", "cv.md/photo.png",
    "cover_letter_resume.md", "CoverLetter-Resume.tex", "resume-job-description.txt", "resume_JobDescription.txt",
    "Resume README.md", "resume-schema.json", "resume.schema.json", "résumé-parser.md", "how-to-write-a-resume.md",
    "cv_tips.txt", "resume-builder/notes.md", "cvs/notes.txt", "cv/README.md", "cv/notes.md", "cv/cover-letter.tex",
    "cv/job1.txt", "cv/package.json", "cv/CLAUDE.md", "cv/old/LICENSE.txt", "cv/jobs/acme.txt", "cv/photo.png",
    "cv/site/data/strings.json", "cv/site/pages/about.html", ".github/workflows/build-cv.yml", ".cv/jane.md",
    "cv/.hidden.md", ".resume.md", "rendercv_output/Jane_Doe_CV.md", "a/rendercv_output/b/cv.typ",
    "node_modules/resume/readme.md", "node_modules/resume-cli/resume.json", "build/cv.html", "venv/lib/cv.txt",
]  # fmt: skip


@pytest.mark.parametrize("path", RESUMES)
def test_names_that_are_looked_at(path: str) -> None:
    for form in ("NFC", "NFD"):
        assert takes(CHECK, unicodedata.normalize(form, path)), form


@pytest.mark.parametrize("path", OTHERS)
def test_names_that_are_not(path: str) -> None:
    for form in ("NFC", "NFD"):
        assert not takes(CHECK, unicodedata.normalize(form, path)), form


def test_all_hooks_go_by_the_same_names() -> None:
    assert CHECK["files"] == FIX["files"] == DOCUMENTS["files"]


WORDS = file_words()
STEMS = [
    "Jane", "2024", "main", "experience", "résumé", "Jane Resume", "JaneCV", "cv_final", "cvs", "resumed", "CVs",
    *(form.strip() for form in sorted(WORDS.resume)),
    *(joined.join(form.split()) for form in sorted(WORDS.other | WORDS.alone) for joined in ("-", "_", " ")),
    *(f"{form.strip()} cv" for form in sorted(WORDS.other)),
    *(form.strip() for form in sorted(WORDS.beside)), "CMakeLists",
    *(f"jane-{form.strip()}" for form in sorted(WORDS.beside)),
]  # fmt: skip
FOLDERS = ["", "work", "cv", "My Résumés", "JaneCV", "lebenslauf", "cvs", "resume-builder", "cover letters cv"]


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_search_of_a_folder_takes_the_same_files(folder: str) -> None:
    among_resumes = holds_resumes(folder, WORDS)
    differing = {}
    for stem, suffix in product(STEMS, (".md", ".json")):
        found = said_by(stem + suffix, WORDS, among_resumes=among_resumes) in (Says.RESUME, Says.FOLDER)
        path = f"{folder}/{stem}{suffix}" if folder else stem + suffix
        if takes(CHECK, path) != found:
            differing[path] = found
    assert differing == {}


@pytest.mark.parametrize("folder", sorted(WORDS.passed))
def test_what_a_search_passes_over_is_not_looked_at(folder: str) -> None:
    assert not takes(CHECK, f"{folder}/cv.md")
    assert not takes(CHECK, f"cv/{folder}/jane.md")
    assert takes(CHECK, f"my{folder}/cv.md")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_format_is_looked_at(suffix: str) -> None:
    assert takes(CHECK, f"resume{suffix}")
    assert takes(CHECK, f"cv/jane{suffix.upper()}")


FIRST_BYTES = {
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "docx": b"PK\x03\x04\x14\0\6\0",
    "rtf": b"{\\rtf1\\ansi caf\\'e9}",
}


@pytest.mark.parametrize(("format", "suffix"), [(each.name, suffix) for each in FORMATS for suffix in each.suffixes])
def test_each_format_is_for_one_of_the_hooks(format: str, suffix: str, tmp_path: Path) -> None:
    """RTF can be checked as a text, and only what is a text can be put right."""
    file = tmp_path / f"resume{suffix}"
    file.write_bytes(FIRST_BYTES.get(format, "Résumé – Jane\n".encode()))
    tags = tags_from_path(str(file))
    is_document = format in BINARY and format != "rtf"
    assert [tags.issuperset(hook["types"]) for hook in (CHECK, FIX, DOCUMENTS)] == [
        not is_document, not is_document, is_document,
    ]  # fmt: skip


def test_no_name_takes_long() -> None:
    """As long as a path can be, and made to be gone through again and again."""
    names = [part * (4096 // len(part)) for part in ("cv/", "cv-", "a/", "job ", "letter of ", "cv-cv-cv/", "CvCV")]
    start = time.process_time()
    assert [name for name in names if takes(CHECK, name)] == []
    assert time.process_time() - start < 5


def test_hooks_stay_out_of_each_others_way() -> None:
    assert set(hooks()) == {"bulletcoach", "bulletcoach-fix", "bulletcoach-documents"}
    for hook in hooks().values():
        assert hook["require_serial"]
        assert hook["language"] == "python"
        assert "--force-exclude" in hook["entry"].split()
    assert [hook["id"] for hook in hooks().values() if "--fix" in hook["entry"].split()] == ["bulletcoach-fix"]

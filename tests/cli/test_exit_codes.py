"""The exit code of every way in which a check can end.

Elsewhere, with the streams and processes that they need: the same under every format (test_output_formats.py), broken
pipes and closed streams (test_output_streams.py), Ctrl-C (test_endings.py).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from bulletcoach.analysis import analyser
from bulletcoach.errors import ModelError
from cli.commandline import Run

FILES: dict[str, str | bytes] = {
    "duty.txt": "- Responsible for the returns desk\n",
    "good.txt": "- Cut refund errors by 40% in 2023 by rewriting the returns checklist\n",
    "empty.txt": "",
    "prose.txt": "EDUCATION\n\nAssociate of Arts, 2017\n",
    "german.txt": "BERUFSERFAHRUNG\n\n"
    "- Bearbeitung von Anfragen der Kunden und der Händler per E-Mail und am Telefon\n"
    "- Verantwortlich für die Betreuung der Kunden im Ausland sowie für die Schulung von neuen Kollegen\n"
    "- Erstellung von Berichten über die Zufriedenheit der Kunden mit der Beratung durch das Team\n",
    "binary.txt": b"%PDF-1.4 \x00\x01",
    "latin.txt": "- Ran the caf\xe9 kitchen for two years\n".encode("cp1252"),
    "broken/bulletcoach.toml": "levl = 'info'\n",
    "broken/cv.txt": "- Led things\n",
    "lexicon/bulletcoach.toml": "lexicons = ['own.toml']\n",
    "lexicon/own.toml": "[verbs]\nyodel = { forms = 'yodels' }\n",
    "lexicon/cv.txt": "- Led things\n",
    "folder/my-cv.txt": "- Responsible for the returns desk\n",
    "bare/notes.txt": "- Led things\n",
    "warn.toml": 'fail-on = "error"\n',
    "spaced.txt": "- Cut refund errors by 40% in 2023  by rewriting the returns checklist\n",
    "rules/bulletcoach.toml": "select = ['BC1', 'duty-openr']\n",
    "rules/cv.txt": "- Led things\n",
    "types/bulletcoach.toml": "level = 3\n",
    "types/cv.txt": "- Led things\n",
    "toml/bulletcoach.toml": "level = \n",
    "toml/cv.txt": "- Led things\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return tmp_path


@pytest.mark.usefixtures("one_engine")
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        # 0: nothing at or above the failing severity
        ("good.txt", 0, ""),
        ("empty.txt", 0, "empty.txt: the file is empty"),
        ("prose.txt", 0, "prose.txt: no bullets found"),
        ("german.txt", 0, "only English is judged"),
        ("duty.txt --exit-zero", 0, ""),
        ("duty.txt --ignore ALL", 0, ""),
        ("duty.txt --select BC508", 0, ""),
        ("duty.txt --profile federal --select BC1", 0, ""),
        ("duty.txt --exclude *.txt --force-exclude", 0, ""),
        ("good.txt -o report.txt", 0, ""),
        # after --fix: what is left counts; --diff changes nothing, and ends with 1 where something would
        ("spaced.txt --select BC5 --fail-on info --fix", 0, ""),
        ("duty.txt spaced.txt --fix", 1, ""),
        ("spaced.txt --select BC5 --diff", 1, ""),
        ("good.txt --diff", 0, ""),
        ("gone.txt spaced.txt --diff", 2, "gone.txt"),
        ("gone.txt spaced.txt --fix", 2, "gone.txt"),
        # 1: findings
        ("duty.txt", 1, ""),
        ("duty.txt good.txt empty.txt", 1, ""),
        ("folder", 1, ""),
        ("duty.txt --fail-on error", 1, ""),
        ("good.txt duty.txt --level error --format json", 1, ""),
        ("duty.txt --config warn.toml", 1, ""),
        ("latin.txt --fail-on info", 1, "read as Windows-1252"),
        ("duty.txt --exclude *.txt", 1, ""),
        ("duty.txt -o report.txt", 1, ""),
        # 2: wrong use
        ("--levl info duty.txt", 2, "--level"),
        ("--level warn duty.txt", 2, "did you mean “warning”"),
        ("--format jsn duty.txt", 2, "did you mean “json”"),
        ("--rewrites bets duty.txt", 2, "did you mean “best”"),
        ("--fail-on never duty.txt", 2, "is not one of error, warning, info"),
        ("--profile fedral duty.txt", 2, "did you mean “federal”"),
        ("--select BC999x duty.txt", 2, "unknown rule “BC999x”"),
        ("--ignore duty-openr duty.txt", 2, "did you mean “duty-opener”"),
        ("--extend-select week-verb duty.txt", 2, "did you mean “weak-verb”"),
        ("--field customer-servise duty.txt", 2, "did you mean “customer-service”"),
        ("--language eng duty.txt", 2, "unknown language “eng”"),
        ("--config gone.toml duty.txt", 2, "gone.toml"),
        ("--config warn.toml --isolated duty.txt", 2, "exclude each other"),
        ("--statistics --format json duty.txt", 2, "--statistics"),
        ("duty.txt --output nowhere/report.txt", 2, "there is no folder “nowhere”"),
        ("duty.txt --baseline gone.json", 2, "gone.json"),
        # 2: input that cannot be read, and 2 outranks 1 and --exit-zero
        ("gone.txt", 2, "gone.txt: no such file or folder"),
        ("gone.txt duty.txt --exit-zero", 2, "gone.txt"),
        ("bare", 2, "bare: no résumé here"),
        ("binary.txt good.txt", 2, "binary.txt: this PDF is damaged or cut off"),
        ("broken/cv.txt", 2, "bulletcoach.toml:1: unknown setting “levl”; did you mean “level”?"),
        ("lexicon/cv.txt duty.txt", 2, "own.toml:2: missing key “act”"),
        ("rules/cv.txt", 2, "did you mean “duty-opener”"),
        ("types/cv.txt", 2, "bulletcoach.toml:1"),
        ("toml/cv.txt", 2, "bulletcoach.toml:1"),
    ],
)
def test_exit_code(folder: Path, run: Run, arguments: str, code: int, said: str) -> None:
    assert folder.is_dir()
    ended = run("check", *arguments.split())
    assert (ended.code, said in ended.err) == (code, True), ended.err


@pytest.mark.usefixtures("one_engine")
@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(13, "Permission denied"), "locked.txt: cannot be read: Permission denied"),
        (OSError(5, "Input/output error"), "locked.txt: cannot be read: Input/output error"),
    ],
)
def test_a_file_that_the_system_does_not_let_us_read(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, error: OSError, said: str
) -> None:
    (folder / "duty.txt").rename(folder / "locked.txt")
    opened = Path.open

    def refused(path: Path, *arguments: Any, **options: Any) -> Any:
        if path.name == "locked.txt":
            raise error
        return opened(path, *arguments, **options)

    monkeypatch.setattr(Path, "open", refused)
    ended = run("check", "locked.txt", "good.txt", "--exit-zero")
    assert (ended.code, said in ended.err, "Traceback" in ended.err) == (2, True, False)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="the superuser may read anything")
def test_a_file_without_permission(folder: Path, run: Run) -> None:
    (folder / "duty.txt").chmod(0)
    assert run("check", "duty.txt").code == 2


def test_other_files_are_still_reported(folder: Path, run: Run) -> None:
    assert folder.is_dir()
    ended = run("check", "gone.txt", "lexicon/cv.txt", "broken/cv.txt", "duty.txt", "--format", "concise")
    assert ended.code == 2
    assert ended.out.startswith("duty.txt:1:3: BC101 ")
    assert ended.err.count("bulletcoach: error: ") == 3


def test_a_shared_configuration_is_complained_about_once(folder: Path, run: Run) -> None:
    (folder / "broken" / "resume.txt").write_text("- Led things\n", encoding="utf-8")
    ended = run("check", "broken")
    assert (ended.code, ended.err.count("\n")) == (2, 1)


def test_a_missing_model_is_one_line(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert folder.is_dir()

    def missing() -> None:
        raise ModelError("the English language model is missing")

    monkeypatch.setattr(analyser, "load_model", missing)
    ended = run("check", "duty.txt", "good.txt", "empty.txt")
    assert ended.code == 2
    assert ended.err.splitlines() == [
        "bulletcoach: error: the English language model is missing",
        "bulletcoach: note: empty.txt: the file is empty",
    ]

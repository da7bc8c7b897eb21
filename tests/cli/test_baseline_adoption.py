"""An old résumé is taken on with all its faults: `--write-baseline`, `--baseline`, `--prune-baseline`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bulletcoach import run as runs
from bulletcoach.engine import Engine
from bulletcoach.lexicon.lexicon import Lexicon
from cli.commandline import Run, environment

OLD = """\
Ottoline Brandt
Bakewell, Derbyshire

EXPERIENCE

Groundskeeper, Haddon Park Cricket Club, 2016 - 2022
- Responsible for mowing the outfield and the practice nets
- Was in charge of the roller, the mowers and the line marker
- Handled bookings of the pavilion for weddings
- Various duties as assigned

Gardener, Chatsworth Nurseries, 2012 - 2016
- Helped with the autumn planting of bulbs and shrubs
- I was tasked with watering the glasshouses at weekends
- Responsible for mowing the verges of the car park
"""
BASELINE = ".bulletcoach-baseline.json"
FIXED = "Cut mowing time of the outfield from 6 hours to 4 in 2019 by buying a second-hand gang mower"


@pytest.fixture(scope="module", autouse=True)
def _one_engine() -> Any:
    """One engine for all runs: what is read, judged and found stays the same, and is quicker."""
    made: dict[int, Engine] = {}

    def engine(lexicon: Lexicon, *_: object) -> Engine:
        return made.get(id(lexicon)) or made.setdefault(id(lexicon), Engine(lexicon))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runs, "Engine", engine)
        yield


@pytest.fixture(scope="module")
def known() -> dict[str, str]:
    """The text of the baseline, once it has been written."""
    return {}


@pytest.fixture
def adopted(run: Run, tmp_path: Path, known: dict[str, str]) -> Path:
    """A folder with the old résumé and its baseline; the résumé."""
    resume = tmp_path / "resume.txt"
    resume.write_text(OLD, encoding="utf-8")
    if BASELINE not in known:
        run("check", "resume.txt", "--write-baseline", BASELINE)
        known[BASELINE] = (tmp_path / BASELINE).read_text(encoding="utf-8")
    (tmp_path / BASELINE).write_text(known[BASELINE], encoding="utf-8")
    return resume


def test_taking_it_on(run: Run, tmp_path: Path) -> None:
    (tmp_path / "resume.txt").write_text(OLD, encoding="utf-8")
    ended = run("check", "resume.txt", "--write-baseline", BASELINE)
    count = len(findings(tmp_path))
    assert (ended.code, ended.err, count > 10) == (0, "", True)
    assert ended.out == (
        f"{BASELINE}: {count} findings of 1 file, known from now on; --baseline {BASELINE} reports what is new\n"
    )


def findings(folder: Path) -> list[dict[str, str]]:
    """What the baseline in `folder` holds."""
    found: list[dict[str, str]] = json.loads((folder / BASELINE).read_text(encoding="utf-8"))["findings"]
    return found


def change(resume: Path, old: str, new: str) -> None:
    text = resume.read_text(encoding="utf-8")
    assert old in text
    resume.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_nothing_is_new_at_any_level_and_the_known_are_counted(run: Run, adopted: Path) -> None:
    count = len(findings(adopted.parent))
    for level in ("error", "warning", "info"):
        ended = run("check", "resume.txt", "--baseline", BASELINE, "--level", level, "--fail-on", "info")
        assert (ended.code, ended.err) == (0, "")
        assert ended.out.startswith("Nothing new to mend here.\n")
        assert ended.out.endswith(f"{count} known findings (baseline) not shown; --no-baseline shows them\n")
    report = json.loads(run("check", "resume.txt", "--baseline", BASELINE, "--format", "json").out)
    assert (report["summary"]["known"], report["summary"]["findings"]) == (count, 0)
    assert run("check", "resume.txt", "--baseline", BASELINE, "--format", "concise").out == ""


def test_the_configuration_names_it_relative_to_itself(
    run: Run, adopted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = adopted.parent / "bulletcoach.toml"
    config.write_text(f'baseline = "{BASELINE}"\n', encoding="utf-8")
    assert run("check", "resume.txt").code == 0
    (adopted.parent / "elsewhere").mkdir()
    monkeypatch.chdir(adopted.parent / "elsewhere")
    assert run("check", "../resume.txt").code == 0
    assert run("check", "../resume.txt", "--isolated").code == 1
    assert run("check", adopted.resolve()).code == 0
    assert run("check", "-", "--stdin-filename", "../resume.txt", "--config", config, stdin=OLD).code == 0
    assert run("check", "-", "--config", config, stdin=OLD).code == 1


def test_a_bullet_that_is_edited_a_little_stays_known(run: Run, adopted: Path) -> None:
    change(adopted, "the roller, the mowers and", "the heavy roller, the mowers and")
    assert run("check", "resume.txt", "--baseline", BASELINE, "--fail-on", "info", "--quiet").code == 0


def test_a_new_bullet_has_its_own_findings_alone(run: Run, adopted: Path) -> None:
    change(adopted, "- Various", "- Responsible for the club's minibus\n- Various")
    ended = run("check", "resume.txt", "--baseline", BASELINE, "--format", "concise")
    assert ended.code == 1
    assert [line.split(" ")[:2] for line in ended.out.splitlines()] == [["resume.txt:10:3:", "BC101"]]


def test_a_copy_of_a_bullet_is_new(run: Run, adopted: Path) -> None:
    line = "- Handled bookings of the pavilion for weddings\n"
    change(adopted, line, line + line)
    ended = run("check", "resume.txt", "--baseline", BASELINE, "--format", "concise", "--level", "info")
    assert ended.code == 1
    assert {line.split(":")[1] for line in ended.out.splitlines()} <= {"10", "9", "6"}
    assert "resume.txt:10:" in ended.out


def test_what_is_mended_is_said_and_taken_out_on_request(run: Run, adopted: Path) -> None:
    change(adopted, "Responsible for mowing the outfield and the practice nets", FIXED)
    before = findings(adopted.parent)
    ended = run("check", "resume.txt", "--baseline", BASELINE)
    assert ended.code == 0
    gone = int(ended.err.split()[3])
    assert ended.err == (
        f"bulletcoach: note: {BASELINE}: {gone} findings of the baseline are gone; --prune-baseline takes them out\n"
    )
    assert findings(adopted.parent) == before
    assert run("check", "resume.txt", "--baseline", BASELINE, "--quiet").err == ""
    ended = run("check", "resume.txt", "--baseline", BASELINE, "--prune-baseline")
    assert (ended.code, ended.err) == (
        0,
        f"bulletcoach: note: {BASELINE}: {gone} findings of the baseline are gone, and taken out\n",
    )
    after = findings(adopted.parent)
    assert len(after) == len(before) - gone
    assert not [one for one in after if one.get("bullet", "").startswith("responsible for mowing the outfield")]
    assert run("check", "resume.txt", "--baseline", BASELINE).err == ""


def test_nothing_is_taken_out_where_a_file_could_not_be_read(run: Run, adopted: Path) -> None:
    change(adopted, "Responsible for mowing the outfield and the practice nets", FIXED)
    before = (adopted.parent / BASELINE).read_bytes()
    ended = run("check", "resume.txt", "gone.txt", "--baseline", BASELINE, "--prune-baseline")
    assert ended.code == 2
    assert "and left in it: not every file could be checked" in ended.err
    assert (adopted.parent / BASELINE).read_bytes() == before


def test_nothing_is_written_where_a_file_could_not_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cv.txt").write_text(OLD, encoding="utf-8")
    ended = run("check", "cv.txt", "gone.txt", "--write-baseline", BASELINE)
    assert (ended.code, ended.out) == (2, "")
    assert f"{BASELINE}: not written: not every file could be checked" in ended.err
    assert not (tmp_path / BASELINE).exists()


def test_it_can_be_written_anew_in_spite_of_the_configuration(run: Run, adopted: Path) -> None:
    data = (adopted.parent / BASELINE).read_bytes()
    (adopted.parent / "bulletcoach.toml").write_text(f'baseline = "{BASELINE}"\n', encoding="utf-8")
    assert run("check", ".", "--write-baseline", BASELINE, "--quiet").out == ""
    assert (adopted.parent / BASELINE).read_bytes() == data


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("--baseline gone.json", "gone.json: there is no such baseline; this makes one: bulletcoach check PATHS"),
        ("--baseline resume.txt", "resume.txt:1: this is no baseline: not valid JSON"),
        ("--baseline newer.json", "newer.json:2: it was written for version 9 of baselines"),
        ("--write-baseline resume.txt", "it is not written over: name another file"),
        ("--write-baseline no/where.json", "where.json: the baseline cannot be written"),
        ("--prune-baseline", "--prune-baseline: there is no baseline; name one with --baseline FILE"),
        (f"--write-baseline b.json --baseline {BASELINE}", "leave out --baseline"),
        ("--write-baseline b.json --prune-baseline", "leave out --prune-baseline"),
        ("--write-baseline b.json --fix", "leave out --fix"),
        ("--write-baseline b.json --diff", "leave out --diff"),
        ("--write-baseline b.json --watch", "--write-baseline"),
        ("--write-baseline b.json --format json", "leave out --format"),
        ("--write-baseline b.json --output out.txt", "leave out --output"),
        ("--write-baseline b.json --statistics", "leave out --statistics"),
        (f"--baseline {BASELINE} --prune-baseline --diff", "leave out --prune-baseline"),
    ],
)
def test_wrong_use(run: Run, adopted: Path, options: str, said: str) -> None:
    (adopted.parent / "newer.json").write_text('{\n  "version": 9,\n  "findings": []\n}\n', encoding="utf-8")
    ended = run("check", "resume.txt", *options.split())
    assert (ended.code, said in ended.err) == (2, True), ended.err
    assert adopted.read_text(encoding="utf-8") == OLD
    assert not (adopted.parent / "b.json").exists()


def test_a_report_is_whole_where_the_baseline_is_broken(run: Run, adopted: Path) -> None:
    (adopted.parent / BASELINE).write_text("{", encoding="utf-8")
    ended = run("check", "resume.txt", "--baseline", BASELINE, "--format", "json")
    assert ended.code == 2
    (file,) = json.loads(ended.out)["files"]
    assert [error.split(": ")[1] for error in file["errors"]] == ["this is no baseline"]


def test_without_a_baseline_nothing_is_loaded_for_it() -> None:
    code = (
        "import sys\n"
        "from bulletcoach.cli.app import app\n"
        "try:\n"
        "    app(['check', '-', '--isolated', '--quiet'])\n"
        "except SystemExit:\n"
        "    print([name for name in sys.modules if name.startswith('bulletcoach.baseline')])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=b"", capture_output=True, env=environment(), timeout=60, check=False
    )
    assert (done.stdout.decode().strip(), done.returncode) == ("[]", 0)


def test_without_the_baseline_everything_is_told(run: Run, adopted: Path) -> None:
    (adopted.parent / "bulletcoach.toml").write_text(f'baseline = "{BASELINE}"\n', encoding="utf-8")
    assert run("check", "resume.txt").code == 0
    ended = run("check", "resume.txt", "--no-baseline")
    assert (ended.code, "known finding" in ended.out) == (1, False)


def test_what_is_known_of_files_that_are_not_looked_at_stays_known(run: Run, adopted: Path) -> None:
    other = adopted.parent / "other-cv.txt"
    other.write_text("- Responsible for the ward linen\n", encoding="utf-8")
    before = findings(adopted.parent)
    ended = run("check", "other-cv.txt", "--write-baseline", BASELINE)
    assert f"(and {len(before)} of other files, as before)" in ended.out
    assert [one for one in findings(adopted.parent) if one["file"] == "resume.txt"] == before
    other.unlink()
    run("check", "resume.txt", "--write-baseline", BASELINE)
    assert findings(adopted.parent) == before


def test_a_renamed_file_is_named(run: Run, adopted: Path) -> None:
    adopted.rename(adopted.with_name("new-resume.txt"))
    ended = run("check", "new-resume.txt", "--baseline", BASELINE)
    assert ended.code == 1
    assert "(resume.txt is not there any more; a file that was renamed gets its new name in the baseline)" in ended.err

"""How much is measured, and how often."""

from __future__ import annotations

from msgspec import Struct


class Sizes(Struct, frozen=True):
    """Numbers of files and bullets, and of rounds in which each command runs once."""

    start_rounds: int
    resume_rounds: int
    files: int
    file_rounds: int
    one_resume: int
    many_resumes: int
    job_rounds: int
    memory_files: tuple[int, ...]
    growth: tuple[int, ...]
    growth_rounds: int
    stage_files: int
    stage_rounds: int
    peer_rounds: int


# Under two minutes: enough to see that all works, and large mistakes.
QUICK = Sizes(
    start_rounds=5,
    resume_rounds=1,
    files=20,
    file_rounds=1,
    one_resume=300,
    many_resumes=600,
    job_rounds=1,
    memory_files=(100, 300),
    growth=(10, 100, 1_000),
    growth_rounds=1,
    stage_files=20,
    stage_rounds=1,
    peer_rounds=1,
)
# Ten to fifteen minutes: for the table in the README.
USUAL = Sizes(
    start_rounds=15,
    resume_rounds=5,
    files=200,
    file_rounds=3,
    one_resume=10_000,
    many_resumes=20_000,
    job_rounds=1,
    memory_files=(100, 1_000),
    growth=(10, 100, 1_000, 10_000),
    growth_rounds=3,
    stage_files=50,
    stage_rounds=3,
    peer_rounds=3,
)
FULL = Sizes(
    start_rounds=31,
    resume_rounds=15,
    files=200,
    file_rounds=7,
    one_resume=10_000,
    many_resumes=20_000,
    job_rounds=3,
    memory_files=(100, 1_000, 10_000),
    growth=(10, 100, 1_000, 10_000),
    growth_rounds=5,
    stage_files=200,
    stage_rounds=5,
    peer_rounds=11,
)

"""The closed loop: a rewrite whose blanks are filled is what the checks ask for, an achievement without a warning."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bulletcoach.judging.acts import only_takes_part
from bulletcoach.model.finding import Severity
from bulletcoach.model.judgement import Verdict
from bulletcoach.model.rewrite import Rewrite, Wanted
from rewriting.writer import POSTS, SUPPORT, Told, Writer, filled

LEAST = 0.97
FAMILIES = ("BC1", "BC2", "BC3", "BC4")


def _asks_for_result(told: Told, rewrite: Rewrite, writer: Writer) -> bool:
    """Whether the rewrite has a blank for the result, and no word left that only takes part."""
    wants = {slot.wants for slot in rewrite.slots}
    if Wanted.RESULT not in wants or told.bullet.judgement.verdict is Verdict.ACHIEVEMENT:
        return False
    head = writer.facts(filled(rewrite).text).head
    return head is None or not only_takes_part(head)


def _wrong(told: Told, rewrite: Rewrite, post: str, writer: Writer) -> Iterator[str]:
    """What keeps the filled rewrite from being an achievement that no rule of BC1 to BC4 warns of."""
    (bullet,) = writer.judged([filled(rewrite).text], POSTS[post], told.bullet.context.field)
    if bullet.judgement.verdict is not Verdict.ACHIEVEMENT:
        yield f"{bullet.judgement.verdict}: {bullet.judgement.reason}"
    for finding in writer.findings(bullet):
        if finding.code.startswith(FAMILIES) and finding.severity is not Severity.INFO:
            yield f"{finding.code} {finding.message}"


@pytest.mark.parametrize("post", ["ended", "current"])
@pytest.mark.parametrize("kind", ["strong", "story"])
def test_filled_rewrites_are_achievements(
    post: str, kind: str, gold: dict[tuple[str, str], list[Told]], writer: Writer
) -> None:
    rewrites = [(told, each) for told in gold[post, SUPPORT] if (each := told.of(kind)) is not None]
    writer.read(filled(rewrite).text for _, rewrite in rewrites)
    asked = [(told, each) for told, each in rewrites if _asks_for_result(told, each, writer)]
    failing = {
        f"{told.text}\n    {filled(each).text}\n      {'; '.join(wrong)}"
        for told, each in asked
        if (wrong := list(_wrong(told, each, post, writer)))
    }
    share = 1 - len(failing) / len(asked)
    print(
        f"{share:.1%} of {len(asked)} {kind} rewrites hold in a post that is {post}; not these:",
        *sorted(failing),
        sep="\n",
    )

    assert len(asked) >= (40 if kind == "story" else 150)
    assert share >= LEAST, f"{share:.1%} of {len(asked)}; failing:\n" + "\n".join(sorted(failing))

"""Fixes: what a program can do about a finding, and how that is written in the source.

    fixes = FixMaker(lexicon)
    findings = fixes.attached(findings, bullets, rewrites)          # the same findings, those with a fix have it
    source_edits(document, bullet, finding.fix)                     # its edits of the source, for an editor

`attaching`    which finding gets which fix
`proposing`    a new wording, before it is checked for honesty
`first_person` “I” before the act
`fillers`      words that can go
`whole`        rewrites without a blank
`scruples`     those of them that are not made without asking
`grammar`      whether their words still go together
`keeping`      what no fix may lose
`sources`      fixes as edits of the source

The rules for doubled spaces and for full stops attach theirs themselves.
"""

from bulletcoach.fixes.attaching import FixMaker
from bulletcoach.fixes.sources import compatible, edited_text, source_edits, with_plain_stretches

__all__ = ["FixMaker", "compatible", "edited_text", "source_edits", "with_plain_stretches"]

"""Suppression: findings silenced by comments in the file, or by the configuration.

`directives`    what a comment says: `bulletcoach: ignore[BC301] reason`
`claims`        the rules that it means
`ground`        where the bullets and entries of the document stand
`surroundings`  which of them a comment is about, by where it stands
`sourcelines`   the lines of a source, with blanks where its comments are
`reach`         which findings the directives of a document silence
`configured`    tables [[suppress]] of the configuration, for formats without comments
`remarks`       BC9: suppressions that silence nothing, or that nobody understands
`silencing`     all of it, for one result

A suppression is about a bullet, not about a line. It changes no verdict and no rewrite, and no other finding becomes
more severe by it.
"""

from bulletcoach.suppression.silencing import suppress

__all__ = ["suppress"]

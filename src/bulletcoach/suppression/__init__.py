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

from bulletcoach.config import Settings
from bulletcoach.model.result import FileResult

__all__ = ["suppress"]


def suppress(result: FileResult, settings: Settings) -> FileResult:
    """The result without the findings that are silenced, and with remarks about suppressions that do not work.

    For a result whose findings are all there, with their severities settled.
    """
    document = result.document
    if document is None:
        return result
    own = settings.of_sources(document)
    if not (document.comments or any(one.suppress for one in own)):
        return result
    # Here and not above: most résumés silence nothing, and should not wait for what does it.
    from bulletcoach.suppression.silencing import silenced

    return silenced(result, document, own)

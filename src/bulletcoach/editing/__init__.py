"""New texts of bullets, written into their source: the smallest change, checked by reading it again.

    edits = verified(document, {3: "Answered 60 calls a day"}, words)    # bullet 3 of the document; or EditError
    after = apply(document.source, edits)                                 # the new text and bytes, in memory
    print(diff(document.source, after))                                   # what a dry run shows; patch() for programs
    kept = write(document.source, after, backup=True)                     # the path of the backup

`edits`      an edit of a source, edits applied in memory, their unified diff
`alignment`  which words of the old text live on in the new one
`pieces`     the source of a bullet, cut into words, marks of markup, and what the reader leaves out
`plan`       what becomes of each word, and of line breaks
`marks`      what becomes of marks
`assembly`   the new source, piece by piece
`changes`    the edits that turn the old text into the new one
`checking`   the same, checked: read again, only these bullets differ, and they read as they should
`patches`    the same diff byte for byte, for `git apply` and `patch`
`files`      the atomic write, with its backup
"""

from __future__ import annotations

from bulletcoach.editing.changes import rewritten, ways
from bulletcoach.editing.checking import confirmed, verified
from bulletcoach.editing.edits import SourceEdit, apply, diff
from bulletcoach.editing.files import write
from bulletcoach.editing.patches import patch

__all__ = ["SourceEdit", "apply", "confirmed", "diff", "patch", "rewritten", "verified", "ways", "write"]

"""Fixing: the fixes of findings, made in the files that these stand in.

    for fixed in FixedFiles(engines, unsafe=False, dry=False).of(run(inputs, configuration, engines)):
        report(fixed.checked)                                                   # what remains
        print(*(diff(each.before, each.after) for each in fixed.changes))       # what has changed

`choosing`     the fixes of each bullet that can be made together
`attempts`     a document with them made, in memory, read again
`rounds`       again and again, until nothing is left to fix
`files`        the files, written once each
"""

from bulletcoach.fixing.files import Change, Fixed, FixedFiles

__all__ = ["Change", "Fixed", "FixedFiles"]

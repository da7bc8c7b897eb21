"""The baseline: findings that are known already, written down so that only new ones are reported.

keys.py       what a finding is known by: its rule, its file and what its bullet says, never lines or messages
file.py       the file that they are written down in
recording.py  the findings of a run, written down
matching.py   which findings are known: exactly first, then such whose bullet was edited a little, one to one
sieve.py      known findings taken out of the results of a run; what is not found any more, and taken out of the file
"""

from bulletcoach.baseline.file import check_writable
from bulletcoach.baseline.keys import Key, is_there
from bulletcoach.baseline.recording import Recorded, record
from bulletcoach.baseline.sieve import Sieve

__all__ = ["Key", "Recorded", "Sieve", "check_writable", "is_there", "record"]

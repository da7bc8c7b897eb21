"""Opening: whose act a bullet tells of, which word is its verb, and what follows when that word comes first.

opening   the shape in which every beginning ends
heads     what the word is that a bullet seems to open with
elsewhere an act told behind words that name none
asking    a blank where only the writer knows what he did
reader    puts them together
"""

from bulletcoach.rewriting.opening.opening import Opening
from bulletcoach.rewriting.opening.reader import OpeningReader

__all__ = ["Opening", "OpeningReader"]

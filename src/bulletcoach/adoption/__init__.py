"""Adoption: what a folder of résumés needs so that it is looked after, and what is there of it already.

surroundings.py   what can be found out: the repository round the folder, its résumés, what is set up
plan.py           what is to be written
settings_file.py  the text of a configuration file that explains every setting
hook_entry.py     the entry for pre-commit, and where in its configuration it goes
origin.py         where this program comes from, so that pre-commit can fetch it
file_change.py    a file that is to be written
"""

from bulletcoach.adoption.origin import Origin, find_origin
from bulletcoach.adoption.plan import Plan, make_plan
from bulletcoach.adoption.surroundings import Surroundings, look_round

__all__ = ["Origin", "Plan", "Surroundings", "find_origin", "look_round", "make_plan"]

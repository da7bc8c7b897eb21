"""Rows of verbs: those that stand beside a verb and take its form, “answered calls, logged tickets and escalated …”.

members   what makes a word one of a row
joined    the verbs in a row with another one
lists     rows that are told by their form alone, and what ties them
whole     whether a row can change its form as one
"""

from bulletcoach.rewriting.rows.joined import joined_verbs
from bulletcoach.rewriting.rows.lists import last_joint, links_before, listed_gerunds
from bulletcoach.rewriting.rows.whole import is_whole

__all__ = ["is_whole", "joined_verbs", "last_joint", "links_before", "listed_gerunds"]

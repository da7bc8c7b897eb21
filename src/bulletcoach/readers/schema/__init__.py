"""From the tree of a JSON or YAML file to a Document, by what its keys say and by the shape of its values.

`nodes`     mappings, sequences and scalars, each with its place in the source
`keys`      what a key means: “startDate”, “start_date” and “Start date” are one
`sections`  the walk down to the entries, under the section that their keys name
`blocks`    headings, entries and bullets, as the shared code takes them
`fields`    title, employer, place and dates of an entry
`dates`     dates in one field, in two, or in pieces
`claims`    which strings of an entry are bullets, and which are a summary
`strings`   one string cut into bullets, paragraphs and a rest
`fragments` HTML in a string
`renderings` renderings of renderings: a line of a string, without its Markdown
"""

from __future__ import annotations

from bulletcoach.readers.schema.sections import read_tree

__all__ = ["read_tree"]

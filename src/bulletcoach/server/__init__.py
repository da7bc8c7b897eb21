"""The language server: `bulletcoach lsp`, for editors. The only package that knows pygls.

serving.py        the protocol: what each request and notification is to us
protocol.py       answers to messages that make no sense
resume_server.py  the client at the other end, and what it is told
desk.py           the open documents, examined on a thread beside the main loop, the newest version only
examining.py      what the engine makes of a document
opened.py         a document as it stands in the editor
resumes.py        which of them are résumés
preferences.py    the editor's settings
abilities.py      what the client can do
positions.py      offsets, and what an editor counts in
diagnostics.py    findings, each in its file
board.py          which of them each file shows
hover.py          what there is to know of a bullet
actions.py        what is offered to do about one
changing.py       what comes of that, tried first
edits.py          edits for the editor
snippets.py       those with blanks to jump to
silencing.py      comments that silence a finding
"""

from bulletcoach.server.serving import serve

__all__ = ["serve"]

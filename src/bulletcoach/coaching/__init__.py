"""Coaching: the blanks of rewrites, asked for one by one, and the bullet that comes of the answers.

`plan`        which bullets would gain most, and what each lacks
`session`     the conversation about one bullet: what is asked, and what follows a reply
`talk`        the state of such a conversation
`moves`       from one state to the next
`commands`    what a reply may say instead of an answer
`blank`       a blank in its place, and what may become of a reply
`answers`     what a reply puts into a blank, or what speaks against it
`figured`     the same for answers in figures
`figures`     the numbers of an answer, with their units and hedges
`reshaping`   the text of a blank, bent to an answer of another form
`wording`     how an answer in words reads in its place
`follow_up`   the one question more, when a bullet is an achievement already
`slots`       the text of a blank, taken apart
`plausible`   whether figures can be, and are to be believed
`phrasing`    answers in the writer's own words, made to fit
`transcript`  the answers of a sitting, kept in a file
`replies`     where replies come from: a person, or such a file
`manuscript`  the résumé as it changes
`sitting`     bullet after bullet, from the first question to the written file

Nothing here reads from a terminal or writes to one: `report.dialogue` draws, `cli.coach` listens.
"""

"""The plain data that flows between the stages.

`text`       spans, source maps and line numbers
`document`   what a reader makes of a file: sections, entries, bullets
`facts`      what the language of one bullet says, from its text alone
`judgement`  what those facts mean in their place in the résumé
`finding`    what a rule has to say about it
`result`     all of that for one file

Everything here is frozen; nothing here computes more than its own derived values.
"""

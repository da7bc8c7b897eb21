"""Reports: one module an output format, and what they share.

`text`, `concise`, `json`, `statistics`   the formats; each has a `write(checked, …)` that takes results as they come
`rewrites`    a bullet's rewrites, as `text` shows them
`rewritten`   the report of `bulletcoach rewrite`
`story_cards`, `star`   achievements as cards for interviews, and their report
`dialogue`    what the coach shows of a sitting
`bullet_json`, `rewrite_json`   the JSON of a bullet and of a rewrite
`placement`   lines and columns of findings
`excerpt`     a bullet with the meant words underlined
`summary`     what to say at the end
`wrapping`    styled text in lines that fit
`page`        where lines go, in colour or without
`visible`     characters that could play tricks, made visible
`markdown`    text that others wrote, escaped for Markdown
"""

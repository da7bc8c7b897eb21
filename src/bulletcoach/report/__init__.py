"""Reports: one module an output format, and what they share.

`text`, `concise`, `json`, `statistics`   the formats; each has a `write(checked, …)` that takes results as they come
`rewrites`    a bullet's rewrites, as `text` shows them
`rewritten`   the report of `bulletcoach rewrite`
`story_cards`, `star`   achievements as cards for interviews, and their report
`dialogue`    what the coach shows of a sitting
`json_lines`, `sarif`, `github`, `gitlab`, `junit`   formats for programs and for services that show findings
`bullet_json`, `rewrite_json`, `fix_json`   the JSON of a bullet, of a rewrite and of a fix; `json_text` writes JSON
`sarif_rules`   the rules as SARIF describes them
`workflow_commands`   lines that GitHub Actions acts upon, and lines that it must not
`repository`  what a service calls a file; `fingerprint` what it knows a finding by
`placement`   lines and columns of findings
`excerpt`     a bullet with the meant words underlined
`summary`     what to say at the end
`wrapping`    styled text in lines that fit
`page`        where lines go, in colour or without
`visible`     characters that could play tricks, made visible
`markdown`, `markdown_block`   a comment for a pull request; `markdown_text` is what others wrote, escaped for it
`html`        a page for each résumé, and an index: a package
"""

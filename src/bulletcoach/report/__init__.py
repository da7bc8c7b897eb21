"""Reports: one module an output format, and what they share.

`text`, `concise`, `json`, `statistics`   the formats; each has a `write(checked, …)` that takes results as they come
`placement`   lines and columns of findings
`excerpt`     a bullet with the meant words underlined
`summary`     what to say at the end
`page`        where lines go, in colour or without
`visible`     characters that could play tricks, made visible
"""

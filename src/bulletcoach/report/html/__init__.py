"""HTML: a page for each résumé, to look at, print and hand over, and an index over several.

A page is whole in itself: no script, no picture, nothing that is loaded from elsewhere, and it is the same whenever
the same résumé is checked.

`publishing`  into a stream, or into a folder with an index
`resume`      the page of a résumé: `overview`, then `entries` with a `bullet` each, then the `glossary`
`subject`     what such a page is about
`index`       the page over several résumés
`names`       what the pages are called
`bullet`      a bullet: `verdicts`, `marks` in its text, `numbers`, `advice`, `rewriting`
`page`        what every page has; `style.css` is how it looks
`elements`    markup put together, and escaped
"""

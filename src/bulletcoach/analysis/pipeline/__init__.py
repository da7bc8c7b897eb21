"""Parts of the language model's pipeline that do what spaCy's own do, in less time.

`tag_rules`   what a tag stands for, by looking it up
`matrices`    matrix products by the library that numpy brings

They build on spaCy and thinc, so they are imported by `model` alone, when it has imported these.
"""

"""What DOCX and RTF have in common: a word processor's paragraphs, tables and text boxes, and their way to blocks.

`flow`    paragraphs, tables and boxes as they stand in the file
`glyphs`  the signs of symbol fonts
`strips`  what is read as one line
`rows`    the rows of tables
`order`   the order in which one reads them
`looks`   which paragraphs are headings, by their styles and by how they look
`running` running text
`reading` from all of that to a document
"""

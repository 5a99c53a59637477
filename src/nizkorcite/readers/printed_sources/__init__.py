"""
Sources that a page prints, read from its lines: labels, sentences, datelines, agency notices.

`formulas` and `bylines` are the data: every formula with its examples. `article` finds the head and
foot of the article, `source_words` splits the words that name a source, `statements` reads lines by
formulas, `own_lines` adds the author and day that a page prints for itself, and `layers` moves the
page's own publisher and date to the republication.
"""

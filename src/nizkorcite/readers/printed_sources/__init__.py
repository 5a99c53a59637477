"""
Sources that a page prints, read from its lines: labels, sentences, datelines, agency notices.

`formulas` is the data: every formula with its examples. `article` finds the head and foot of the
article, `source_words` splits the words that name a source, `statements` reads lines by formulas,
and `layers` moves the page's own publisher and date to the republication.
"""

"""
Text that programs exchange: a module a format.

A format's module has `write_all(references)`, the text of a file, and `advice(reference)`: what a
user should be told of what was written. One that can be read has `read_all(text)` too.
"""

"""
Citations that people read: a module a style.

A style's module has `entry(reference)` and `in_text(reference)`, which give rich text,
`sort_key(reference)`, and `advice(reference)`: what a user should be told of what was written.
"""

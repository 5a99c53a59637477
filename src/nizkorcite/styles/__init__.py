"""
Citations that people read: a module a style.

What a style's module has (`entry`, `in_text`, `narrative`, `arrange`, `advice`, and `note` of those
for footnotes) is told in `nizkorcite.citing.registry`.
"""

"""Marks that programs and archives leave inside a page, one module a form."""

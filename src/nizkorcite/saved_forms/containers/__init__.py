"""Files that hold a page beside other things, one module a form."""

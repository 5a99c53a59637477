"""
Forms in which people keep pages: bytes and a name in, the page's own bytes and facts out.

An archive's frame is never the page: its metadata, bar, notes and rewritten links are left out.
What a form states is kept with its words; what it does not state is absent. Nothing is opened or
fetched here, and what is unpacked has bounds: 64 MiB a page, 20,000 members, 12 forms.
"""

"""
Any archive with time stamps in its addresses, by the page's own address that it has rewritten.

National libraries run replay programs of their own whose marks are not known here; a canonical
link of the form ``https://HOST/.../20170301120000/https://page`` tells both addresses all the same.
"""

from nizkorcite.saved_forms.archive_addresses import address_facts, stamped_address
from nizkorcite.saved_forms.markup import OWN_ADDRESS, matched_attribute
from nizkorcite.saved_forms.saved_page import SavedPage


def inner_page(page: SavedPage) -> SavedPage | None:
    """Return the page with the address that the archive has rewritten."""
    for tag in OWN_ADDRESS.finditer(page.data):
        address = matched_attribute(tag, "href", "content")
        if address and stamped_address(address.value):
            return page.inner(address_facts(address))
    return None

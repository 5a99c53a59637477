"""Files compressed with gzip: WARC files above all, and single pages."""

from nizkorcite.saved_forms.limits import decompress_gzip
from nizkorcite.saved_forms.saved_page import FormFacts, SavedPage

_ENDING = ".gz"


def inner_page(page: SavedPage) -> SavedPage | None:
    """
    Return the file that was compressed.

    Raises:
        InputError: The compression is broken or cut off, or the file larger than 64 MiB.
    """
    name = page.name.removesuffix(_ENDING)
    return page.inner(FormFacts(), decompress_gzip(page.data), name=name)

"""XML documents as text."""

import re
from xml.etree import ElementTree as ET

# Extensible Markup Language 1.0, section 2.2: characters that no document may contain.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def xml_text(root: ET.Element) -> str:
    r"""
    Write a document, indented; characters that XML does not allow become spaces.

    >>> xml_text(ET.Element("law"))
    '<?xml version="1.0" encoding="UTF-8"?>\n<law />\n'
    """
    ET.indent(root)
    text = _NO_XML.sub(" ", ET.tostring(root, "unicode"))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'

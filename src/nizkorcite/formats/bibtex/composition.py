"""
Fields that state one value together: title and subtitle, the parts of an ``eprint``, addresses in
fields for other things (biblatex manual, sections 2.2.3 and 3.14.7).
"""

import re
from collections.abc import Mapping

from nizkorcite.formats.bibtex.latex import decode_verbatim

Fields = Mapping[str, str]
_SUBTITLES = {
    "subtitle": "title",
    "booksubtitle": "booktitle",
    "mainsubtitle": "maintitle",
    "journalsubtitle": "journaltitle",
}
_ENDS = (":", "?", "!", ".")
_OF_EPRINT = frozenset(("eprint", "eprinttype", "eprintclass", "archiveprefix", "primaryclass"))
_PUBLISHED = frozenset(
    ("journal", "journaltitle", "booktitle", "publisher", "organization", "howpublished")
)
_ARXIV_NUMBER = re.compile(r"[0-9]{4}\.[0-9]{4,5}(?:v[0-9]+)?|[a-z-]+(?:\.[A-Z]{2})?/[0-9]{7}")
_ADDRESSES = {
    "arxiv": "https://arxiv.org/abs/", "jstor": "https://www.jstor.org/stable/",
    "hdl": "https://hdl.handle.net/", "pubmed": "https://pubmed.ncbi.nlm.nih.gov/",
}  # fmt: skip
_LABELS = {"arxiv": "arXiv:", "pubmed": "PMID: ", "jstor": "JSTOR ", "hdl": "hdl:"}


def with_composed_fields(entry_type: str, fields: Fields) -> Fields:
    """Return the fields of an entry with one field for each value."""
    return _with_address(_with_site(entry_type, _with_eprint(_with_subtitles(fields))))


def _with_subtitles(fields: Fields) -> Fields:
    """
    Join each title and its subtitle by a colon.

    >>> _with_subtitles({"title": "Law", "subtitle": "a history"})
    {'title': 'Law: a history'}
    """
    whole = dict(fields)
    for name, of_title in _SUBTITLES.items():
        if whole.get(name, "").strip() and whole.get(of_title, "").strip():
            title, subtitle = whole[of_title], whole.pop(name)
            colon = "" if title.rstrip("} ").endswith(_ENDS) else ":"
            whole[of_title] = f"{title}{colon} {subtitle}"
    return whole


def _with_eprint(fields: Fields) -> Fields:
    """
    Make a known repository's number the address, or a note beside a DOI or another address.

    >>> _with_eprint({"eprint": "2001.01234", "archiveprefix": "arXiv", "primaryclass": "cs"})
    {'url': 'https://arxiv.org/abs/2001.01234', 'howpublished': 'arXiv'}
    >>> _with_eprint({"eprint": "1407.4956", "eprinttype": "arxiv", "doi": "10.1000/x"})
    {'doi': '10.1000/x', 'addendum': 'arXiv:1407.4956'}
    """
    number = decode_verbatim(fields.get("eprint", ""))
    kind = _repository(number, fields)
    if not number or kind not in _ADDRESSES:
        return fields
    number = re.sub("^arxiv:", "", number, flags=re.IGNORECASE)
    address = _ADDRESSES[kind] + number
    rest = {name: value for name, value in fields.items() if name not in _OF_EPRINT}
    if not (rest.get("url") or rest.get("doi")):
        rest["url"] = address
    elif number not in f"{rest.get('url')} {rest.get('doi')}":
        rest["addendum"] = ". ".join(
            filter(None, (rest.get("addendum", "").removesuffix("."), _LABELS[kind] + number))
        )
    is_preprint = kind == "arxiv" and not (_PUBLISHED.intersection(rest) or rest.get("doi"))
    return {**rest, "howpublished": "arXiv"} if is_preprint else rest


def _repository(number: str, fields: Fields) -> str:
    stated = fields.get("eprinttype") or fields.get("archiveprefix") or ""
    return stated.strip().lower() or ("arxiv" if _ARXIV_NUMBER.fullmatch(number) else "")


def _with_site(entry_type: str, fields: Fields) -> Fields:
    """
    Rename ``eprint`` to ``site`` in entries for biblatex-apa.

    >>> _with_site("online", {"eprint": "Equipo Nizkor"})
    {'site': 'Equipo Nizkor'}
    """
    if entry_type != "online" or "eprinttype" in fields or "organization" in fields:
        return fields
    return {"site" if name == "eprint" else name: value for name, value in fields.items()}


def _with_address(fields: Fields) -> Fields:
    """
    Rename ``howpublished`` to ``url`` if it holds an address, as classic styles print it.

    >>> _with_address({"howpublished": "https://example.org"})
    {'url': 'https://example.org'}
    """
    how = fields.get("howpublished", "")
    if not how.lstrip(" {").startswith(("\\url", "http")) or "url" in fields:
        return fields
    rest = {name: value for name, value in fields.items() if name != "howpublished"}
    return {**rest, "url": how}

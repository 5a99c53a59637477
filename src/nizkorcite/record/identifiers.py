"""
Shapes and check digits of public identifiers.

Own code: the package that knows these numbers (python-stdnum) is under the LGPL and brings several
hundred other number formats for the five needed here.
"""

import re

from nizkorcite.display import in_quotes
from nizkorcite.messages import Message

_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[!-~]+")
_BEFORE_DOI = re.compile(
    r"(?:https?://(?:dx\.|www\.)?doi\.org/|doi(?::\s*|\s+))(?=10\.)", re.IGNORECASE
)


def bare_doi(text: str | None) -> str | None:
    """
    Strip the address or label before a DOI (APA 7, section 9.35).

    >>> bare_doi("https://dx.doi.org/10.1000/182"), bare_doi("doi: 10.1000/182"), bare_doi("10 x")
    ('10.1000/182', '10.1000/182', '10 x')
    """
    if text is None or text.startswith("10."):
        return text
    return _BEFORE_DOI.sub("", text.strip(), count=1) if _BEFORE_DOI.match(text.strip()) else text


def invalid_identifier(scheme: str, value: str) -> Message | None:
    """
    Describe an identifier that its scheme does not allow.

    >>> print(invalid_identifier("issn", "0378-5954"))
    "0378-5954" is not a valid ISSN: its check digit is wrong
    """
    problem = identifier_problem(scheme, value)
    return problem and Message(
        "{value} is not a valid {scheme}: {problem}",
        value=in_quotes(value),
        scheme=scheme.upper(),
        problem=problem,
    )


def identifier_problem(scheme: str, value: str) -> Message | None:
    """
    Describe the fault of an identifier, if its scheme can be checked.

    Args:
        scheme: A scheme of the record's `identifier` (``orcid``, ``isni``, ``isbn``, ...).
        value: The identifier as recorded; spaces and hyphens are allowed where the scheme
            prints them.

    Returns:
        The fault in words; ``None`` where the identifier may be right.

    ISNI: ISO 27729; ORCID: the same digits with hyphens; ISBN: ISO 2108; ISSN: ISO 3297; DOI:
    ISO 26324.

    >>> identifier_problem("issn", "0378-5955")
    >>> print(identifier_problem("issn", "0378-5954"))
    its check digit is wrong
    """
    check = _CHECKS.get(scheme)
    return check(value) if check else None


def _isni(value: str) -> Message | None:
    digits = value.replace(" ", "").replace("-", "")
    if not re.fullmatch(r"[0-9]{15}[0-9X]", digits):
        return Message("it is not 16 digits")
    return _check_digit(_mod_11_2(digits[:-1]) == digits[-1])


def _isbn(value: str) -> Message | None:
    digits = value.replace(" ", "").replace("-", "")
    if re.fullmatch(r"97[89][0-9]{10}", digits):
        weighted = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
        return _check_digit(weighted % 10 == 0)
    if re.fullmatch(r"[0-9]{9}[0-9X]", digits):
        return _check_digit(_weighted_mod_11(digits) == 0)
    return Message("it is neither 13 digits beginning with 978 or 979 nor 10 digits")


def _issn(value: str) -> Message | None:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{3}[0-9X]", value):
        return Message("it is not two groups of four digits joined by a hyphen")
    return _check_digit(_weighted_mod_11(value.replace("-", "")) == 0)


def _doi(value: str) -> Message | None:
    if _DOI.fullmatch(value):
        return None
    return Message('it does not have the form "10.NNNN/suffix"')


def _check_digit(right: bool) -> Message | None:  # noqa: FBT001 - it is the value tested, no switch
    return None if right else Message("its check digit is wrong")


def _mod_11_2(digits: str) -> str:
    """Return the check character of ISO 7064 MOD 11-2."""
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    rest = (12 - total % 11) % 11
    return "0123456789X"[rest]


def _weighted_mod_11(digits: str) -> int:
    """Return the weighted sum of an ISBN-10 or ISSN, modulo 11."""
    values = [10 if digit == "X" else int(digit) for digit in digits]
    return (
        sum(value * weight for value, weight in zip(values, range(len(values), 0, -1), strict=True))
        % 11
    )


_CHECKS = {"isni": _isni, "orcid": _isni, "isbn": _isbn, "issn": _issn, "doi": _doi}

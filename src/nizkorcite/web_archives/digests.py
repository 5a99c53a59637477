"""Digests that records state of their own bytes (ISO 28500:2017, 5.8 and 5.9)."""

import hashlib
from base64 import b32decode
from binascii import Error
from collections.abc import Mapping
from typing import Final

_BLOCK: Final = "warc-block-digest"
_PAYLOAD: Final = "warc-payload-digest"
_ALGORITHMS: Final = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")


def states_digest(fields: Mapping[str, str]) -> bool:
    """Check whether the header fields of a record state a digest that can be computed."""
    return any(_stated(fields.get(name, "")) for name in (_BLOCK, _PAYLOAD))


def fits_block_digest(fields: Mapping[str, str], block: bytes) -> bool | None:
    r"""
    Compare the block of a record with its digest; `None` if none is stated.

    >>> fits_block_digest({"warc-block-digest": "md5:d41d8cd98f00b204e9800998ecf8427e"}, b"")
    True
    """
    return _fits(fields.get(_BLOCK, ""), block)


def fits_payload_digest(fields: Mapping[str, str], *forms: bytes) -> bool | None:
    """
    Compare the payload with its digest; `None` if none is stated.

    Args:
        fields: Header fields of the record.
        forms: The payload with and without the encodings of its transfer: programs differ in which
            one they take the digest of.
    """
    fits = [_fits(fields.get(_PAYLOAD, ""), form) for form in dict.fromkeys(forms)]
    return None if None in fits else True in fits


def _fits(stated: str, data: bytes) -> bool | None:
    known = _stated(stated)
    if known is None:
        return None
    algorithm, digest = known
    return hashlib.new(algorithm, data, usedforsecurity=False).digest() == digest


def _stated(text: str) -> tuple[str, bytes] | None:
    """Parse an algorithm with a digest in hexadecimal digits or Base32."""
    name, _, digits = text.partition(":")
    algorithm = name.strip().lower().replace("-", "")
    if algorithm not in _ALGORITHMS:
        return None
    size = hashlib.new(algorithm, usedforsecurity=False).digest_size
    try:
        value = bytes.fromhex(digits) if len(digits) == 2 * size else b32decode(digits.upper())
    except (Error, ValueError):
        return None
    return (algorithm, value) if len(value) == size else None

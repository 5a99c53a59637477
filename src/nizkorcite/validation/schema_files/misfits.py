"""Misfits of values and keywords in words; those of jsonschema are English alone."""

from collections.abc import Sequence
from typing import Any, Final

from jsonschema import ValidationError

from nizkorcite.messages import Message

_LONGEST: Final = 200


def misfit_message(error: ValidationError) -> Message:
    """
    Describe why a value does not satisfy a keyword.

    >>> from jsonschema import Draft202012Validator
    >>> error = next(Draft202012Validator({"type": "integer"}).iter_errors("a"))
    >>> misfit_message(error).text("es")
    "'a' no es del tipo 'integer'"
    """
    value, bound = _shown(error.instance), error.validator_value
    match error.validator:
        case "type":
            names = ", ".join(map(repr, [bound] if isinstance(bound, str) else _listed(bound)))
            return Message("{value} is not of type {names}", value=value, names=names)
        case "enum":
            return Message("{value} is not one of {names}", value=value, names=_shown(bound))
        case "additionalProperties":
            return Message("{name} is not allowed", name=error.message)  # see `values`
        case "pattern":
            return Message("{value} does not match {pattern}", value=value, pattern=_shown(bound))
        case "required":
            instance: Any = error.instance
            missing = next(name for name in _listed(bound) if name not in instance)
            return Message("{name} is a required property", name=_shown(missing))
        case _:
            return Message(
                "{value} does not satisfy {keyword}: {bound}",
                value=value,
                keyword=_shown(error.validator),
                bound=_shown(bound),
            )


def _listed(names: object) -> Sequence[str]:
    return names if isinstance(names, list) else []


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}..."

"""Locales of the CSL project, by language tag."""

from nizkorcite.errors import StyleError
from nizkorcite.messages import Message

# Of several locales of one language, the first is the default (primary-dialects).
LOCALES = tuple(
    "af-ZA ar bal-PK bg-BG brh-PK ca-AD cs-CZ cy-GB da-DK de-DE de-AT de-CH el-GR en-US en-GB "
    "es-ES es-CL es-MX et-EE eu fa-IR fi-FI fr-FR fr-CA gl-ES he-IL hi-IN hr-HR hu-HU hy-AM id-ID "
    "is-IS it-IT ja-JP km-KH ko-KR la lij-IT lt-LT lv-LV mn-MN ms-MY nb-NO nl-NL nn-NO pa-PK pl-PL "
    "pt-PT pt-BR ro-RO ru-RU sk-SK sl-SI sr-Latn-RS sr-Cyrl-RS sv-SE th-TH tl-PH tr-TR uk-UA vi-VN "
    "zh-CN zh-TW".split()
)


def locale_for(tag: str) -> str:
    """
    Return the locale of a language tag, else the first of its language.

    Raises:
        StyleError: The CSL project has no locale for the language.

    >>> locale_for("es-es"), locale_for("es-AR"), locale_for("pt-BR")
    ('es-ES', 'es-ES', 'pt-BR')
    """
    wanted = tag.strip().casefold()
    of_language = [name for name in LOCALES if name.split("-")[0] == wanted.split("-")[0]]
    if not of_language:
        raise StyleError(
            Message(
                'no locale "{tag}"; give a language such as {examples}',
                tag=tag,
                examples=", ".join(_EXAMPLES),
            )
        )
    return next((name for name in of_language if name.casefold() == wanted), of_language[0])


_EXAMPLES = ("en-GB", "es-ES", "fr-FR", "de-DE", "pt-BR")

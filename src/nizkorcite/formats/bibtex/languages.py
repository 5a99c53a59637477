"""Names of languages in LaTeX's babel, and their BCP 47 tags."""

from functools import lru_cache


def babel_language(tag: str | None) -> str:
    """
    Return babel's name of a language; empty if our table lacks the language.

    Args:
        tag: A BCP 47 tag.

    >>> babel_language("pt-BR"), babel_language("pt-AO"), babel_language("und")
    ('brazilian', 'portuguese', '')
    """
    if tag is None:
        return ""
    return _BABEL.get(tag) or _BABEL.get(tag.split("-")[0], "")


# A file names few languages, in every entry.
@lru_cache(1 << 8)
def language_tag(name: str) -> str | None:
    """
    Return the BCP 47 tag of a babel name or of a tag.

    >>> language_tag("ngerman"), language_tag("en_us"), language_tag("spa"), language_tag("Klingon")
    ('de', 'en-US', 'es', None)
    """
    tags = {**_OTHER_NAMES, **{babel: tag for tag, babel in reversed(_BABEL.items())}}
    if tag := tags.get(name.lower(), name if name in _BABEL else None):
        return tag
    import langcodes  # most files name languages as babel does

    try:
        tag = langcodes.standardize_tag(name)
    except ValueError:
        return None
    return tag if tag.split("-")[0] in _BABEL else None


_OTHER_NAMES = {
    "castellano": "es", "deutsch": "de", "español": "es", "français": "fr", "german": "de",
    "italiano": "it", "português": "pt", "русский": "ru", "ukenglish": "en-GB",
    "usenglish": "en-US",
}  # fmt: skip


_BABEL = {
    "ar": "arabic", "bg": "bulgarian", "ca": "catalan", "cs": "czech", "da": "danish",
    "de": "ngerman", "el": "greek", "en": "english", "en-GB": "british", "en-US": "american",
    "es": "spanish", "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french",
    "gl": "galician", "he": "hebrew", "hr": "croatian", "hu": "hungarian", "it": "italian",
    "ja": "japanese", "la": "latin", "lt": "lithuanian", "lv": "latvian", "mk": "macedonian",
    "nb": "norsk", "nl": "dutch", "nn": "nynorsk", "pl": "polish", "pt": "portuguese",
    "pt-BR": "brazilian", "ro": "romanian", "ru": "russian", "sk": "slovak", "sl": "slovene",
    "sq": "albanian", "sr": "serbian", "sv": "swedish", "tr": "turkish", "uk": "ukrainian",
    "zh": "chinese",
}  # fmt: skip

"""Labels before a source, by language: "Source: The Lantern"."""

from collections.abc import Mapping
from typing import Final

LABELS: Final[Mapping[str, str]] = {
    "en": (
        "source, taken from, reprinted from, article source,"
        " story source, original source, news source, original article, via,"
        " reproduced from, reposted from, copied from"
    ),
    "es": (
        "fuente, fuente original, artículo original, texto original, vía, tomado de,"
        " extraído de, reproducido de"
    ),
    "fr": "source originale, article original, repris de, tiré de",
    "de": "quelle, originalquelle, originalartikel, entnommen aus, übernommen von",
    "it": "fonte, fonte originale, articolo originale, tratto da, ripreso da",
    "pt": "artigo original, retirado de",
    "ca": "font",
    "eu": "iturria",
    "ro": "sursa, sursă, preluat de pe",
    "nl": "bron, overgenomen van, overgenomen uit",
    "sv": "källa",
    "da": "kilde",
    "nn": "kjelde",
    "is": "heimild",
    "fi": "lähde",
    "et": "allikas",
    "lv": "avots",
    "lt": "šaltinis",
    "pl": "źródło",
    "cs": "zdroj",
    "hu": "forrás",
    "sr": "извор, izvor",
    "sl": "vir",
    "bg": "източник",
    "ru": ("источник, оригинал, оригинал статьи, первоисточник, перепечатано из, взято из"),
    "uk": "джерело, першоджерело, передруковано з, друкується за",
    "be": "крыніца",
    "sq": "burimi",
    "el": "πηγή, αναδημοσίευση από",
    "tr": "kaynak",
    "az": "mənbə",
    "hy": "աղբյուր",
    "ka": "წყარო",
    "he": "מקור",
    "ar": "المصدر",
    "fa": "منبع, برگرفته از",
    "ur": "ماخذ",
    "hi": "स्रोत, साभार",
    "bn": "সূত্র",
    "ta": "ஆதாரம்",
    "sw": "chanzo",
    "th": "ที่มา",
    "id": "sumber",
    "vi": "nguồn",
    "zh": (
        "来源, 來源, 文章来源, 文章來源, 稿件来源, 新闻来源, 转自, 本文转自, 转载自,"
        " 原文链接, 资料来源, 資料來源, 本文来源, 新聞來源, 消息来源, 出处, 出處, 轉自, 轉載自"
    ),
    "ja": "出典, 引用元, ソース, 情報源, 出所, 転載元, 元記事",
    "ko": "출처",
}
"""Labels in lower case, separated by commas, by BCP 47 tag; each stands under one language."""

LANGUAGE_OF_LABEL: Final[Mapping[str, str]] = {
    each: language for language, words in LABELS.items() for each in words.split(", ")
}
"""The language of each label."""

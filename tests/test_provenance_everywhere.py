"""The original's agency, place and day stand in whatever a record is written to."""

import pytest

from nizkorcite import cite
from seed import SEED

DAY = {
    "apa": "2017, February 27",
    "biblatex": "origdate = {2017-02-27}",
    "biblatex-apa": "2017-02-27",
    "biblatex-related": "2017-02-27",
    "bibtex": "27 February 2017",
    "csl-json": '"original-date": {\n      "date-parts": [\n        [\n          2017,\n          2,\n          27\n        ]',
    "csl-json-zotero": "original-date: 2017-02-27",
    "csl-yaml": "original-date:\n    date-parts: [[2017, 2, 27]]",
    "hayagriva": '- type: "misc"\n    date: "2017-02-27"',
    "json-ld": '"datePublished": "2017-02-27"',
    "mods": '<dateIssued encoding="w3cdtf">2017-02-27<',
    "plain": "27 February 2017",
    "ris": "27 February 2017",
    "ris-zotero": "original-date: 2017-02-27",
    "wikipedia": "27 February 2017",
    "wikipedia-es": "27 de febrero de 2017",
}
"""How each format spells the day."""


@pytest.mark.parametrize("name", DAY)
def test_agency_place_and_day_of_the_original_stand_in_every_format(name: str) -> None:
    """The seed has Itar Tass, Dushanbe, 27 February 2017; its copy is of another day."""
    text = cite(SEED, name)

    assert [] == [words for words in ("Itar Tass", "Dushanbe", DAY[name]) if words not in text]

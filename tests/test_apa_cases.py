"""
Cases of APA 7 for what an archive republishes, each after a rule of the manual.

Expected texts were written by hand from the rules (sections beside the cases), not taken from an
engine. Italics are between asterisks.
"""

import re
from typing import Any

import pytest

from nizkorcite import PartialDate, Reference, cite, in_text, narrative, organisation
from nizkorcite.record.model import Agent


def person(given: str, family: str, **parts: Any) -> Agent:
    """A person with parts of the name."""
    return Agent(kind="person", name=f"{given} {family}", family=family, given=given, **parts)


def people(number: int) -> tuple[Agent, ...]:
    """So many different authors."""
    return tuple(person("Ana", f"Name{index}") for index in range(1, number + 1))


def item(**values: Any) -> Reference:
    """A reference of 2010 whose dates and groups are given as texts."""
    for name in ("issued", "original_date", "accessed", "republished"):
        if isinstance(values.get(name), str):
            values[name] = PartialDate(values[name])
    for name in ("author", "publisher", "original_publisher", "republisher"):
        if isinstance(values.get(name), str):
            values[name] = (organisation(values[name]),)
    return Reference(**{"id": "a", "type": "webpage", "issued": PartialDate("2010"), **values})


URL = "https://example.org/a"
NIZKOR = (organisation("Equipo Nizkor"), organisation("Derechos Human Rights"))
FISK = (person("Robert", "Fisk"),)

CASES: dict[str, tuple[Reference, str, str]] = {
    "8.11 wire story of a news site": (
        item(author="Reuters", title="Talks at the border", container_title="BBC News", url=URL,
             issued="2017-02-28"),
        "Reuters. (2017, February 28). *Talks at the border*. BBC News. https://example.org/a",
        "(Reuters, 2017)"),
    "9.29 two publishers": (
        item(author="EFE", title="Talks", publisher=NIZKOR, issued="2017-02"),
        "EFE. (2017, February). *Talks*. Equipo Nizkor; Derechos Human Rights.", "(EFE, 2017)"),
    "9.29 author who is one of the publishers": (
        item(author="Equipo Nizkor", title="Statement", genre="Statement", publisher=NIZKOR),
        "Equipo Nizkor. (2010). *Statement* [Statement]. Derechos Human Rights.",
        "(Equipo Nizkor, 2010)"),
    "9.33 author who is the site": (
        item(author="Human Rights Watch", title="Mass graves", url=URL,
             container_title="Human Rights Watch"),
        "Human Rights Watch. (2010). *Mass graves*. https://example.org/a",
        "(Human Rights Watch, 2010)"),
    "10.1 newspaper online": (
        item(type="article-newspaper", author=FISK, title="The massacre", url=URL,
             container_title="The Independent", issued="1982-09-20"),
        "Fisk, R. (1982, September 20). The massacre. *The Independent*. https://example.org/a",
        "(Fisk, 1982)"),
    "10.1 newspaper in print": (
        item(type="article-newspaper", author=FISK, title="The massacre", page="A1-A3",
             container_title="The Independent", issued="1982-09-20"),
        "Fisk, R. (1982, September 20). The massacre. *The Independent*, A1–A3.", "(Fisk, 1982)"),
    "10.1 journal": (
        item(type="article-journal", author=FISK, title="On war", container_title="Example Studies",
             volume="3", issue="2", page="10-20", doi="10.5555/ex.1"),
        "Fisk, R. (2010). On war. *Example Studies, 3*(2), 10–20. https://doi.org/10.5555/ex.1",
        "(Fisk, 2010)"),
    "9.35 DOI given as an address": (
        item(type="book", author=FISK, title="War", doi="http://dx.doi.org/10.5555/ex.1"),
        "Fisk, R. (2010). *War*. https://doi.org/10.5555/ex.1", "(Fisk, 2010)"),
    "9.35 DOI with its label": (
        item(type="book", author=FISK, title="War", doi="DOI: 10.5555/ex.1"),
        "Fisk, R. (2010). *War*. https://doi.org/10.5555/ex.1", "(Fisk, 2010)"),
    "10.1 article number": (
        item(type="article-journal", author=FISK, title="On war", container_title="Example Studies",
             volume="3", issue="2", number="e1234"),
        "Fisk, R. (2010). On war. *Example Studies, 3*(2), Article e1234.", "(Fisk, 2010)"),
    "9.8 two persons": (
        item(type="book", author=(*FISK, person("Ana", "Cruz", particles="de la")), title="War",
             publisher="Example Press"),
        "Fisk, R., & de la Cruz, A. (2010). *War*. Example Press.", "(Fisk & de la Cruz, 2010)"),
    "9.8 two groups": (
        item(type="report", author=NIZKOR, title="Report"),
        "Equipo Nizkor & Derechos Human Rights. (2010). *Report*.",
        "(Equipo Nizkor & Derechos Human Rights, 2010)"),
    "9.8 a person and a group": (
        item(type="report", author=(*FISK, NIZKOR[0]), title="Report"),
        "Fisk, R., & Equipo Nizkor. (2010). *Report*.", "(Fisk & Equipo Nizkor, 2010)"),
    "8.17 three authors": (
        item(type="book", author=people(3), title="War"),
        "Name1, A., Name2, A., & Name3, A. (2010). *War*.", "(Name1 et al., 2010)"),
    "9.8 twenty authors": (
        item(type="book", author=people(20), title="War"),
        ", ".join(f"Name{index}, A." for index in range(1, 20)) + ", & Name20, A. (2010). *War*.",
        "(Name1 et al., 2010)"),
    "9.8 twenty-one authors": (
        item(type="book", author=people(21), title="War"),
        ", ".join(f"Name{index}, A." for index in range(1, 20)) + ", . . . Name21, A. (2010). *War*.",
        "(Name1 et al., 2010)"),
    "9.8 suffix": (
        item(type="book", author=(person("Martin Luther", "King", suffix="Jr."),), title="Why"),
        "King, M. L., Jr. (2010). *Why*.", "(King, 2010)"),
    "9.8 hyphen": (
        item(type="book", author=(person("Jean-Paul", "Sartre"),), title="La nausée"),
        "Sartre, J.-P. (2010). *La nausée*.", "(Sartre, 2010)"),
    "9.10 editors of a book": (
        item(type="book", editor=people(2), title="War", publisher="Example Press"),
        "Name1, A., & Name2, A. (Eds.). (2010). *War*. Example Press.", "(Name1 & Name2, 2010)"),
    "9.28 chapter": (
        item(type="chapter", author=FISK, editor=people(1), title="On war", page="10-20",
             container_title="A book", publisher="Example Press"),
        "Fisk, R. (2010). On war. In A. Name1 (Ed.), *A book* (pp. 10–20). Example Press.",
        "(Fisk, 2010)"),
    "9.39 translation": (
        item(type="book", author=FISK, translator=people(1), title="War", issued="2010",
             original_date="1990", publisher="Example Press"),
        "Fisk, R. (2010). *War* (A. Name1, Trans.). Example Press. (Original work published 1990)",
        "(Fisk, 1990/2010)"),
    "9.38 title in another language": (
        item(type="book", author=FISK, title="La guerra", title_translated="The war",
             language="es"),
        "Fisk, R. (2010). *La guerra* [The war].", "(Fisk, 2010)"),
    "9.19 edition": (
        item(type="book", author=FISK, title="War", edition="3", publisher="Example Press"),
        "Fisk, R. (2010). *War* (3rd ed.). Example Press.", "(Fisk, 2010)"),
    "9.19 edition as an ordinal": (
        item(type="book", author=FISK, title="War", edition="2nd"),
        "Fisk, R. (2010). *War* (2nd ed.).", "(Fisk, 2010)"),
    "9.19 edition in words": (
        item(type="book", author=FISK, title="War", edition="Second edition"),
        "Fisk, R. (2010). *War* (2nd ed.).", "(Fisk, 2010)"),
    "9.19 edition without a number": (
        item(type="book", author=FISK, title="War", edition="Rev. ed."),
        "Fisk, R. (2010). *War* (Rev. ed.).", "(Fisk, 2010)"),
    "10.4 patent": (
        item(type="patent", author=FISK, title="Seat", number="7,734,421", authority="U.S."),
        "Fisk, R. (2010). *Seat* (U.S. Patent No. 7,734,421).", "(Fisk, 2010)"),
    "10.4 patent without its number": (
        item(type="patent", author=FISK, title="Seat"),
        "Fisk, R. (2010). *Seat* [Patent].", "(Fisk, 2010)"),
    "11.4 case whose number is a place in a reporter": (
        item(type="legal_case", title="Doe v. Roe", number="410 U.S. 113", issued="1973",
             authority="Example Court"),
        "Doe v. Roe, 410 U.S. 113 (Example Court 1973).", "(*Doe v. Roe*, 1973)"),
    "9.14 in press": (
        item(type="article-journal", author=FISK, title="War", container_title="Example Studies",
             issued=None, status="in press"),
        "Fisk, R. (in press). War. *Example Studies*.", "(Fisk, in press)"),
    "10.7 review of a book": (
        item(type="review-book", author=FISK, title="On truth", container_title="El País",
             reviewed_title="The war", reviewed_author=people(2)),
        "Fisk, R. (2010). On truth [Review of the book *The war*, by A. Name1 & A. Name2]. "
        "*El País*.", "(Fisk, 2010)"),
    "10.7 review of a film, without a title": (
        item(type="review", author=FISK, container_title="El País", reviewed_title="The border",
             reviewed_genre="film"),
        "Fisk, R. (2010). [Review of the film *The border*]. *El País*.", "(Fisk, 2010)"),
    "9.12 no author, whole work": (
        item(type="report", title="Border security in the region", publisher="Example Institute"),
        "*Border security in the region*. (2010). Example Institute.",
        "(*Border Security in the Region*, 2010)"),
    "8.14 no author, part of a work": (
        item(type="article-newspaper", title="Talks at the border", container_title="El País",
             issued="2010-05-02"),
        "Talks at the border. (2010, May 2). *El País*.", "(“Talks at the Border,” 2010)"),
    "8.14 no author, Spanish": (
        item(type="article-newspaper", title="Memoria y olvido", container_title="El País",
             language="es"),
        "Memoria y olvido. (2010). *El País*.", "(“Memoria y olvido,” 2010)"),
    "9.17 no date": (
        item(type="book", author=FISK, title="War", issued=None),
        "Fisk, R. (n.d.). *War*.", "(Fisk, n.d.)"),
    "9.16 no date, page that changes": (
        item(author="Reuters", title="Live", url=URL, issued=None, accessed="2026-11-24"),
        "Reuters. (n.d.). *Live*. Retrieved November 24, 2026, from https://example.org/a",
        "(Reuters, n.d.)"),
    "9.16 archived copy": (
        item(author="Reuters", title="Live", url=URL, issued=None, accessed="2026-11-24",
             archived_url="https://archive.example.org/1/a"),
        "Reuters. (n.d.). *Live*. https://example.org/a (archived at "
        "https://archive.example.org/1/a)", "(Reuters, n.d.)"),
    "9.14 approximate": (
        item(type="manuscript", author=FISK, title="Diary", issued="1930~"),
        "Fisk, R. (ca. 1930). *Diary* [Unpublished manuscript].", "(Fisk, ca. 1930)"),
    "9.14 season": (
        item(type="article-magazine", author=FISK, title="War", container_title="Quarterly",
             issued="2010-21"),
        "Fisk, R. (2010, Spring). War. *Quarterly*.", "(Fisk, 2010)"),
    "9.14 span of years": (
        item(type="report", author="Equipo Nizkor", title="Letters", issued="1998/2003"),
        "Equipo Nizkor. (1998–2003). *Letters*.", "(Equipo Nizkor, 1998–2003)"),
    "9.14 span of days": (
        item(type="speech", author=FISK, title="War", issued="2010-05-02/2010-05-04",
             event_title="Example Conference", event_place="Bogotá"),
        "Fisk, R. (2010, May 2–4). *War* [Speech]. Example Conference, Bogotá.", "(Fisk, 2010)"),
    "10.4 report with a number": (
        item(type="report", author="World Bank", title="Water", number="12", genre="Report",
             publisher="World Bank", url=URL),
        "World Bank. (2010). *Water* (Report No. 12). https://example.org/a", "(World Bank, 2010)"),
    "10.4 document of the United Nations": (
        item(type="document", author="General Assembly", title="Memory", genre="Resolution",
             number="A/RES/60/147", publisher="United Nations", issued="2005-12-16"),
        "General Assembly. (2005, December 16). *Memory* (Resolution A/RES/60/147). "
        "United Nations.", "(General Assembly, 2005)"),
    "10.4 press release": (
        item(author="Equipo Nizkor", title="Verdict", genre="Press release", url=URL),
        "Equipo Nizkor. (2010). *Verdict* [Press release]. https://example.org/a",
        "(Equipo Nizkor, 2010)"),
    "11.4 judgment": (
        item(type="legal_case", title="Case of Example v. State", number="C-12",
             authority="Inter-American Court of Human Rights", url=URL),
        "Case of Example v. State, C-12 (Inter-American Court of Human Rights 2010). "
        "https://example.org/a", "(*Case of Example v. State*, 2010)"),
    "11.4 judgment that an archive republished": (
        item(type="legal_case", title="Case of Example v. State", layers="both",
             author="Inter-American Court of Human Rights", publisher=NIZKOR, issued="2017-02-28",
             original_publisher="Inter-American Court of Human Rights",
             original_date="1998-11-03"),
        "Case of Example v. State (Inter-American Court of Human Rights 1998). (Republished by "
        "Equipo Nizkor; Derechos Human Rights, 2017, February 28)",
        "(*Case of Example v. State*, 1998)"),
    "11.4 judgment of a judge, who is no court": (
        item(type="legal_case", title="Case of Example v. State", author=FISK, layers="both",
             publisher=NIZKOR, original_publisher="Example Court", original_date="1998"),
        "Case of Example v. State (Example Court 1998). (Republished by Equipo Nizkor; "
        "Derechos Human Rights, 2010)", "(*Case of Example v. State*, 1998)"),
    "11.5 law that an archive republished, without a date": (
        item(type="legislation", title="Ley 52/2007", language="es", publisher=NIZKOR,
             issued="2017", original_publisher="Cortes Generales"),
        "Ley 52/2007 (n.d.). (Republished by Equipo Nizkor; Derechos Human Rights, 2017)",
        "(Ley 52/2007, n.d.)"),
    "8.14 short title": (
        item(type="report", title="A long report on the security of borders",
             title_short="Border security", publisher="Example Institute"),
        "*A long report on the security of borders*. (2010). Example Institute.",
        "(*Border Security*, 2010)"),
    "9.10 director": (
        item(type="motion_picture", director=people(1), title="The border", publisher="Example"),
        "Name1, A. (Director). (2010). *The border* [Film]. Example.", "(Name1, 2010)"),
    "9.14 span of seasons": (
        item(type="article-magazine", author=FISK, title="War", container_title="Quarterly",
             issued="2010-21/2010-22"),
        "Fisk, R. (2010, Spring–Summer). War. *Quarterly*.", "(Fisk, 2010)"),
    "9.14 span of months": (
        item(author=FISK, title="War", issued="2010-05/2010-06"),
        "Fisk, R. (2010, May–June). *War*.", "(Fisk, 2010)"),
    "9.14 decade": (
        item(type="book", author=FISK, title="War", issued="193X"),
        "Fisk, R. (1930–1939). *War*.", "(Fisk, 1930–1939)"),
    "9.41 original of an approximate year": (
        item(type="book", author=FISK, title="War", original_date="1900~"),
        "Fisk, R. (2010). *War*. (Original work published ca. 1900)", "(Fisk, ca. 1900/2010)"),
    "9.38 translated title with its kind": (
        item(author="EFE", title="Noticia", title_translated="News", language="es",
             genre="Press release"),
        "EFE. (2010). *Noticia* [News] [Press release].", "(EFE, 2010)"),
    "9.40 reprint from a periodical with another title": (
        item(author="EFE", title="Talks", publisher=NIZKOR, issued="2017", layers="both",
             original_title="Diálogo", original_container_title="Example Gazette",
             original_volume="12", original_issue="3", original_page="1-9",
             original_publisher="EFE", original_date="2010-05-02", original_url=URL),
        "EFE. (2017). *Talks*. Equipo Nizkor; Derechos Human Rights. (Reprinted from “Diálogo,” "
        "*Example Gazette, 12*(3), 1–9, EFE, 2010, May 2, https://example.org/a)",
        "(EFE, 2010/2017)"),
    "10.13 radio programme": (
        item(type="broadcast", author=FISK, title="The border", container_title="The hour",
             medium="Radio broadcast", publisher="BBC", issued="2010-05-02"),
        "Fisk, R. (2010, May 2). The border [Radio broadcast]. In *The hour*. BBC.",
        "(Fisk, 2010)"),
    "11.4 case in a reporter": (
        item(type="legal_case", title="Doe v. Roe", volume="410", container_title="U.S.",
             page="113", authority="Example Court", issued="1973-01-22"),
        "Doe v. Roe, 410 U.S. 113 (Example Court 1973).", "(*Doe v. Roe*, 1973)"),
    "11.5 law in a gazette": (
        item(type="legislation", title="Ley 52/2007", language="es", volume="310",
             container_title="Boletín Oficial del Estado", page="53410-53416", issued="2007-12-27"),
        "Ley 52/2007, 310 Boletín Oficial del Estado 53410–53416 (2007).", "(Ley 52/2007, 2007)"),
    "11.5 law": (
        item(type="legislation", title="Ley 52/2007", language="es", issued="2007-12-26"),
        "Ley 52/2007 (2007).", "(Ley 52/2007, 2007)"),
    "11.8 treaty": (
        item(type="treaty", title="Rome Statute", issued="1998-07-17", url=URL),
        "Rome Statute, July 17, 1998. https://example.org/a", "(Rome Statute, 1998)"),
    "letter in an archive": (
        item(type="personal_communication", author=FISK, title="Thanks", issued="1948-05-02",
             recipient=people(1), archive="National Archive", archive_place="Madrid",
             archive_collection="Fisk papers", archive_location="Box 1, Folder 2"),
        "Fisk, R. (1948, May 2). *Thanks* [Letter to Ana Name1]. Fisk papers (Box 1, Folder 2), "
        "National Archive, Madrid.", "(Fisk, 1948)"),
    "interview": (
        item(type="interview", author=FISK, title="On war", interviewer=people(1),
             publisher="Radio Example", issued="2010-05-02"),
        "Fisk, R. (2010, May 2). *On war* (A. Name1, Interviewer) [Interview]. Radio Example.", "(Fisk, 2010)"),
    "10.12 radio": (
        item(type="broadcast", author="BBC", title="The hour", medium="Radio broadcast",
             publisher="BBC", issued="2010-05-02"),
        "BBC. (2010, May 2). *The hour* [Radio broadcast].", "(BBC, 2010)"),
    "9.22 no title": (
        item(type="personal_communication", author=FISK, issued="1948"),
        "Fisk, R. (1948). [Letter].", "(Fisk, 1948)"),
    "9.40 reprint that tells both layers": (
        item(author="Itar Tass", title="Putin", publisher=NIZKOR, issued="2017-02-28",
             layers="both", original_publisher="Itar Tass", original_date="2017-02-27",
             original_publisher_place="Dushanbe"),
        "Itar Tass. (2017, February 28). *Putin*. Equipo Nizkor; Derechos Human Rights. "
        "(Reprinted from Itar Tass, Dushanbe, 2017, February 27)", "(Itar Tass, 2017)"),
    "8.15 republication in another year": (
        item(author="Itar Tass", title="Putin", publisher=NIZKOR, issued="2017-02-28",
             original_publisher="Itar Tass", original_date="2010"),
        "Itar Tass. (2017, February 28). *Putin*. Equipo Nizkor; Derechos Human Rights. "
        "(Original work published 2010)", "(Itar Tass, 2010/2017)"),
    "8.15 no date of republication": (
        item(author="Itar Tass", title="Putin", publisher=NIZKOR, issued=None,
             original_date="2010"),
        "Itar Tass. (n.d.). *Putin*. Equipo Nizkor; Derechos Human Rights. "
        "(Original work published 2010)", "(Itar Tass, 2010/n.d.)"),
    "original alone": (
        item(author="Itar Tass", title="Putin", publisher="Itar Tass", layers="original",
             issued="2017-02-27", republisher=NIZKOR, republished="2017-02-28"),
        "Itar Tass. (2017, February 27). *Putin*. (Not consulted; republished by Equipo Nizkor; "
        "Derechos Human Rights, 2017, February 28)", "(Itar Tass, 2017)"),
    "6.7 stop inside quotation marks": (
        item(author="EFE", title="The end of “the deal”"),
        "EFE. (2010). *The end of “the deal.”*", "(EFE, 2010)"),
    "9.4 no second stop": (
        item(author="EFE", title="What next?"), "EFE. (2010). *What next?*", "(EFE, 2010)"),
    "other script": (
        item(author="ТАСС", title="Граница", language="ru"),
        "ТАСС. (2010). *Граница*.", "(ТАСС, 2010)"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_an_entry_follows_the_manual(name: str) -> None:
    """Chapters 9 to 11: every element, in its order and shape."""
    reference, expected, _ = CASES[name]

    assert expected == cite(reference, "apa", markup="markdown").replace("\\", "")


@pytest.mark.parametrize("name", CASES)
def test_a_citation_in_text_follows_the_manual(name: str) -> None:
    """Chapter 8: who and when, in brackets."""
    reference, _, expected = CASES[name]

    assert expected == (in_text(reference, "apa", markup="markdown") or "").replace("\\", "")


@pytest.mark.parametrize("name", CASES)
def test_a_narrative_citation_names_the_same(name: str) -> None:
    """Section 8.11: the names of the brackets with "and", and the year in brackets."""
    reference, _, expected = CASES[name]
    who, year = re.sub(r"(.*),(”?) (.*)", r"\1\2\n\3", expected[1:-1]).split("\n")

    assert f"{who.replace(' & ', ' and ')} ({year})" == (
        narrative(reference, "apa", markup="markdown") or ""
    ).replace("\\", "")

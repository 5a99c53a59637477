"""Values of BibTeX and BibLaTeX: escaped by kind of field, and read back."""

import re
from itertools import islice
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hostile import addresses, one_line_texts
from nizkorcite.formats.bibtex.latex import (
    decode_keywords,
    decode_list,
    decode_names,
    decode_text,
    decode_verbatim,
    encode_keywords,
    encode_list,
    encode_names,
    encode_text,
    encode_title,
    encode_verbatim,
)
from nizkorcite.formats.bibtex.latex.lists import outside_braces
from nizkorcite.formats.bibtex.latex.text import _decoded
from nizkorcite.record.model import Agent, organisation
from nizkorcite.reference.names import inverted_name

# Anything but surrogates, controls that no text holds, and the line breaks other than line feed.
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\n"))
SPECIAL = st.text(alphabet="{}\\~^&%$#_-`'\"?!<>, \t\n\u00a0aA@=.e\u0301", max_size=30)
ONE_LINE = st.integers(0, 2**32).map(lambda seed: next(one_line_texts(seed)))


def depth_is_kept(value: str) -> bool:
    """Whether braces balance for a reader that counts each, and none follows a backslash."""
    depth = 0
    for brace in re.findall(r"\\?[{}]", value):
        depth += {"{": 1, "}": -1}.get(brace, -1000)
        if depth < 0:
            return False
    return depth == 0


@settings(deadline=None, max_examples=400)
@given(TEXTS | SPECIAL)
def test_text_read_back_is_the_text_written(text: str) -> None:
    """Every text survives writing and reading, character for character."""
    assert text == decode_text(encode_text(text))


@settings(deadline=None, max_examples=400)
@given(TEXTS | SPECIAL)
def test_braced_words_change_nothing_of_a_title(title: str) -> None:
    """A title survives like any text, whatever words of it are protected."""
    assert title == decode_text(encode_title(title))


@settings(deadline=None, max_examples=400)
@given(TEXTS | SPECIAL)
def test_no_text_ends_its_value_early(text: str) -> None:
    """Braces of written texts and titles balance, and no backslash stands before one."""
    assert depth_is_kept(encode_text(text))
    assert depth_is_kept(encode_title(text))


@settings(deadline=None, max_examples=400)
@given(TEXTS | SPECIAL)
def test_collapsed_white_space_is_read_back(text: str) -> None:
    """Programs that collapse runs of spaces, as BibTeX does, take none of them from a text."""
    collapsed = re.sub("[ ]+", " ", encode_text(text)).strip(" ")

    assert text == decode_text(collapsed)


@settings(deadline=None, max_examples=400)
@given(TEXTS | SPECIAL)
def test_every_address_has_a_value_that_ends_where_it_ends(address: str) -> None:
    """Whatever an imported address holds, its braces balance and no white space is left."""
    written = encode_verbatim(address)

    assert depth_is_kept(written)
    assert not re.search(r"[\s\\]", written)
    assert written == encode_verbatim(written)


def test_addresses_are_untouched() -> None:
    """An address of characters that may stand in one is written as it is, and read so."""
    some = list(islice(addresses(1), 2000))

    assert some == [encode_verbatim(address) for address in some]
    assert some == [decode_verbatim(address) for address in some]


@settings(deadline=None, max_examples=300)
@given(st.lists(ONE_LINE, max_size=4))
def test_lists_are_split_where_they_were_joined(texts: list[str]) -> None:
    """No "and", "others", comma or brace inside a member makes two of it."""
    assert tuple(texts) == decode_list(encode_list(texts))
    assert tuple(texts) == decode_keywords(encode_keywords(texts))


PARTICLES = st.sampled_from([None, "de", "de la", "van der", "De", "d'", "al-", "and", "v. d."])
PERSONS = st.builds(
    lambda family, given, particles, suffix: Agent(
        kind="person", name=family, family=family, given=given, particles=particles, suffix=suffix
    ),
    ONE_LINE,
    st.none() | ONE_LINE,
    PARTICLES,
    st.sampled_from([None, "Jr.", "III", "and"]),
)


@settings(deadline=None, max_examples=400)
@given(st.lists(PERSONS | ONE_LINE.map(organisation), max_size=4))
def test_names_are_split_where_they_were_joined(agents: list[Agent]) -> None:
    """Whatever names hold, as many agents come back, each with its name in order for a list."""
    read = decode_names(encode_names(agents)).agents

    assert [inverted_name(agent) for agent in agents] == [inverted_name(agent) for agent in read]


@given(SPECIAL)
def test_a_value_of_words_alone_needs_no_decoding(value: str) -> None:
    """The short way gives what the tokens of the value give."""
    assert _decoded(value).text() == decode_text(value)


@given(st.text(alphabet="{} ,ab", max_size=20))
def test_groups_are_hidden_whatever_their_braces(value: str) -> None:
    """The characters outside of braces are left, each at its place; a brace too many closes none."""
    depth, expected = 0, ""
    for character in value:
        depth += character == "{"
        expected += "\0" if depth else character
        depth = max(0, depth - (character == "}"))

    assert expected == outside_braces(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("R&D: 5 % of $3 #1_a", r"R\&D: 5 \% of \$3 \#1\_a", id="backslash"),
        pytest.param("{a}", r"\textbraceleft{}a\textbraceright{}", id="braces"),
        pytest.param("~/x^2\\", r"\textasciitilde{}/x\textasciicircum{}2\textbackslash{}", id="commands"),
        pytest.param("a--b---c", "a-{}-b-{}-{}-c", id="dashes"),
        pytest.param("``a'' ?` !` <<a>> ,,", "`{}`{}a'{}' ?{}`{} !{}`{} <{}<a>{}> ,{},", id="ligatures"),
        pytest.param('a "b" \'c\' `d\'', 'a "b" \'c\' `{}d\'', id="single quotes"),
        pytest.param("a  b ", "a {} b {}", id="runs of spaces"),
        pytest.param("17\u00a0U.S.C.", "17~U.S.C.", id="no-break space"),
        pytest.param("a\nb\r\nc\rd", r"a\newline{}b\newline{}c\newline{}d", id="line breaks"),
        pytest.param("Ñandú Справедливость 正义 e\u0301", "Ñandú Справедливость 正义 e\u0301", id="Unicode stays"),
    ],
)  # fmt: skip
def test_text_is_escaped(text: str, expected: str) -> None:
    """Special characters, ligatures and white space are written so that TeX prints the text."""
    assert expected == encode_text(text)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("Base in Tajikistan", "Base in {Tajikistan}", id="proper name"),
        pytest.param("Russia's base", "Russia's base", id="first word"),
        pytest.param("NATO base of the U.N.", "{NATO} base of the {U.N.}", id="acronyms"),
        pytest.param("iPhone", "{iPhone}", id="capital inside the first word"),
        pytest.param("the “Condor” plan", "the {“Condor”} plan", id="in quotation marks"),
        pytest.param("права Человека", "права {Человека}", id="Cyrillic"),
        pytest.param("about #NATO", r"about {{\#NATO}}", id="no special character of BibTeX"),
        pytest.param("a  B", "a {} {B}", id="run of spaces"),
    ],
)
def test_capitals_of_a_title_are_protected(title: str, expected: str) -> None:
    """Words that a style would write small are braced whole."""
    assert expected == encode_title(title)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        pytest.param("https://example.org/{id}", "https://example.org/{id}", id="balanced braces"),
        pytest.param("https://example.org/}id{", "https://example.org/%7Did%7B", id="unbalanced"),
        pytest.param("https://example.org/a b\\c", "https://example.org/a%20b%5Cc", id="space"),
        pytest.param("10.1002/(SICI)1<3::AID>3.0", "10.1002/(SICI)1<3::AID>3.0", id="old DOI"),
    ],
)
def test_only_what_would_end_an_address_is_encoded(address: str, expected: str) -> None:
    """Percent signs, underscores, hashes and brackets stay; what breaks the file is encoded."""
    assert expected == encode_verbatim(address)


def person(family: str, given: str | None = None, **parts: Any) -> Agent:
    """A person by parts of the name."""
    return Agent(kind="person", name="-", family=family, given=given, **parts)


@pytest.mark.parametrize(
    ("agents", "expected"),
    [
        pytest.param([organisation("Itar Tass")], "{Itar Tass}", id="group"),
        pytest.param([organisation("Smith and Sons, Ltd.")], "{Smith and Sons, Ltd.}", id="and, comma"),
        pytest.param([organisation("others")], "{others}", id="others"),
        pytest.param([organisation("R&D")], r"{R\&D}", id="escaped"),
        pytest.param([person("Fisk", "Robert"), person("Иванов", "Пётр")], "Fisk, Robert and Иванов, Пётр", id="persons"),
        pytest.param([person("King", "Martin Luther", suffix="Jr.")], "King, Jr., Martin Luther", id="suffix"),
        pytest.param([person("Cruz", "Ana", particles="de la")], "de la Cruz, Ana", id="particles"),
        pytest.param([person("Gaulle", "C.", particles="De")], "{De Gaulle}, C.", id="particle with a capital"),
        pytest.param([person("Alembert", "J.", particles="d'")], "d'Alembert, J.", id="particle that leans"),
        pytest.param([person("García Márquez", "G.")], "{García Márquez}, G.", id="two family names"),
        pytest.param([person("Smith-Jones", "A.")], "Smith-Jones, A.", id="hyphen"),
        pytest.param([person("al-Bakr", "A.")], "{al-Bakr}, A.", id="small before a hyphen"),
        pytest.param([person("Smith", "A, B")], "Smith, {A, B}", id="comma in a given name"),
        pytest.param([person("Smith", "A and B")], "Smith, {A and B}", id="and in a given name"),
        pytest.param([person("Cher")], "Cher", id="family name alone"),
        pytest.param([Agent(kind="person", name="Ana de la Cruz")], "{Ana de la Cruz}", id="not parted"),
    ],
)  # fmt: skip
def test_names_are_written(agents: list[Agent], expected: str) -> None:
    """Groups are braced whole; parts of persons only where a reader would part them otherwise."""
    assert expected == encode_names(agents)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(r"Garc{\'i}a G\"{o}del Erd\H{o}s \v Capek fa\c{c}ade", "García Gödel Erdős Čapek façade", id="accents"),
        pytest.param(r"na{\"\i}f \'{\i} \^\i", "naïf í î", id="accents on dotless i"),
        pytest.param(r"Stra\ss e {\AA}ngstr{\o}m \L{}\'od\'z \ae{} {\oe}", "Straße Ångstrøm Łódź æ œ", id="letters"),
        pytest.param("1914--1918 --- ``yes'' ?`qu\\'e?", "1914–1918 — “yes” ¿qué?", id="ligatures"),
        pytest.param(r"\emph{On} {\em the} \textbf{Law} \url{x}", "On the Law x", id="fonts"),
        pytest.param(r"\{a\} \& 5\% \_ \$ \#", "{a} & 5% _ $ #", id="escapes"),
        pytest.param(r"\~{}a \^{}", "~a ^", id="accents on nothing"),
        pytest.param("p.~5, \\S 107", "p.\u00a05, §107", id="ties"),
        pytest.param("a\n      long\n\ttitle", "a long title", id="folded lines"),
        pytest.param(r"\unknown{two words} x", "two words x", id="unknown command"),
        pytest.param(r"\'{\^e} {\'{\i}} \'\^e", "ế í ế", id="accents on accents"),
        pytest.param(r"a\textpm b\textdegree{} \texttrademark{} \textmu m", "a±b° ™ µm", id="symbols"),
        pytest.param(r"18\textsuperscript{th}, \textsuperscript{13}C, CO\textsubscript{2}", "18th, ¹³C, CO₂", id="raised"),
        pytest.param(r"\href{http://example.org/a_b}{Discovery of things}", "Discovery of things", id="link"),
        pytest.param(r"see \url{http://example.org/~a_b}.", "see http://example.org/~a_b.", id="address"),
        pytest.param(r"\ifmmode \check{C}\else \v{C}\fi{}erenkov", "Čerenkov", id="either kind of accent"),
        pytest.param(r"\enquote{a} \textcolor{red}{b}", "“a” b", id="arguments"),
        pytest.param(r"H$_2$O, $x^2$, $\mathbb{Q}_p$, $\ensuremath{\alpha}$-ray", "H₂O, x², ℚₚ, α-ray", id="mathematics"),
        pytest.param(r"$10 \mathrm{K}$, $10^{-3}$, 18$^{\rm th}$, 5$^\circ$", "10 K, 10⁻³, 18th, 5°", id="numbers"),
        pytest.param(r"$\bar{p}$, $\mathcal{N}=4$, $\sqrt{s}$, \(\leq\)", "p̄, 𝒩=4, √s, ≤", id="letters of formulas"),
        pytest.param(r"a $\frac{x}{y}$ b", r"a $\frac{x}{y}$ b", id="formula beyond Unicode"),
        pytest.param("from $5 to $10", "from $5 to $10", id="money"),
        pytest.param(" { { Padded }  title } ", "Padded title", id="blanks"),
    ],
)  # fmt: skip
def test_latex_of_others_is_read(value: str, expected: str) -> None:
    """Common LaTeX in files of other programs is read as what it prints."""
    assert expected == decode_text(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("Ana Maria de la Cruz", ("Ana Maria", "de la", "Cruz", None), id="First von Last"),
        pytest.param("de la Cruz, Ana Maria", ("Ana Maria", "de la", "Cruz", None), id="von Last, First"),
        pytest.param("King, Jr., Martin Luther", ("Martin Luther", None, "King", "Jr."), id="von Last, Jr, First"),
        pytest.param("Charles {de Gaulle}", ("Charles", None, "de Gaulle", None), id="braced particle"),
        pytest.param("Robert~Fisk", ("Robert", None, "Fisk", None), id="tie"),
        pytest.param("Cher", (None, None, "Cher", None), id="one word"),
    ],
)  # fmt: skip
def test_names_of_others_are_read(value: str, expected: tuple[str | None, ...]) -> None:
    """Each of BibTeX's three forms of a name gives its parts."""
    (agent,) = decode_names(value).agents

    assert expected == (agent.given, agent.particles, agent.family, agent.suffix)


def test_and_others_names_nobody() -> None:
    """The words "and others" at the end of a list are no author."""
    read = decode_names("Fisk, Robert AND {Itar Tass} and others")

    assert (["Robert Fisk", "Itar Tass"], True) == (
        [each.name for each in read.agents],
        read.and_others,
    )


@pytest.mark.parametrize(
    "value",
    [
        r"https://example.org/a\_b\%20c\&d\#e",
        r"\url{https://example.org/a_b%20c&d#e}",
        r" https://example.org/a{\_}b%20c\&d#e ",
    ],
)
def test_escaped_addresses_of_others_are_mended(value: str) -> None:
    """Programs that escape addresses as text do no lasting harm."""
    assert "https://example.org/a_b%20c&d#e" == decode_verbatim(value)


def test_a_tilde_written_as_a_command_is_mended() -> None:
    """Old files write the tilde of a home page as a command."""
    assert "https://example.org/~me" == decode_verbatim(r"https://example.org/\textasciitilde{}me")

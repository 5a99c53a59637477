"""Files of BibTeX and BibLaTeX as people and programs write them, by kind of trouble."""

import pytest

from nizkorcite import cite, in_text, organisation
from nizkorcite.formats.bibtex import biblatex, bibtex
from nizkorcite.formats.bibtex.parser import read_all
from nizkorcite.reference import Reference
from nizkorcite.reference.names import ET_AL

REST = "title = {Law}, journal = {J}, year = 2001"
LISTED = {
    "accent in quotation marks": (
        r'@article{a, author = "M{\"u}ller, Hans and Roe, Ann", title = "Die K{\"o}nigin", year = 2001}',
        "Müller, H., & Roe, A. (2001). Die Königin."),
    "accents at the beginning of names": (
        r'@article{a, author = "Babur, {\"O}zg{\"u}n and {\"O}z, {\"U}lk{\"u}", title = {T}, year = 2001}',
        "Babur, Ö., & Öz, Ü. (2001). T."),
    "small letter after an accent": (
        r"@article{a, author = {{\'E}tienne Dupont}, title = {T}, year = 2001}",
        "Dupont, É. (2001). T."),
    "tilde without braces in a name": (
        r"@article{a, author = {Nu\~nez, Ana and Jos\'e Mu\~{n}oz}, title = {T}, year = 2001}",
        "Nuñez, A., & Muñoz, J. (2001). T."),
    "accent and blank in a name": (
        r"@article{a, author = {Fran\c cois Dupont}, title = {T}, year = 2001}",
        "Dupont, F. (2001). T."),
    "others": (
        "@article{a, author = {Roe, Ann and others}, " + REST + "}", "Roe, A., et al. (2001). Law. J."),
    "et al.": (
        "@article{a, author = {Roe, Ann and Poe, B. et al.}, " + REST + "}",
        "Roe, A., Poe, B., et al. (2001). Law. J."),
    "others in Spanish": (
        "@article{a, author = {Roe, Ann and y cols.}, " + REST + "}", "Roe, A., et al. (2001). Law. J."),
    "and before the first name": (
        "@article{a, author = {and Roe, Ann}, " + REST + "}", "Roe, A. (2001). Law. J."),
    "surnames joined by y": (
        r"@article{a, author = {Santiago Ram{\'o}n y Cajal and Ortega y Gasset, Jos\'e}, " + REST + "}",
        "Ramón y Cajal, S., & Ortega y Gasset, J. (2001). Law. J."),
    "single quotation marks": (
        "@book{a, title = {The `new' and ``its `old' law'' don't}, year = 2001}",
        "The ‘new’ and “its ‘old’ law” don't. (2001)."),
    "commands with a star": (
        r"@book{a, title = {\enquote*{Law} and \emph* {order}}, year = 2001}", "“Law” and order. (2001)."),
    "text for formulas and for bookmarks": (
        r"@book{a, title = {\texorpdfstring{$\beta$}{beta} decay}, year = 2001}", "beta decay. (2001)."),
    "type stated twice, blanks in pages": (
        "@article{a, title = {T}, journal = {J}, year = 2001, pages = {12 - 15}, type = {Article}}",
        "T. (2001). J, 12–15."),
    "number of an article": (
        "@article{a, title = {T}, journal = {J}, year = 2001, articleno = {12}}",
        "T. (2001). J, Article 12."),
    "work without a title": (
        "@book{a, author = {Roe, A.}, volume = {2}, pages = {3--4}, year = 2001}",
        "Roe, A. (2001). [Untitled] (Vol. 2, pp. 3–4)."),
    "in press in the note": (
        "@article{a, title = {T}, journal = {J}, note = {To appear.}}", "T. (in press). J."),
    "ahead of print in words": (
        "@article{a, title = {T}, journal = {J}, year = 2001, pubstate = {Advance online publication}}",
        "T. (2001). J. Advance online publication."),
    "publisher with an and": (
        "@book{a, title = {Law}, publisher = {Taylor and Francis}, year = 2001}",
        "Law. (2001). Taylor and Francis."),
    "publisher with braces": (
        "@book{a, title = {Law}, publisher = {Science and Business Media {LLC}}, year = 2001}",
        "Law. (2001). Science and Business Media LLC."),
    "two publishers": (
        "@book{a, title = {Law}, publisher = {{Routledge} and {Sage}}, date = {2001}}",
        "Law. (2001). Routledge; Sage."),
    "newspaper": (
        "@article{a, author = {{EFE}}, title = {Law}, journaltitle = {El Diario}, date = {2019-03-02}, "
        "entrysubtype = {newspaper}}", "EFE. (2019, March 2). Law. El Diario."),
    "collection": (
        "@collection{a, editor = {Roe, A.}, title = {Fog}, publisher = {P}, date = {2001}}",
        "Roe, A. (Ed.). (2001). Fog. P."),
    "German and French quotation marks": (
        r"@book{a, author = {Roe, A.}, title = {\glqq Nebel\grqq{} und \flqq \glq Sturm\grq\frqq}, date = {2001}}",
        "Roe, A. (2001). „Nebel“ und «‚Sturm‘»."),
    "video": ("@video{a, author = {Roe, A.}, title = {Fog}, date = {2001}}", "Roe, A. (2001). Fog [Video]."),
    "book in a book": (
        "@bookinbook{a, author = {Roe, A.}, title = {Fog}, booktitle = {Weather}, date = {2001}}",
        "Roe, A. (2001). Fog. In Weather."),
    "macro of astronomers": (
        r"@article{a, author = {Roe, A.}, title = {Fog}, journal = {\apj}, year = 2001}",
        "Roe, A. (2001). Fog. The Astrophysical Journal."),
    "macros of the preamble": (
        r'@preamble{"\newcommand{\noop}[1]{}" # "\def\fog{Fog}"} @book{a, title = {\noop{x}The \fog{} of '
        r"{\noop{b}}war}, year = {\noop{1973}1974}}", "The Fog of war. (1974)."),
    "string of strings": (
        '@string{j = "Journal"} @string{jf = j # " of Fog"} @article{a, title = {T}, journal = jf, year = 2001}',
        "T. (2001). Journal of Fog."),
    "blanks": ("@book{a, author = { Roe,  Ann }, title = { { Padded }  title }, year = 2001}",
               "Roe, A. (2001). Padded title."),
    "date in two fields": (
        "@online{a, title = {T}, date = {Mar 3}, year = {2006}}", "T. (2006, March 3)."),
    "time of day": ("@online{a, title = {T}, date = {2004-04-05T14:34:00}}", "T. (2004, April 5)."),
    "approximate date": ("@book{a, title = {T}, date = {1890~}}", "T. (ca. 1890)."),
    "reprint in the year": ("@book{a, title = {T}, year = {[1923] 1961}}",
                            "T. (1961). (Original work published 1923)"),
    "before our era": ("@book{a, title = {T}, date = {-0384/-0321}}", "T. (385–322 B.C.E.)."),
    "forthcoming": ("@book{a, title = {T}, pubstate = {forthcoming}}", "T. (in press)."),
    "in press in the year": ("@book{a, title = {T}, year = {in press}}", "T. (in press)."),
    "submitted": ("@unpublished{a, title = {T}, pubstate = {submitted}, date = {2020}}",
                  "T. (2020). [Manuscript submitted for publication]."),
    "ahead of print": (
        "@article{a, title = {T}, journaltitle = {J}, pubstate = {prepublished}, date = {2020}}",
        "T. (2020). J. Advance online publication."),
    "type that begins like a comment": ("@commentary{a, title = {T}, date = {2001}}", "T. (2001)."),
    "particles behind": (
        "@book{a, author = {family=Montclos, given=Henri, prefix=de, useprefix=false}, title = {T}, year = 2001}",
        "Montclos, H. de. (2001). T."),
    "particles behind by an option": (
        "@book{a, author = {de la Cruz, Ana}, options = {useprefix=false}, title = {T}, year = 2001}",
        "Cruz, A. de la. (2001). T."),
    "tie in a particle": (
        "@book{a, author = {given=Vincent, family=Gogh, prefix=van~der}, title = {T}, year = 2001}",
        "van der Gogh, V. (2001). T."),
    "suffix after the only comma": (
        "@book{a, author = {Sammy Davis, Jr.}, title = {T}, year = 2001}", "Davis, S., Jr. (2001). T."),
    "reprint of a chapter": (
        "@incollection{a, author = {Roe, A.}, title = {T}, booktitle = {New}, publisher = {P}, date = {2005}, "
        "related = {s}, relatedtype = {reprintfrom}} @incollection{s, author = {Roe, A.}, title = {T}, "
        "editor = {Poe, Edgar}, booktitle = {Old}, publisher = {CUP}, date = {1984}, pages = {5--9}, "
        "options = {dataonly}}",
        "Roe, A. (2005). T. In New. P. (Reprinted from Old, 5–9, by E. Poe, Ed., CUP, 1984)"),
    "translation": (
        "@book{a, author = {Roe, A.}, title = {T}, date = {2005}, related = {o}, relatedtype = "
        "{translationof}} @book{o, title = {O}, author = {Roe, A.}, date = {1999}, publisher = {P}, "
        "options = {dataonly}}", "Roe, A. (2005). T. (Original work published 1999)"),
}  # fmt: skip


@pytest.mark.parametrize("kind", LISTED)
def test_an_entry_is_listed_as_it_prints(kind: str) -> None:
    """And without a word, where nothing is in doubt."""
    text, expected = LISTED[kind]
    read = read_all(text)

    assert ([expected], ()) == ([cite(each) for each in read.references], read.findings)


TOLD = {
    "names with commas": (
        "@book{a, author = {Smith, J., Roe, K., Poe, L. and Cruz, A.}, title = {T}, year = 2001}",
        ["Cruz, A. (2001). T."],
        ['NZ402 a: author: "Smith, J., Roe, K., Poe, L.": too many commas; join names by "and"; left out']),
    "two names with commas": (
        "@book{a, author = {A. Smith, B. Roe and Cruz, A.}, title = {T}, year = 2001}",
        ["Cruz, A. (2001). T."],
        ['NZ402 a: author: "A. Smith, B. Roe": an initial before the family name; join names by "and"; '
         "left out"]),
    "three parts without a suffix": (
        "@book{a, author = {Smith, J., Roe and Cruz, A.}, title = {T}, year = 2001}",
        ["Cruz, A. (2001). T."],
        ['NZ402 a: author: "Smith, J., Roe": "J." is no suffix; join names by "and"; left out']),
    "semicolons": (
        "@book{a, author = {Smith, J.; Roe, K. and Cruz, A.}, title = {T}, year = 2001}",
        ["Cruz, A. (2001). T."],
        ['NZ402 a: author: "Smith, J.; Roe, K.": contains ";"; join names by "and"; left out']),
    "ampersand": (
        "@book{a, author = {J. Smith \\& K. Roe and Cruz, A.}, title = {T}, year = 2001}",
        ["Cruz, A. (2001). T."],
        ['NZ402 a: author: "J. Smith \\\\& K. Roe": contains "&"; join names by "and"; left out']),
    "names joined by a word of another language": (
        "@book{a, author = {Hans Cruz und Ann Roe and Cruz, A.}, title = {T}, year = 2001}",
        ["Cruz, A. (2001). T."],
        ['NZ402 a: author: "Hans Cruz und Ann Roe": contains "und"; join names by "and"; left out']),
    "two names joined by y": (
        "@book{a, author = {Ann Roe y Ben Poe}, title = {T}, year = 2001}",
        ["Poe, A. R. Y. B. (2001). T."],
        ['NZ402 a: author: "Ann Roe y Ben Poe" is read as one person; join two names by "and"']),
    "academic title": (
        "@book{a, author = {Prof. Dr. Ann Roe}, title = {T}, year = 2001}", ["Roe, A. (2001). T."],
        ['NZ402 a: author: removed "Prof. Dr." from "Prof. Dr. Ann Roe"']),
    "name of nothing": (
        "@book{a, author = {Roe, A. and {} and Cruz, A.}, title = {T}, year = 2001}",
        ["Roe, A., & Cruz, A. (2001). T."],
        ['NZ402 a: author: "{}": the name is empty; left out']),
    "others alone": (
        "@book{a, author = {others}, title = {T}, year = 2001}", ["T. (2001)."],
        ['NZ402 a: author: "others" names authors only in part; left out']),
    "group without braces": (
        "@book{a, author = {Equipo Prueba}, title = {T}, year = 2001}", ["Prueba, E. (2001). T."],
        ['NZ402 a: author: "Equipo Prueba" looks like an organisation, and is read as a person; '
         "put it in braces"]),
    "one name of several": (
        "@book{a, author = {Roe, A. and , foo and Poe, B.}, title = {T}, year = 2001}",
        ["Roe, A., & Poe, B. (2001). T."],
        ['NZ402 a: author: ", foo": the family name is missing; left out']),
    "organisation without braces": (
        "@book{a, author = {European Research Council}, title = {T}, year = 2001}",
        ["Council, E. R. (2001). T."],
        ['NZ402 a: author: "European Research Council" looks like an organisation, and is read as a '
         "person; put it in braces"]),
    "number of DBLP": (
        "@book{a, author = {Wei Wang 0001}, title = {T}, year = 2001}",
        ["Wang, W. (2001). T."],
        ['NZ402 a: author: removed "0001" from "Wei Wang 0001"']),
    "role within a name": (
        "@book{a, author = {Poe, E. A. (Ed.)}, title = {T}, year = 2001}",
        ["Poe, E. A. (2001). T."],
        ['NZ402 a: author: removed "(Ed.)" from "Poe, E. A. (Ed.)"'],
    ),
    "one person or two": (
        "@book{a, author = {John Smith, Jane Roe}, title = {T}, year = 2001}",
        ["John Smith, J. R. (2001). T."],
        ['NZ402 a: author: "John Smith, Jane Roe" is read as one person; join two names by "and"'],
    ),
    "office without braces": (
        "@book{a, author = {Bureau of Fog}, title = {T}, year = 2001}",
        ["of Fog, B. (2001). T."],
        [
            'NZ402 a: author: "Bureau of Fog" looks like an organisation, and is read as a person; '
            "put it in braces"
        ],
    ),
    "unknown command, once a file": (
        r"@book{a, title = {\foo{Law} and \foo{order}}, year = 2001} @book{b, title = {\foo T}, year = 2002}",
        ["Law and order. (2001).", "T. (2002)."],
        ["NZ402 \\\\foo: unknown LaTeX command; its arguments are kept (values: 2)"]),
    "unknown commands, in the order of the file": (
        r"@book{a, title = {\zoo{Law}}, note = {\foo{N}}, publisher = {\qux{P}}, year = 2001}",
        ["Law. (2001). P."],
        [f"NZ402 \\\\{name}: unknown LaTeX command; its arguments are kept (values: 1)"
         for name in ("zoo", "foo", "qux")]),
    "formula beyond Unicode": (
        r"@book{a, title = {$\frac{a}{b}$ and $\frac{c}{d}$}, year = 2001}",
        [r"$\frac{a}{b}$ and $\frac{c}{d}$. (2001)."],
        ["NZ402 $\\\\frac{a}{b}$: formula without a form in Unicode; kept as LaTeX (formulas: 2)"]),
    "missing comma between fields": (
        "@book{a, title = {T} file = {x.pdf}, year = 2001\n publisher = {P}}", ["T. (2001). P."],
        ["NZ402 a: title: a comma is missing after the value",
         "NZ402 a: year: a comma is missing after the value",
         'NZ403 a: cannot use the field "file"; left out']),
    "words after a value": (
        "@book{a, title = {T} of, author = {Roe, A.}, year = 2001}", ["Roe, A. (2001). [Untitled]."],
        ['NZ401 a: cannot read the value of "title"; put it in braces, and a comma after it']),
    "value of nothing": (
        "@book{a, title = , author = {Roe, A.}, year = 2001}", ["Roe, A. (2001). [Untitled]."],
        ['NZ401 a: cannot read the value of "title"; put it in braces, and a comma after it']),
    "sign without a part after it": (
        "@book{a, title = {T} #, author = {Roe, A.}, year = 2001}", ["Roe, A. (2001). [Untitled]."],
        ['NZ401 a: cannot read the value of "title"; put it in braces, and a comma after it']),
    "two signs": (
        "@book{a, title = {T} # # {U}, author = {Roe, A.}, year = 2001}",
        ["Roe, A. (2001). [Untitled]."],
        ['NZ401 a: cannot read the value of "title"; put it in braces, and a comma after it']),
    "string with a sign at its end": (
        '@string{j = "Fog" #} @article{a, title = {T}, journal = j, year = 2001}', ["T. (2001)."],
        ['NZ401 cannot read the value of "j"; put it in braces, and a comma after it']),
    "missing key": (
        "@book{author = {Roe, A.}, title = {T}, year = 2001}", ["Roe, A. (2001). T."],
        ["NZ402 the entry has no key; write one before the first field"]),
    "missing comma after the key": (
        "@ book {roe\n author = {Roe, A.}, title = {T}, year = 2001}", ["Roe, A. (2001). T."],
        ['NZ402 a comma is missing after the key "roe"']),
    "brace too many": (
        "@book{a, title = {T}}, year = 2001}", ["T. (n.d.)."],
        ["NZ401 fields outside an entry were not read; is a brace too many before them?"]),
    "string without a value": (
        '@string{j = "Fog" of} @article{a, title = {T}, journal = j, year = 2001}', ["T. (2001)."],
        ['NZ401 cannot read the value of "j"; put it in braces, and a comma after it']),
    "string defined again": (
        '@string{j = "Fog"} @article{a, title = {T}, journal = j, year = 2001}\n@string{J = "Rain"}\n'
        '@string{k = j # " of May"} @article{b, title = {U}, journal = k, year = 2001}',
        ["T. (2001). Fog.", "U. (2001). Rain of May."],
        ['NZ402 the string "J" is defined again; entries after it have the new text']),
    "string of nowhere": (
        "@article{a, title = {T}, journal = nosuch # { X}, year = 2001}", ["T. (2001). nosuch X."],
        ['NZ402 a: journal: no @string defines "nosuch"; printed as it is']),
    "date without a reading": (
        "@book{a, title = {T}, date = {Holy Week}}", ["T. (Holy Week)."],
        ['NZ402 a: date: "Holy Week" is not a date; printed as it is']),
    "date without a reading beside a year": (
        "@book{a, title = {T}, date = {Holy Week}, year = 1999}", ["T. (1999)."],
        ['NZ402 a: date: "Holy Week" is not a date; left out']),
    "related entry of another kind": (
        "@book{a, title = {T}, year = 2001, related = {b}, relatedtype = {multivolume}} "
        "@book{b, title = {U}, year = 2002}", ["T. (2001).", "U. (2002)."],
        ['NZ403 a: cannot use the related entry "b" of type "multivolume"; left out']),
    "related entry of nowhere": (
        "@book{a, title = {T}, year = 2001, related = {b}, relatedtype = {reprintof}}", ["T. (2001)."],
        ['NZ403 a: the file has no related entry "b"; left out']),
    "subtype of nowhere": (
        "@article{a, title = {T}, date = {2001}, entrysubtype = {fog}}", ["T. (2001)."],
        ['NZ402 a: entrysubtype: "fog" is not a known value; left out']),
    "editor of another role": (
        "@book{a, title = {T}, year = 2001, editora = {Roe, A.}, editoratype = {reviser}}", ["T. (2001)."],
        ['NZ403 a: cannot use the field "editora (reviser)"; left out']),
    "reference of HTML": (
        "@book{a, title = {War &amp; Peace}, publisher = {AT&T; Co}, year = 2001}", ["War &amp; Peace. (2001). AT&T; Co."],
        ['NZ402 a: title: "&amp;" is HTML, and kept as it is']),
    "letters of babel's German": (
        r"""@book{a, title = {M"uller im K{\"o}nigreich "und" Gr\"un}, year = 2001}""",
        ['M"uller im Königreich "und" Grün. (2001).'],
        ["NZ402 a: title: \"u may be a letter in babel's German; printed as it is"]),
    "name of a field in capitals": (
        "@book{a, title = {T}, Title = {U}, year = 2001}", ["U. (2001)."],
        ['NZ402 "title": given twice; the last value was used']),
}  # fmt: skip


@pytest.mark.parametrize("kind", TOLD)
def test_a_doubt_costs_itself_and_is_told(kind: str) -> None:
    """What cannot be read is left out or kept as it is, with its reason; the rest is read."""
    text, expected, told = TOLD[kind]
    read = read_all(text)

    assert expected == [cite(each) for each in read.references]
    assert told == [f"{each.code} {each.message}".replace("\\", "\\\\") for each in read.findings]


def test_a_shortened_list_is_cited_as_one() -> None:
    """One author and others are several authors in a text."""
    (reference,) = read_all("@article{a, author = {Roe, Ann and others}, " + REST + "}").references

    assert (
        "(Roe et al., 2001)",
        'Ann Roe et al., "Law," J, 2001.',
        'Roe et al., "Law," 2001.',
    ) == (in_text(reference), cite(reference, "plain"), cite(reference, "short"))


@pytest.mark.parametrize("style", ["wikipedia", "wikipedia-es"])
def test_a_shortened_list_is_one_in_wikipedia(style: str) -> None:
    """The templates have a parameter for others, who are no author of that name."""
    (reference,) = read_all("@article{a, author = {Roe, Ann and others}, " + REST + "}").references
    template = cite(reference, style)

    assert ("|display-authors=etal |" in template, "et al." in template) == (True, False)


@pytest.mark.parametrize(
    "module", [biblatex, bibtex], ids=lambda module: module.__name__.split(".")[-1]
)
@pytest.mark.parametrize(
    "values",
    [
        pytest.param({"author": (organisation("EFE"), ET_AL), "title": "Law"}, id="others"),
        pytest.param({"type": "article-newspaper", "container_title": "El País"}, id="newspaper"),
        pytest.param({"type": "article-magazine", "container_title": "Time"}, id="magazine"),
        pytest.param({"issued_literal": "Holy Week"}, id="literal date"),
        pytest.param({"status": "in press"}, id="in press"),
    ],
)  # fmt: skip
def test_kinds_survive(module: object, values: dict[str, object]) -> None:
    """Each is read back from the file that our writers make."""
    expected = Reference(**{"id": "a", "citation_key": "a", "type": "book", **values})  # type: ignore[arg-type]

    assert (expected,) == read_all(module.write_all([expected])).references  # type: ignore[attr-defined]

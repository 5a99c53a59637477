"""The site of static pages: what a reader, a program and a browser find on it."""

import json
import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any, get_args
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

import nizkorcite as nz
from archive_pages import archive_entries
from hostile import one_line_texts
from nizkorcite.display import shown_lines
from nizkorcite.files.kinds import HEAD
from nizkorcite.languages import LANGUAGES, Language
from nizkorcite.loading.documents import Supplied, load
from nizkorcite.loading.inputs import Input
from nizkorcite.record.vocabulary import RelationType
from nizkorcite.site import SiteDocument, SiteSettings, site_files
from nizkorcite.site.labels import RELATIONS
from nizkorcite.site.marked_text import marked_text
from nizkorcite.site.paths import document_path, group_path
from nizkorcite.site.search_index import folded_words
from seed import SEED
from strategies import documents

ADDRESS = "https://archive.example.org/a"
BUILT = nz.Instant("2026-11-27T10:00:00Z")
SEED_PAGE = "documents/seed.html"
TO_COPY = ("bibtex", "biblatex", "ris", "csl-json", "hayagriva", "wikipedia", "wikipedia-es")


def site(*entries: SiteDocument, lang: Language = "en", **settings_: Any) -> dict[str, str]:
    """The files of a site by their paths."""
    about = SiteSettings(title="An archive", lang=lang, built=BUILT, **settings_)
    files = list(site_files(entries, about))
    assert len({each.path.lower() for each in files}) == len(files)
    return {each.path: each.text for each in files}


def page(document: nz.Document, text: str | None = None, **settings_: Any) -> LexborHTMLParser:
    """The page of one document, parsed as browsers do."""
    files = site(SiteDocument(document=document, text=text), **settings_)
    return LexborHTMLParser(files[document_path(document.id)])


def one(parsed: LexborHTMLParser, selector: str) -> LexborNode:
    """The first element of its kind, which there must be."""
    node = parsed.css_first(selector)
    assert node is not None, selector
    return node


def texts(parsed: LexborHTMLParser, selector: str) -> list[str]:
    """The words of elements, with white space collapsed."""
    return [" ".join(node.text().split()) for node in parsed.css(selector)]


@pytest.fixture(scope="module")
def archive() -> dict[str, str]:
    """A site of 40 documents in two languages."""
    return site(*archive_entries(40), address=ADDRESS, email="keeper@example.org")


def html_pages(files: Mapping[str, str]) -> Iterator[tuple[str, LexborHTMLParser]]:
    """The pages among the files."""
    return (
        (path, LexborHTMLParser(text)) for path, text in files.items() if path.endswith(".html")
    )


# Pages and their links


def test_every_link_of_a_page_leads_to_a_file_or_a_place_in_it(archive: dict[str, str]) -> None:
    """Also those to styles, scripts, downloads and the words in the text."""
    places = {path: {node.id for node in each.css("[id]")} for path, each in html_pages(archive)}
    broken = [
        (path, address)
        for path, each in html_pages(archive)
        for node in each.css("[href], [src]")
        if not re.match(
            "https?:", address := str(node.attributes.get("href") or node.attributes["src"])
        )
        and not leads_somewhere(path, address, places, archive)
    ]

    assert [] == broken
    assert all(
        len(ids) == len(each.css("[id]"))
        for (path, each), ids in zip(html_pages(archive), places.values(), strict=True)
    )


def leads_somewhere(
    path: str, address: str, places: Mapping[str, set[str | None]], files: Mapping[str, str]
) -> bool:
    """Whether a relative address names a file of the site, and a place in it if it names one."""
    name, _, fragment = unquote(address).partition("#")
    target = normpath(join(dirname(path), name)) if name else path
    return target in files and (not fragment or fragment in places[target])


def test_no_page_loads_anything_from_elsewhere(archive: dict[str, str]) -> None:
    """Styles and scripts are files of the site, and the policy of each page allows no others."""
    loaded = {
        (
            node.tag,
            str(node.attributes.get("src") or node.attributes.get("href")).removeprefix("../"),
        )
        for _, each in html_pages(archive)
        for node in each.css('script[src], link[rel="stylesheet"], img, iframe, object, embed')
    }
    policies = {
        one(each, "meta[http-equiv]").attributes["content"] for _, each in html_pages(archive)
    }

    assert {("link", "site.css"), ("script", "copy.js"), ("script", "search.js")} == loaded
    assert [
        "default-src 'none'; img-src 'self' file:; script-src 'self' file:; style-src 'self' file:; "
        "form-action 'self' file:; base-uri 'none'"
    ] == [*policies]
    assert "url(" not in archive["site.css"]
    assert "@import" not in archive["site.css"]


def test_a_page_has_both_layers_with_the_words_of_each_value() -> None:
    """The number behind a value leads to the words, and these to their mark in the text."""
    reading = nz.read(b"T\n\nBody.\n[Source: Itar Tass, Dushanbe, 27Feb17]\n")
    parsed = page(reading.document, reading.page.text)

    assert ["Publisher", "Place", "Date", "Attribution", "Source line"] == texts(
        parsed, ".original dt"
    )
    assert ["Itar Tass 2", "Dushanbe 3", "27 February 2017 4"] == texts(parsed, ".original dd")[:3]
    link = one(parsed, ".original .proof").attributes["href"]
    words = one(parsed, f"{link} td a")
    assert "Itar Tass" == words.text()
    assert "Itar Tass" == one(parsed, str(words.attributes["href"])).text()


def test_what_is_not_stated_is_called_so() -> None:
    """An empty place is no guess."""
    bare = nz.Document(
        id="a", type="web_page", language="und", original=nz.Original(attribution="unknown")
    )
    parsed = page(bare)

    assert ["not stated"] * 3 == texts(parsed, ".original dd.absent")
    assert ["The page states no republication."] == texts(parsed, ".republication p")
    assert ["Untitled"] == texts(parsed, "h1")
    assert ["The text is not part of this site."] == texts(parsed, "section.text p")


def test_the_words_of_the_site_are_in_its_language() -> None:
    """Labels, dates and citations; the title keeps the language of its own."""
    parsed = page(SEED, lang="es")

    assert ["Editor", "Lugar", "Fecha", "Atribución"] == texts(parsed, ".original dt")
    assert "27 de febrero de 2017" == texts(parsed, ".original dd")[2]
    assert nz.cite(SEED, "plain", lang="es") in texts(parsed, ".citation")
    assert ("es", "en") == tuple(one(parsed, name).attributes["lang"] for name in ("html", "h1"))


def test_a_page_has_the_citations_that_the_program_prints() -> None:
    """Styles as people read them, formats as programs do; and the same in files beside the page."""
    files = site(SiteDocument(document=SEED))
    parsed = LexborHTMLParser(files[SEED_PAGE])

    assert [nz.cite(SEED, name) for name in nz.STYLES] == texts(parsed, ".citation")
    assert [nz.cite(SEED, name).replace("\r", "") for name in TO_COPY] == [
        node.text() for node in parsed.css("pre")
    ]
    assert nz.cite(SEED, "biblatex") + "\n" == files["documents/seed.bib"]
    assert SEED == nz.from_record(json.loads(files["documents/seed.json"]))


def test_related_documents_of_the_site_are_linked() -> None:
    """By their titles; others are named, with their address if that is what is stated."""
    other = evolve(SEED, id="a:other", title="Another")
    kinds = ("a:other", "https://example.org/x", "doi:none")
    about = evolve(
        SEED, relations=[nz.Relation(type="is_version_of", target=each) for each in kinds]
    )
    files = site(SiteDocument(document=about), SiteDocument(document=other), lang="es")
    parsed = LexborHTMLParser(files[SEED_PAGE])

    assert [f"es una versión de {each}" for each in ("Another", *kinds[1:])] == texts(
        parsed, ".relations li"
    )
    assert ["a,other.html", "https://example.org/x", None] == [
        link.attributes["href"] if (link := item.css_first("a")) else None
        for item in parsed.css(".relations li")
    ]


def test_every_relation_has_words() -> None:
    """A relation that records may state is no code on a page."""
    assert set(get_args(RelationType)) == set(RELATIONS)


def test_lists_have_each_document_by_its_original() -> None:
    """A document of two sources is in both lists; one that states none is not left out."""
    two = evolve(
        SEED,
        id="two",
        original=evolve(SEED.original, publishers=[nz.organisation("EFE"), nz.organisation("efe")]),
    )
    none = evolve(SEED, id="none", original=nz.Original(attribution="unknown"), republication=None)
    files = site(*(SiteDocument(document=each) for each in (SEED, two, none)))
    overview = LexborHTMLParser(files["sources/index.html"])

    assert ["EFE 1", "efe 1", "Itar Tass 1", "Source not stated 1"] == texts(overview, ".groups li")
    assert ["2017 2", "Original date not stated 1"] == texts(
        LexborHTMLParser(files["dates/index.html"]), ".groups li"
    )
    assert ["../documents/none.html"] == [
        link.attributes["href"]
        for link in LexborHTMLParser(files["sources/none.html"]).css("main ol a")
    ]


def test_the_first_page_lists_the_newest_first() -> None:
    """By the later date of the two layers; what has no date comes last."""
    years = ("2003", "2019-05", "2017-02-28")
    dated = [
        evolve(
            SEED, id=f"d{year}", title=year, republication=None,
            original=evolve(SEED.original, date=nz.PartialDate(year)),
        )
        for year in years
    ]  # fmt: skip
    undated = evolve(dated[0], id="u", title="no date", original=evolve(SEED.original, date=None))
    files = site(*(SiteDocument(document=each) for each in (undated, *dated)))

    assert ["2019-05", "2017-02-28", "2003", "no date"] == texts(
        LexborHTMLParser(files["index.html"]), "main ol a"
    )


@pytest.mark.parametrize(
    "ids",
    [
        ("a:b", "a,b".replace(",", "~"), "a_b", "a-b", "a.b"),
        ("con", "nul.txt", ".hidden", "a."),
        ("x" * 500, "x" * 499 + "y"),
    ],
    ids=["signs", "names that systems refuse", "longer than a file name"],
)
def test_every_id_has_a_path_of_its_own_that_file_systems_allow(ids: tuple[str, ...]) -> None:
    """Windows refuses some names, and servers hide others."""
    paths = [document_path(each) for each in ids]

    assert len(ids) == len(set(paths))
    for path in paths:
        assert re.fullmatch(
            r"documents/(?!(?:con|nul)\b(?!,))[a-z0-9_~-][a-z0-9._~,-]{0,200}\.html", path
        )


def test_names_that_become_the_same_in_ascii_have_lists_of_their_own() -> None:
    """Their digits differ, and a name without any letter has one too."""
    names = ("EFE", "efe", "Éfé", "日本", "…", "../../x")

    assert len(names) == len({group_path("sources", name).lower() for name in names})
    assert all(
        re.fullmatch(r"sources/[a-z0-9-]+\.html", group_path("sources", name)) for name in names
    )


# Marked words

EVIDENCE = {
    "nested": [(0, 10), (0, 4), (5, 10)],
    "crossing": [(0, 6), (4, 10)],
    "the same words": [(2, 4), (2, 4)],
    "beyond the text": [(8, 14)],
    "no words": [(3, 3)],
}
MARKED = {
    "nested": '<mark id="m1" title="1"><mark id="m2" title="2">0123</mark>4<mark id="m3" title="3">56789</mark></mark>',
    "crossing": '<mark id="m1" title="1">0123<mark id="m2" title="2">45</mark></mark><mark>6789</mark>',
    "the same words": '01<mark id="m1" title="1"><mark id="m2" title="2">23</mark></mark>456789',
    "beyond the text": "0123456789",
    "no words": "0123456789",
}


@pytest.mark.parametrize("name", EVIDENCE)
def test_marks_of_every_arrangement_are_closed_in_order(name: str) -> None:
    """Words may lie within others, cross them, or be read twice."""
    spans = EVIDENCE[name]
    proofs = [
        nz.Evidence(
            field="/title",
            method="page",
            quote="0123456789abcd"[start:end] or None,
            start=start,
            end=end,
        )
        for start, end in spans
    ]

    assert MARKED[name] == str(
        marked_text("0123456789", proofs, {number: str(number) for number in range(1, 4)}).html
    )


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=12))
def test_marks_change_no_letter_of_the_text(bounds: list[tuple[int, int]]) -> None:
    """Whatever the spans, a browser shows the text and nests the marks."""
    text = "a <b> & 'c' \"d\" é 日本 e\u0301 0123456789"
    proofs = [
        nz.Evidence(field="/title", method="page", quote=text[start:end], start=start, end=end)
        for one, other in bounds
        if (start := min(one, other)) < (end := max(one, other))
        and text[start:end].strip() == text[start:end]
    ]
    marked = marked_text(text, proofs, dict.fromkeys(range(1, 13), "x"))
    parsed = LexborHTMLParser(f"<pre>{marked.html}</pre>")

    assert text == one(parsed, "pre").text()
    assert {f"m{number}" for number in marked.numbers} == {node.id for node in parsed.css("[id]")}
    for number in marked.numbers:
        shown = one(parsed, f"#m{number}").text()
        assert str(proofs[number - 1].quote).startswith(shown)


# Hostile texts


class Seen(HTMLParser):
    """The tags and attributes that a browser sees."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.scripts: list[dict[str, str | None]] = []
        self.names: set[str] = set()
        self.addresses: set[str] = set()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what a script could hide in."""
        self.scripts += [dict(attrs)] if tag == "script" else []
        self.names |= {tag, *(name for name, _ in attrs)}
        self.addresses |= {str(value) for name, value in attrs if name in ("href", "src", "action")}


def assert_harmless(files: Mapping[str, str]) -> None:
    """No text of a record becomes a tag, an attribute, a script or an address that runs."""
    for path, text in files.items():
        if not path.endswith(".html"):
            continue
        seen = Seen(text)
        assert [] == [
            name
            for name in seen.names
            if name.startswith("on") or name in {"img", "iframe", "svg", "style"}
        ]
        assert [] == [
            each
            for each in seen.addresses
            if re.match(r"\s*(?:javascript|data|vbscript):", each, re.I)
        ]
        kinds = [each.get("type") for each in seen.scripts]
        assert kinds in ([], [None], ["application/ld+json", "application/json", None])


ATTACKS = (
    "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)", "{{ 7*7 }}{% raw %}", "<!--", "]]>", "\u202egnp.exe", "&lt;b&gt;", "</textarea></title>",
)  # fmt: skip


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_text_of_a_record_breaks_out_of_its_place(attack: str) -> None:
    """In titles, names, places, sections, lines, quotes, texts and in the site's own title."""
    hostile = evolve(
        SEED,
        title=attack,
        creators=[nz.organisation(attack)],
        keywords=[attack],
        description=attack,
        original=evolve(
            SEED.original,
            publishers=[nz.organisation(attack)],
            place=nz.Place(name=attack),
            source_line=attack,
        ),
        republication=nz.Republication(
            publishers=[nz.organisation(attack)],
            section=attack,
            statement=attack,
            rights=nz.Rights(statement=attack),
        ),
        relations=[nz.Relation(type="references", target=attack)],
        evidence=[
            nz.Evidence(field="/title", method="page", quote=attack, start=0, end=len(attack))
        ],
    )
    entry = SiteDocument(document=hostile, text=f"{attack} and more")
    files = {
        each.path: each.text
        for each in site_files(
            [entry],
            SiteSettings(
                title=attack, lang="en", built=BUILT, address=ADDRESS, email="a@example.org"
            ),
        )
    }

    assert_harmless(files)
    parsed = LexborHTMLParser(files[SEED_PAGE])
    shown = attack.replace("\u202e", "\\u202e")
    assert [shown] == [node.text() for node in parsed.css("h1")]
    assert f"{shown} and more" == one(parsed, ".page").text()
    for name in ("feed.xml", "oai.xml", "sitemap.xml"):
        ET.fromstring(files[name])  # noqa: S314 - the text is our own
    assert hostile == document_of(files[SEED_PAGE])


@settings(max_examples=60)
@given(documents())
def test_the_page_of_any_document_is_harmless_and_cites_as_its_record(
    document: nz.Document,
) -> None:
    """Our own reader finds the record on the page, so the entries are the same in every style."""
    files = site(SiteDocument(document=document))
    found = document_of(files[document_path(document.id)])

    assert_harmless(files)
    assert document == found
    assert nz.cite(document, "apa") == nz.cite(found, "apa")


@settings(max_examples=30)
@given(documents(), st.sampled_from(["en", "es"]))
def test_what_is_copied_from_a_page_is_what_cite_prints(
    document: nz.Document, lang: Language
) -> None:
    """For any document, in each style and format, with characters shown as on a terminal."""
    parsed = page(document, lang=lang)
    copied = {
        str(node.attributes["data-citation"]): node.text() for node in parsed.css("[data-citation]")
    }
    styles = [nz.cite(document, name, lang=lang) for name in nz.STYLES]
    formats = [shown_lines(nz.cite(document, name).replace("\r", "")) for name in TO_COPY]

    assert [*styles, *formats] == list(copied.values())


def document_of(text: str) -> nz.Document:
    """The document that `nizkorcite cite` finds on a page."""
    data = text.encode()
    page_ = Input(name="a.html", data=data, head=data[:HEAD], is_compressed=False)
    return load(page_, Supplied()).document


def test_a_page_with_two_records_states_none() -> None:
    """A page that quotes another's record is not that document, nor is one with a damaged record."""
    text = site(SiteDocument(document=SEED))[SEED_PAGE]
    record = re.search(r'<script id="nizkorcite-record".*?</script>', text, re.S)
    assert record
    twice = text.replace("</head>", f"{record[0]}</head>")
    damaged = text.replace('"type": "news_article"', '"type": "news"')

    assert [True, False, False] == [SEED == document_of(each) for each in (text, twice, damaged)]


def test_the_record_of_a_page_is_for_citing(tmp_path: Path) -> None:
    """Reading the page makes a record of the page itself, whose capture has its bytes."""
    path = tmp_path / "seed.html"
    path.write_text(site(SiteDocument(document=SEED))[SEED_PAGE], "utf-8")
    (capture,) = nz.read(path).document.captures

    assert [SEED] == list(nz.iter_documents(path))
    assert sha256(path.read_bytes()).hexdigest() == capture.sha256


# What programs read


def test_the_head_has_what_zotero_and_scholar_read() -> None:
    """Highwire's tags beside Zotero's fields; COinS would hide both from Zotero."""
    parsed = page(SEED)
    metadata = [
        (str(node.attributes["name"]), node.attributes["content"])
        for node in parsed.css("meta[name]")
    ]

    assert [
        ("citation_author", "Itar Tass,"),
        ("citation_publisher", "Equipo Nizkor"),
        ("citation_publisher", "Derechos Human Rights"),
        ("citation_title", SEED.title),
        ("citation_publication_date", "2017/02/28"),
        ("citation_language", "en"),
    ] == [each for each in metadata if each[0].startswith("citation_")]
    assert ("z:itemType", "webpage") in metadata
    assert "original-date: 2017-02-27" in str(dict(metadata)["z:extra"])
    assert [] == parsed.css(".Z3988")
    assert nz.cite(SEED, "json-ld") == one(parsed, '[type="application/ld+json"]').text()


def test_the_links_of_a_page_are_signposts() -> None:
    """FAIR Signposting: what to cite, what describes the page, its licence, its author."""
    author = nz.Agent(
        kind="person", name="Ana Prueba", family="Prueba", given="Ana",
        identifiers=[nz.Identifier(scheme="orcid", value="0000-0002-1825-0097")],
    )  # fmt: skip
    rights = nz.Rights(uri="https://creativecommons.org/licenses/by/4.0/")
    copy = nz.Republication(
        publishers=[nz.organisation("EFE")], url="https://example.org/a", rights=rights
    )
    memento = "https://web.archive.org/web/2017/https://example.org/a"
    capture = nz.Capture(sha256="0" * 64, byte_length=1, memento=memento)
    about = evolve(SEED, creators=[author], republication=copy, captures=[capture])
    files = site(SiteDocument(document=about, text="A"))
    links = [
        (node.attributes["rel"], node.attributes["href"], node.attributes.get("type"))
        for node in LexborHTMLParser(files[SEED_PAGE]).css("link")
    ]
    linkset = json.loads(files["documents/seed.linkset.json"])["linkset"]

    described = [
        ("describedby", "seed.bib", "application/x-bibtex"),
        ("describedby", "seed.ris", "application/x-research-info-systems"),
        ("describedby", "seed.csl.json", "application/vnd.citationstyles.csl+json"),
        ("describedby", "seed.mods.xml", "application/mods+xml"),
        ("describedby", "seed.json", "application/json"),
    ]
    assert [
        ("cite-as", "https://example.org/a", None),
        ("type", "https://schema.org/AboutPage", None),
        ("type", "https://schema.org/NewsArticle", None),
        ("author", "https://orcid.org/0000-0002-1825-0097", None),
        ("license", "https://creativecommons.org/licenses/by/4.0/", None),
        ("item", "seed.txt", "text/plain"),
        *described,
        ("linkset", "seed.linkset.json", "application/linkset+json"),
    ] == links[3:]
    assert "seed.html" == linkset[0]["anchor"]
    assert [{"href": memento}] == linkset[0]["memento"]
    assert [(href, "seed.html") for _, href, _ in described] == [
        (each["anchor"], each["describes"][0]["href"]) for each in linkset[1:]
    ]


def test_without_an_address_there_are_no_files_that_need_one() -> None:
    """A sitemap of relative addresses would be wrong."""
    named = {"sitemap.xml", "feed.xml", "oai.xml"}
    entry = SiteDocument(document=SEED)
    whole = site(entry, address=ADDRESS, email="keeper@example.org")

    assert set() == named & site(entry).keys()
    assert named - {"oai.xml"} == named & site(entry, address=ADDRESS).keys()
    assert named == named & whole.keys()


def test_the_sitemap_has_every_page(archive: dict[str, str]) -> None:
    """The first page by the address of the site, and each once."""
    sitemap = ET.fromstring(archive["sitemap.xml"])  # noqa: S314 - the text is our own
    found = [
        str(node.text) for node in sitemap.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    ]
    pages = {path for path, _ in html_pages(archive)} - {"index.html"}

    assert sorted([f"{ADDRESS}/", *(f"{ADDRESS}/{path}" for path in pages)]) == sorted(found)


def test_the_feed_has_the_newest_documents_with_their_citations(archive: dict[str, str]) -> None:
    """Each entry has what RFC 4287 requires."""
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ET.fromstring(archive["feed.xml"])  # noqa: S314 - the text is our own
    entries = feed.findall(f"{atom}entry")

    assert ["2026-11-27T10:00:00Z"] * 41 == [node.text for node in feed.iter(f"{atom}updated")]
    assert 40 == len(entries) == len({each.findtext(f"{atom}id") for each in entries})
    for entry in entries:
        path = str(entry.findtext(f"{atom}id")).removeprefix(f"{ADDRESS}/")
        assert entry.findtext(f"{atom}summary") in texts(
            LexborHTMLParser(archive[path]), ".citation"
        )


def test_the_repository_has_dublin_core_of_every_document() -> None:
    """OAI-PMH: fifteen elements, a datestamp that is the day of the capture, the place of the page."""
    capture = nz.Capture(
        sha256="0" * 64, byte_length=1, accessed=nz.Instant("2025-03-01T23:30:00-02:00")
    )
    about = evolve(SEED, captures=[capture])
    files = site(SiteDocument(document=about), address=ADDRESS, email="keeper@example.org")
    root = ET.fromstring(files["oai.xml"])  # noqa: S314 - the text is our own
    values = [(node.tag.rpartition("}")[2], (node.text or "").strip()) for node in root.iter()]

    assert ("adminEmail", "keeper@example.org") in values
    assert ("earliestDatestamp", "2025-03-02") in values
    assert ("identifier", "oai:archive.example.org:seed") in values
    assert ("identifier", f"{ADDRESS}/documents/seed.html") in values
    assert ("date", "2017-02-28") in values
    assert ("source", "Originally published by Itar Tass, Dushanbe, 27 February 2017") in values


# The search


def indexed(files: Mapping[str, str], word: str) -> dict[str, int]:
    """The weight of a word in each document, as the script of the search finds it."""
    folded = folded_words(word)[0]
    name = "-".join(f"{ord(char):x}" for char in folded[:2])
    postings = _argument(files.get(f"search/words-{name}.js", "f(0, {});\n")).get(folded, [])
    rows = _argument(files["search/documents-0.js"])
    return {
        rows[number][0]: weight
        for number, weight in zip(postings[::2], postings[1::2], strict=True)
    }


def _argument(script: str) -> Any:
    match = re.fullmatch(r"[\w.]+\([^,]+, (.*)\);\n", script, re.S)
    assert match
    return json.loads(match[1])


def test_words_are_found_by_their_letters_without_accents_and_capitals() -> None:
    """Names and titles weigh more than the text, and only whole words of the text count."""
    files = site(
        SiteDocument(document=SEED, text="La base militar, la Base"),
        SiteDocument(document=evolve(SEED, id="b", title="Otra Báse"), text=None),
    )

    assert {"documents/b.html": 10, SEED_PAGE: 12} == indexed(files, "BASÉ")
    assert {"documents/b.html": 10, SEED_PAGE: 10} == indexed(files, "tass")
    assert {} == indexed(files, "bas")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ñandú 27Feb17", ["nandu", "27feb17"]),
        ("ΟΔΟΣ Душанбе", ["οδος", "душанбе"]),
        ("東京 tower", ["東", "京", "tower"]),
        ("ﬁne __proto__", ["fine", "proto"]),
        ("دُوشَنبه", ["دوشنبه"]),
    ],
    ids=["accents", "other alphabets", "no spaces", "ligatures", "vowel signs"],
)
def test_words_are_folded_in_every_script(text: str, expected: list[str]) -> None:
    """The script of the search folds the words of a query in the same way."""
    assert expected == folded_words(text)


def test_hostile_words_stay_data_in_the_scripts_of_the_search() -> None:
    """Each file is one call with JSON in it, whatever the titles are."""
    titles = one_line_texts(11)
    files = site(
        *(
            SiteDocument(
                document=evolve(SEED, id=f"d{number}", title=next(titles)), text=next(titles)
            )
            for number in range(60)
        )
    )
    scripts = [text for path, text in files.items() if path.startswith("search/")]

    assert all(
        re.fullmatch(r"siteSearch\.(?:addWords|addDocuments)\([^,]+, .*\);\n", text)
        for text in scripts
    )
    assert [dict, list] == sorted({type(_argument(text)) for text in scripts}, key=str)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_same_documents_give_the_same_files(lang: Language) -> None:
    """A site can be built again and compared."""
    entries = archive_entries(5)

    assert site(*entries, lang=lang, address=ADDRESS) == site(*entries, lang=lang, address=ADDRESS)

"""The site's own words, in English and Spanish."""

from collections.abc import Mapping
from typing import Final

from nizkorcite.languages import Language
from nizkorcite.messages import Message
from nizkorcite.record.vocabulary import RelationType

SITE_LABELS: Final[Mapping[str, Message]] = {
    # Every page
    "skip": Message("Skip to the content"),
    "home": Message("Home"),
    "dates": Message("By date"),
    "sources": Message("By source"),
    "sections": Message("By section"),
    "search": Message("Search"),
    "search_words": Message("Words to search for"),
    "feed": Message("Feed of documents"),
    "pages_of_site": Message("Pages of this site"),
    "copy_citation": Message("Copy"),
    "copied": Message("Copied"),
    "not_copied": Message("The text is selected; copy it with Ctrl+C"),
    # Lists
    "newest": Message("Newest documents"),
    "no_date": Message("Original date not stated"),
    "no_source": Message("Source not stated"),
    "no_section": Message("No section"),
    "untitled": Message("Untitled"),
    "republished_by": Message("republished by"),
    "all_dates": Message("Documents by the date of the original"),
    "all_sources": Message("Documents by the source of the original"),
    "all_sections": Message("Documents by section of the republication"),
    # Search
    "search_needs_script": Message(
        "The search needs JavaScript. The lists by date, source and section do without."
    ),
    "no_hits": Message("No document has all these words."),
    "hits": Message("Documents found:"),
    "shown": Message("Shown here, the best ones:"),
    "search_hint": Message("Accents and capitals make no difference; the last word may be cut."),
    # A document
    "original": Message("Original"),
    "republication": Message("Republication"),
    "no_republication": Message("The page states no republication."),
    "captures": Message("Saved copies"),
    "no_captures": Message("The record describes no saved copy."),
    "work": Message("The work"),
    "text": Message("Text"),
    "no_text": Message("The text is not part of this site."),
    "evidence": Message("Where each value was read"),
    "no_evidence": Message("The record states no words for its values."),
    "rights": Message("Rights"),
    "cite": Message("Cite this document"),
    "downloads": Message("Files"),
    "relations": Message("Related documents"),
    "not_stated": Message("not stated"),
    "where_read": Message("where read"),
    "marked": Message("The words from which values were read are marked."),
    # Fields
    "type": Message("Type"),
    "title": Message("Title"),
    "other_title": Message("Other title"),
    "language": Message("Language"),
    "creator": Message("Author"),
    "publisher": Message("Publisher"),
    "place": Message("Place"),
    "date": Message("Date"),
    "address": Message("Address"),
    "container": Message("Published in"),
    "volume": Message("Volume"),
    "issue": Message("Issue"),
    "pages": Message("Pages"),
    "edition": Message("Edition"),
    "identifier": Message("Identifier"),
    "source_line": Message("Source line"),
    "attribution": Message("Attribution"),
    "section": Message("Section"),
    "modifications": Message("Changes"),
    "statement": Message("Publication note"),
    "keywords": Message("Keywords"),
    "description": Message("Description"),
    "rights_statement": Message("Notice"),
    "rights_uri": Message("Licence"),
    "holder": Message("Rights holder"),
    "legal_basis": Message("Legal basis"),
    "record": Message("Record"),
    # Captures
    "sha256": Message("SHA-256"),
    "byte_length": Message("Bytes"),
    "media_type": Message("Media type"),
    "accessed": Message("Fetched"),
    "charset": Message("Encoding"),
    "status": Message("HTTP status"),
    "path": Message("File"),
    "memento": Message("Archived copy"),
    "memento_datetime": Message("Archived"),
    "tool": Message("Saved with"),
    "warc": Message("WARC record"),
    # Evidence
    "field": Message("Field"),
    "words": Message("Words"),
    "line": Message("Line"),
    "method": Message("How"),
    "rule": Message("Rule"),
}
"""Words of the pages by the names that the templates use."""

VOCABULARY: Final[Mapping[str, Message]] = {
    # Types
    "news_article": Message("News article"),
    "press_release": Message("Press release"),
    "report": Message("Report"),
    "statement": Message("Statement"),
    "speech": Message("Speech"),
    "judgment": Message("Judgment"),
    "law": Message("Law"),
    "treaty": Message("Treaty"),
    "resolution": Message("Resolution"),
    "letter": Message("Letter"),
    "interview": Message("Interview"),
    "article": Message("Article"),
    "book": Message("Book"),
    "book_chapter": Message("Book chapter"),
    "broadcast": Message("Broadcast"),
    "web_page": Message("Web page"),
    "other": Message("Other"),
    # Roles of creators
    "author": Message("Author"),
    "editor": Message("Editor"),
    "translator": Message("Translator"),
    "compiler": Message("Compiler"),
    "interviewer": Message("Interviewer"),
    "transcriber": Message("Transcriber"),
    # Attribution
    "stated": Message("stated by the page"),
    "inferred": Message("concluded from elsewhere"),
    "unknown": Message("not stated by the page"),
    # Modifications
    "none": Message("none"),
    "excerpt": Message("excerpt"),
    "translation": Message("translation"),
    "reformatted": Message("reformatted"),
}
"""Words for the controlled values of a record; other values are shown as they are."""

RELATIONS: Final[Mapping[RelationType, Message]] = {
    "is_cited_by": Message("is cited by"),
    "cites": Message("cites"),
    "is_supplement_to": Message("is a supplement to"),
    "is_supplemented_by": Message("is supplemented by"),
    "is_continued_by": Message("is continued by"),
    "continues": Message("continues"),
    "is_described_by": Message("is described by"),
    "describes": Message("describes"),
    "has_metadata": Message("has metadata in"),
    "is_metadata_for": Message("has the metadata of"),
    "has_version": Message("has a version"),
    "is_version_of": Message("is a version of"),
    "is_new_version_of": Message("is a new version of"),
    "is_previous_version_of": Message("is an earlier version of"),
    "is_part_of": Message("is part of"),
    "has_part": Message("has as a part"),
    "is_published_in": Message("is published in"),
    "is_referenced_by": Message("is referred to by"),
    "references": Message("refers to"),
    "is_documented_by": Message("is documented by"),
    "documents": Message("documents"),
    "is_compiled_by": Message("is compiled by"),
    "compiles": Message("compiles"),
    "is_variant_form_of": Message("is a variant of"),
    "is_original_form_of": Message("is the original form of"),
    "is_identical_to": Message("is identical to"),
    "is_reviewed_by": Message("is reviewed by"),
    "reviews": Message("reviews"),
    "is_derived_from": Message("is derived from"),
    "is_source_of": Message("is a source of"),
    "is_required_by": Message("is required by"),
    "requires": Message("requires"),
    "obsoletes": Message("supersedes"),
    "is_obsoleted_by": Message("is superseded by"),
    "is_collected_by": Message("is collected by"),
    "collects": Message("collects"),
    "is_translation_of": Message("is a translation of"),
    "has_translation": Message("has a translation"),
}
"""Words between a document and a related one, by the type of the relation."""

METHODS: Final[Mapping[str, Message]] = {
    "page": Message("printed on the page"),
    "markup": Message("markup of the page"),
    "address": Message("address of the page"),
    "rule": Message("worked out from the words"),
    "model": Message("statistical"),
    "editor": Message("set by a person"),
    "import": Message("another catalogue"),
}
"""Words for the methods of evidence."""


def translated(messages: Mapping[str, Message], lang: Language) -> dict[str, str]:
    """
    Return messages in a language, by their names.

    >>> translated(SITE_LABELS, "en")["home"]
    'Home'
    """
    return {name: message.text(lang) for name, message in messages.items()}

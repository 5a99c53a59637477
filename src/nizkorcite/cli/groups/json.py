"""Groups of reprints as one JSON object."""

from collections.abc import Iterator

from nizkorcite.cli.groups.result import Result
from nizkorcite.display import json_text
from nizkorcite.messages import Language
from nizkorcite.origins import ComparedFact, Group, Proposal
from nizkorcite.record.json_types import JSON


def groups_json(result: Result, _lang: Language) -> Iterator[str]:
    """Write an object with the groups, the other pairs, and the single pages."""
    origins = result.origins
    yield json_text(
        {
            "groups": [_group(each, result) for each in origins.groups],
            "differing": [_proposal(each) for each in origins.differing],
            "forms": [_proposal(each) for each in origins.forms],
            "single": list(origins.single),
            "short": list(origins.short),
        },
        2,
    )
    yield "\n"


def _group(group: Group, result: Result) -> JSON:
    facts = group.facts
    source: dict[str, JSON] = {
        "publishers": list(facts.publishers),
        "place": facts.place,
        "date": str(facts.date) if facts.date else None,
    }
    return {
        "source": {name: value for name, value in source.items() if value},
        "pages": [_page(page, result) for page in group.pages],
        "reasons": [_proposal(each) for each in group.reasons],
    }


def _page(page: str, result: Result) -> JSON:
    label = result.pages[page]
    stated: dict[str, JSON] = {"id": page, "file": label.file, "title": label.title}
    return {name: value for name, value in stated.items() if value}


def _proposal(proposal: Proposal) -> JSON:
    reasons: dict[str, JSON] = {
        "first": proposal.first,
        "second": proposal.second,
        "share": round(proposal.share, 3),
        "agreeing": [_fact(each) for each in proposal.agreeing],
        "contradicting": [_fact(each) for each in proposal.contradicting],
    }
    return reasons | ({"decision": proposal.decision} if proposal.decision else {})


def _fact(fact: ComparedFact) -> JSON:
    return {"fact": fact.name, "first": fact.first, "second": fact.second}

"""
Origins: which pages of a collection republish one original.

The text proposes: two pages share passages. The printed facts veto: pages that name different
publishers, places or days are not grouped. Every proposal has its reasons, a person decides, and
nothing is merged.
"""

from nizkorcite.origins.decisions import Decision
from nizkorcite.origins.facts import ComparedFact
from nizkorcite.origins.finding import find_origins
from nizkorcite.origins.relations import confirmed_relations
from nizkorcite.origins.results import Group, Origins, Proposal, Story

__all__ = [
    "ComparedFact",
    "Decision",
    "Group",
    "Origins",
    "Proposal",
    "Story",
    "confirmed_relations",
    "find_origins",
]

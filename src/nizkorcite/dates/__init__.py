"""Dates as precise as they are stated, and the forms in which pages print them."""

from nizkorcite.dates.partial import Instant, PartialDate, Precision
from nizkorcite.dates.printed import read_printed

__all__ = ["Instant", "PartialDate", "Precision", "read_printed"]

"""Options that select captures of a collection."""

import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any

import click
from attrs import frozen

from nizkorcite.cli.console.usage_errors import bad_value, usage_error
from nizkorcite.dates import PartialDate
from nizkorcite.errors import DateError, UnknownNameError
from nizkorcite.files.kinds import ARCHIVE_ENDINGS, PAGE_ENDINGS
from nizkorcite.loading.documents import Supplied
from nizkorcite.loading.inputs import Listed
from nizkorcite.messages import Message

if TYPE_CHECKING:
    from nizkorcite.web_archives.selection import CaptureSelection

_ONE_PAGE = tuple(each for each in PAGE_ENDINGS if each not in ARCHIVE_ENDINGS)
_STATUS = re.compile(r"[1-5](?:[0-9]{2}|xx)")

_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TYPE = re.compile(r"[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+")

_OPTIONS = {
    "types": "--type",
    "statuses": "--status",
    "addresses": "--address",
    "sites": "--only-site",
    "since": "--since",
    "until": "--until",
}


@frozen(kw_only=True)
class CollectionChoice:
    """
    What the user says about collections.

    Attributes:
        stated: Attributes of the selection of captures.
        resume: Whether to go on with an unfinished run.
    """

    stated: Mapping[str, Any]
    resume: bool

    def selection(self) -> "CaptureSelection":
        """Return the captures to read."""
        from nizkorcite.web_archives.selection import CaptureSelection  # few runs read a collection

        return CaptureSelection(**self.stated)

    def collections_among(self, inputs: Iterable[Listed]) -> frozenset[str]:
        """
        Return the names of the inputs that are collections.

        With an option about collections, archive files of one page are read as collections too.

        Raises:
            click.UsageError: There is such an option, and no such file.
        """
        options = [_OPTIONS[name] for name in self.stated] + ["--resume"] * self.resume
        names = [each.name for each in inputs if not each.name.lower().endswith(_ONE_PAGE)]
        found = frozenset(_collections(names, is_chosen=bool(options)))
        is_missing = any(name != "-" and not os.path.exists(name) for name in names)
        if options and not found and not is_missing:  # which is reported where it is opened
            raise usage_error(
                Message(
                    "{option} is for collections (WARC, ARC, WACZ), and none is given",
                    option=options[0],
                )
            )
        return found

    @staticmethod
    def refuse(supplied: Supplied) -> None:
        """
        Refuse facts about one page.

        Raises:
            click.UsageError: One is supplied.
        """
        facts = {"--url": supplied.url, "--accessed": supplied.accessed, "--id": supplied.id}
        for option, value in facts.items():
            if value:
                raise usage_error(
                    Message(
                        "{option} is for one page, and a collection states it of each capture",
                        option=option,
                    )
                )


def _collections(names: Sequence[str], *, is_chosen: bool) -> Iterable[str]:
    """Beside a collection, a file of one page is a part of it, which others may repeat."""
    if not names:
        return ()
    from nizkorcite.web_archives import recognition  # other files do without

    if is_chosen or any(map(recognition.is_collection, names)):
        return filter(recognition.is_web_archive, names)
    return ()


def collection_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options about collections, passed to the command as `choice`."""

    @click.option(
        "--type",
        "types",
        multiple=True,
        metavar="TYPE",
        callback=_checked_types,
        help="Collections: read captures of this media type, by default HTML; repeatable.",
    )
    @click.option(
        "--status",
        "statuses",
        multiple=True,
        metavar="CODE",
        callback=_checked_statuses,
        help="Collections: read captures with this HTTP status, by default 2xx; repeatable.",
    )
    @click.option(
        "--address",
        "addresses",
        multiple=True,
        metavar="PATTERN",
        help='Collections: read captures of these addresses: "*/news/*"; repeatable.',
    )
    @click.option(
        "--only-site",
        "sites",
        multiple=True,
        metavar="SITE",
        callback=_checked_sites,
        help="Collections: read captures of this host, as example.org, or of a site of "
        "`sites list`; repeatable.",
    )
    @click.option(
        "--since",
        metavar="DAY",
        callback=_checked_day,
        help="Collections: read captures of this day and later.",
    )
    @click.option(
        "--until",
        metavar="DAY",
        callback=_checked_day,
        help="Collections: read captures of this day and earlier.",
    )
    @click.option(
        "--resume",
        is_flag=True,
        help="Collections, with -o: go on with a run that was ended before its end.",
    )
    @wraps(function)
    def command(*args: Any, resume: bool, **options: Any) -> Any:
        given = {name: options.pop(name) for name in _OPTIONS}
        stated = {name: value for name, value in given.items() if value}
        choice = CollectionChoice(stated=stated, resume=resume)
        return function(*args, choice=choice, **options)

    return command


def _checked_types(
    _context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    types = tuple(each.lower() for each in values)
    for each in types:
        if not _TYPE.fullmatch(each):
            raise bad_value(Message("a media type has the form {example}", example="text/html"))
    return types


def _checked_statuses(
    _context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    statuses = tuple(each.lower() for each in values)
    for each in statuses:
        if not _STATUS.fullmatch(each):
            raise bad_value(
                Message("an HTTP status has three digits, as 200, or is a class, as 2xx")
            )
    return statuses


def _checked_sites(
    _context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    return tuple(host for value in values for host in _hosts(value.lower()))


def _hosts(value: str) -> Sequence[str]:
    """Return a host name, or those of a site whose description is shipped."""
    if _HOST.fullmatch(value):
        return [value.removeprefix("www.")]
    from nizkorcite.readers.sites.shipped import shipped_site  # few users name one

    try:
        return shipped_site(value).hosts
    except UnknownNameError as error:
        raise bad_value(error.message) from error


def _checked_day(
    _context: click.Context, _parameter: click.Parameter, value: str | None
) -> str | None:
    if value is None:
        return None
    try:
        PartialDate(value)
    except DateError as error:
        raise bad_value(error.message) from error
    if not _DAY.fullmatch(value):
        raise bad_value(Message("give a day, as {example}", example="2017-02-28"))
    return value

"""``nizkorcite archive show``: a document with its versions, captures and events."""

import os
import sys
from collections.abc import Iterator, Sequence
from typing import IO

import click

from nizkorcite.archive import Archive, ArchiveEvent, StoredVersion
from nizkorcite.archive.imports.origins import VersionOrigins
from nizkorcite.archive.merging import differing_values
from nizkorcite.cli.archive.opening import archive_argument, json_option, read_archive
from nizkorcite.cli.console.exit_codes import FAULTY
from nizkorcite.cli.console.language import language_option, message_language
from nizkorcite.cli.console.output_file import Output
from nizkorcite.cli.console.outside_archives import refuse_within_archive
from nizkorcite.cli.console.standard_error import print_message
from nizkorcite.cli.console.typed_text import TYPED_TEXT
from nizkorcite.cli.console.usage_errors import usage_error
from nizkorcite.cli.inputs.options import output_options
from nizkorcite.display import json_text, log_line
from nizkorcite.files.atomic import draft
from nizkorcite.messages import Message
from nizkorcite.record.json_types import JSON, path_of
from nizkorcite.record.model import Capture
from nizkorcite.record.navigation import member

_HELP = """
Show a document: its captures, its events, and the current version of its record.

NAME is an id, an address of a layer or capture, or a digest of a capture or its first 12 digits; an
address may be that of several documents. With --history, each version is shown by the values that
changed, with who changed them, when and why. --payload writes the bytes of the first capture.

\b
Examples:
  nizkorcite archive show fonds https://example.org/a.html
  nizkorcite archive show fonds example.org:a.html --history
  nizkorcite archive show fonds example.org:a.html --payload -o page.html
"""


@click.command("show", help=_HELP, short_help="Show captures, events and record of a document.")
@archive_argument
@click.argument("name", type=TYPED_TEXT, metavar="NAME")
@click.option("--history", is_flag=True, help="Show who changed which value, from what to what.")
@click.option("--payload", is_flag=True, help="Write the bytes of the first capture.")
@json_option
@language_option
@output_options
def command(
    folder: str, name: str, *, history: bool, payload: bool, is_json: bool, output: Output
) -> int:
    """Show a document."""
    refuse_within_archive(output.name, folder)
    with read_archive(folder) as archive:
        ids = archive.ids(name)
        if not ids:
            print_message(
                Message(
                    '{folder} has no document with the id, address or digest "{name}"; look for '
                    "words with `nizkorcite archive search`",
                    folder=folder,
                    name=name,
                )
            )
            return FAULTY
        if payload:
            return _write_payload(archive, ids[0], output)
        with output.open("record" if is_json else "text") as file:
            for id_ in ids:
                _show(archive, id_, file, is_json=is_json, is_history=history)
    return 0


def _show(archive: Archive, id_: str, file: IO[str], *, is_json: bool, is_history: bool) -> None:
    versions, events = list(archive.versions(id_)), list(archive.events(id_))
    if is_json:
        click.echo(json_text(_members(archive, id_, versions, events), 2), file)
        return
    for message in _state(archive, id_, versions):
        _echo(message, file)
    if is_history:
        for message in _history(versions, list(archive.events()), VersionOrigins.of(archive.log)):
            _echo(message, file)
        return
    for event in events:
        _echo(_event_line(event), file)
    for version in versions[-1:]:
        click.echo(json_text(dict(version.record), 2), file)


def _echo(message: Message, file: IO[str]) -> None:
    click.echo(log_line(message.text(message_language())), file)


def _state(archive: Archive, id_: str, versions: Sequence[StoredVersion]) -> Iterator[Message]:
    """Say which document is shown, whether it was removed, and where its bytes are."""
    yield Message("{id}: versions: {number}", id=id_, number=len(versions))
    if event := archive.lookup.withdrawal(id_):
        yield Message("withdrawn (event {event})", event=event)
    if event := archive.lookup.erasure(id_):
        yield Message("erased (event {event}); the bytes are gone", event=event)
    for version in versions[-1:]:
        for capture in version.document.captures:
            yield _capture_line(archive, capture)


def _capture_line(archive: Archive, capture: Capture) -> Message:
    stored = archive.stored(capture.sha256)
    place = (
        Message("{file}, byte {offset}", file=stored.file, offset=stored.offset)
        if stored
        else Message("not in the archive")
    )
    facts = (capture.media_type, capture.url, capture.accessed, capture.memento)
    return Message(
        "capture {sha256}: {bytes} bytes, {facts}: {place}",
        sha256=capture.sha256,
        bytes=capture.byte_length,
        facts=", ".join(str(each) for each in facts if each),
        place=place,
    )


def _event_line(event: ArchiveEvent) -> Message:
    line = Message(
        "event {number}, {time}: {type}", number=event.number, time=event.time, type=event.type
    )
    return _with_reason(line, event.agent, event.note)


def _with_reason(line: Message, agent: object, note: object) -> Message:
    """Add who was responsible for an event, and why it was done."""
    if agent:
        line = Message("{event}, by {agent}", event=line, agent=str(agent))
    return Message("{event}: {note}", event=line, note=str(note)) if note else line


def _version_line(version: StoredVersion, event: ArchiveEvent, origins: VersionOrigins) -> Message:
    """Say by which event a version came; of an imported one, by which it was made."""
    line = _event_line(event)
    stated = origins.imported.get((version.id, version.number))
    if stated is None:
        return line
    made = Message("{time}: {type}", time=str(stated["time"]), type=str(stated.get("type", "")))
    made = _with_reason(made, stated.get("agent"), stated.get("note"))
    return Message("{event}; made on {origin}", event=line, origin=made)


def _history(
    versions: Sequence[StoredVersion], events: Sequence[ArchiveEvent], origins: VersionOrigins
) -> Iterator[Message]:
    """Yield each version with the values that it changed."""
    by_number = {each.number: each for each in events}
    before: JSON = {}
    for version in versions:
        yield Message(
            "version {number}: {event}",
            number=version.number,
            event=_version_line(version, by_number[version.event], origins),
        )
        after = dict(version.record)
        for pointer in differing_values(before, after) if before else ():
            yield Message(
                "  {pointer}: {before} -> {after}",
                pointer=pointer,
                before=_value(before, pointer),
                after=_value(after, pointer),
            )
        before = after


def _value(record: JSON, pointer: str) -> str | Message:
    value: object = record
    for step in path_of(pointer):
        value = (
            value[int(step)]
            if isinstance(value, list) and int(step) < len(value)
            else member(value, step)
        )
    return Message("nothing") if value is None else json_text(value)


def _members(
    archive: Archive, id_: str, versions: Sequence[StoredVersion], events: Sequence[ArchiveEvent]
) -> dict[str, JSON]:
    """Return everything about a document as JSON."""
    return {
        "id": id_,
        "withdrawn": archive.lookup.withdrawal(id_) is not None,
        "erased": archive.lookup.erasure(id_) is not None,
        "versions": [
            {"version": each.number, "event": each.event, "record": dict(each.record)}
            for each in versions
        ],
        "bytes": [
            {"sha256": each.sha256, "file": each.file, "offset": each.offset, "bytes": each.bytes}
            for version in versions[-1:]
            for each in version.objects
        ],
        "events": [_event_members(each) for each in events],
    }


def _event_members(event: ArchiveEvent) -> JSON:
    members: dict[str, JSON] = {
        "number": event.number,
        "time": event.time,
        "type": event.type,
        "agent": event.agent,
        "program": event.program,
        "note": event.note,
    }
    return {name: value for name, value in members.items() if value is not None}


def _write_payload(archive: Archive, id_: str, output: Output) -> int:
    """Write the bytes of a document's first capture."""
    document = next((each.document for each in reversed(list(archive.versions(id_)))), None)
    data = archive.payload(document.captures[0].sha256) if document and document.captures else None
    if data is None:
        print_message(Message('the archive has no bytes of "{id}"', id=id_))
        return FAULTY
    _write_bytes(output, data)
    return 0


def _write_bytes(output: Output, data: bytes) -> None:
    """Write bytes to a new file, or to standard output."""
    if output.name == "-":
        sys.stdout.buffer.write(data)
        return
    if os.path.exists(output.name) and not output.is_forced:
        raise usage_error(
            Message("{name} exists; write to another file, or add --force", name=output.name)
        )
    try:
        with draft(output.name) as new:
            new.file.write(data)
            new.sync()
            new.replace()
    except OSError as error:
        raise click.FileError(output.name) from error

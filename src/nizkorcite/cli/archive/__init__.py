"""``nizkorcite archive``: an archive of documents in a folder; one module for each verb."""

from importlib import import_module
from typing import Final

import click

from nizkorcite.cli.console.language import language_option, message_language
from nizkorcite.cli.console.usage_errors import usage_error
from nizkorcite.messages import Message

_HELP = """
Keep documents in an archive: a plain folder of which every byte can be verified.

\b
Examples:
  nizkorcite archive init fonds
  nizkorcite archive add fonds pages/
  nizkorcite archive search fonds Dushanbe "military base"
  nizkorcite archive show fonds https://example.org/a.html
  nizkorcite archive verify fonds
"""

_VERBS: Final = {
    "init": ("init", "command"),
    "add": ("add", "command"),
    "list": ("listing", "list_command"),
    "search": ("listing", "search_command"),
    "show": ("show", "command"),
    "origins": ("origins", "command"),
    "edit": ("edit", "command"),
    "report": ("report", "command"),
    "export": ("export", "command"),
    "import": ("importing", "command"),
    "verify": ("verify", "command"),
    "repair": ("repair", "command"),
    "withdraw": ("removal", "withdraw_command"),
    "erase": ("removal", "erase_command"),
    "recover": ("recover", "command"),
}
"""The module of each verb, and its name there."""


class _Verbs(click.Group):
    """Verbs imported on use."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_VERBS)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in _VERBS:
            from difflib import get_close_matches  # slow to load, and only mistakes need it

            for near in get_close_matches(args[0], _VERBS, n=1):
                raise usage_error(
                    Message(
                        'no command named "{name}"; did you mean "{near}"?',
                        name=args[0],
                        near=near,
                    ),
                    ctx,
                )
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in _VERBS:
            return None
        module, name = _VERBS[cmd_name]
        command: click.Command = getattr(import_module(f"{__name__}.{module}"), name)
        if message_language() == "en":
            return command
        from nizkorcite.cli.console.help_texts import in_spanish

        return in_spanish(command)


@click.group("archive", cls=_Verbs, help=_HELP)
@language_option
def command() -> None:
    """Keep documents in an archive."""

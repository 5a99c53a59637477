"""Output of TeX while groups and arguments of commands are open."""

from collections.abc import Callable

from attrs import define, field

Change = Callable[[str], str]
_BLANKS = " \t"
_DEEPEST = 100  # values written by people nest at most five changes


@define
class GroupedOutput:
    """
    Text printed so far, by groups.

    An open group is the index of its first part and the changes that its text awaits. The number of
    nested groups has no limit, and only the outermost 100 are changed, so that time is linear.

    Attributes:
        parts: The text so far.
        awaiting: The changes of the next argument, the last one first.
        after_blank: Blanks before the next letter are not printed, as at the beginning of a value.
    """

    parts: list[str] = field(factory=list)
    awaiting: list[Change] = field(factory=list)
    after_blank: bool = True
    _groups: list[tuple[int, list[Change]]] = field(factory=list)
    _changed: int = 0

    def await_argument(self, change: Change) -> None:
        """Change the next character or group before it is printed."""
        if len(self.awaiting) == _DEEPEST:
            self.end_arguments()
        self.awaiting.append(change)

    def print_literal(self, text: str) -> None:
        """Print letters and blanks of the value; the first letter may be an argument."""
        if self.awaiting:
            text = text.lstrip()
            if not text:
                return
            self.print_symbol(text[0])
            text = text[1:]
        if self.after_blank and text[:1] in _BLANKS:
            text = text[1:]
        if text:
            self.parts.append(text)
            self.after_blank = text[-1] in _BLANKS

    def print_symbol(self, text: str) -> None:
        """Print what a command stands for; blanks around it are kept."""
        while self.awaiting:
            text = self.awaiting.pop()(text)
        self.parts.append(text)
        self.after_blank = False

    def open_group(self) -> None:
        """Open a group, the argument of the command before it if that awaits one."""
        changes = self.awaiting if self._changed < _DEEPEST else []
        self.awaiting = []
        self._changed += bool(changes)
        self._groups.append((len(self.parts), changes))

    def close_group(self) -> None:
        """Close the innermost group, if any."""
        if not self._groups:
            return
        self.end_arguments()
        start, changes = self._groups.pop()
        if changes:
            self._changed -= 1
            text = "".join(self.parts[start:])
            for change in reversed(changes):
                text = change(text)
            self.parts[start:] = [text]

    def end_arguments(self) -> None:
        """Print commands whose argument is missing."""
        if self.awaiting:
            self.print_symbol("")

    def text(self) -> str:
        """Close all groups, and return the text without a blank at its end."""
        while self._groups:
            self.close_group()
        self.end_arguments()
        text = "".join(self.parts)
        return text.rstrip(_BLANKS) if self.after_blank else text

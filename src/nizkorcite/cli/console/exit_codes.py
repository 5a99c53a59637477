"""Exit codes."""

FAULTY = 1
UNREADABLE = 3
UNWRITTEN = 4
INTERNAL = 70  # EX_SOFTWARE of sysexits.h
INTERRUPTED = 130
UNREAD = 141  # what a shell makes of SIGPIPE

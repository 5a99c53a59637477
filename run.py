#!/usr/bin/env python3
"""
Set up and run nizkorcite on a machine that has Python 3.11+ and pip, and nothing else.

    python3 run.py demo        the main job on the example page
    python3 run.py test        the test suite (further arguments go to pytest)
    python3 run.py cite FILE   any command of nizkorcite

The environment is made in .venv beside this file, without ensurepip, and filled by the pip of the
Python that runs this script; it is made again only when pyproject.toml or that Python changes.
"""

import hashlib
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
HOME = os.path.join(HERE, ".venv")
TOOLS = os.path.join(HOME, "Scripts" if os.name == "nt" else "bin")
PYTHON = os.path.join(TOOLS, "python.exe" if os.name == "nt" else "python")
PAGE = os.path.join("examples", "putin-tajikistan.html")
NO_PIP = (
    "This Python has no pip. On Debian and Ubuntu: apt install python3-pip\n"
    "Elsewhere see https://pip.pypa.io/en/stable/installation/"
)


def main():
    """Do what the arguments ask for and give the exit code."""
    if sys.version_info < (3, 11):
        print("nizkorcite needs Python 3.11 or later; this is %d.%d" % sys.version_info[:2])
        return 2
    if not sys.argv[1:] or sys.argv[1] in ("-h", "--help"):
        print(__doc__.strip())
        return 0 if sys.argv[1:] else 2
    verb, rest = sys.argv[1], sys.argv[2:]
    set_up("test" if verb == "test" else "")
    if verb == "test":
        return run(["-m", "pytest", *rest], cwd=HERE)
    return demo() if verb == "demo" else run(["-m", "nizkorcite", *sys.argv[1:]])


def set_up(extra):
    """Make the environment and install the project into it, if that is not done yet."""
    mark = os.path.join(HOME, "installed" + ("-" + extra if extra else ""))
    state = fingerprint()
    if os.path.exists(mark) and read(mark) == state and os.path.exists(PYTHON):
        return
    print("setting up .venv (once, about a minute) ...", file=sys.stderr, flush=True)
    make_environment(state)
    install("-e", HERE + ("[%s]" % extra if extra else ""))
    with open(mark, "w", encoding="utf-8") as file:
        file.write(state)


def fingerprint():
    """What an installation depends on: the project's metadata and the Python that runs."""
    with open(os.path.join(HERE, "pyproject.toml"), "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    return " ".join((digest, sys.version.split()[0], os.path.realpath(sys.executable), HERE))


def make_environment(state):
    """Make .venv anew, unless a finished installation of the same Python is there."""
    import venv

    marks = [os.path.join(HOME, name) for name in ("installed", "installed-test")]
    if any(os.path.exists(mark) and read(mark) == state for mark in marks):
        return
    shutil.rmtree(HOME, ignore_errors=True)
    venv.create(HOME, with_pip=False, symlinks=os.name != "nt")


def install(*what):
    """Install with this Python's pip into the environment; show what pip says only if it fails."""
    if subprocess.run([sys.executable, "-m", "pip", "--version"], capture_output=True).returncode:
        sys.exit(NO_PIP)
    pip = [sys.executable, "-m", "pip", "--python", PYTHON, "--disable-pip-version-check"]
    done = subprocess.run([*pip, "install", "--quiet", *what], capture_output=True, text=True)
    if done.returncode:
        sys.exit(
            "%s%s\nThe installation failed; what pip said stands above."
            % (done.stdout, done.stderr)
        )


def run(arguments, cwd=None):
    """Run the environment's Python and give its exit code."""
    return subprocess.run([PYTHON, *arguments], cwd=cwd).returncode


def demo():
    """Read the example page, validate its record, and cite it in three ways."""
    record = os.path.join(HOME, "putin-tajikistan.json")
    steps = (
        ("What was read, with the words of each value:", ["read", "--explain", PAGE]),
        ("The record, validated:", ["read", PAGE, "-o", record], ["validate", record]),
        ("APA:", ["cite", "--style", "apa", PAGE]),
        ("BibTeX:", ["cite", "--style", "bibtex", PAGE]),
        ("Plain text:", ["cite", "--style", "plain", PAGE]),
    )
    for title, *commands in steps:
        print("\n" + title, flush=True)
        for command in commands:
            shown = [os.path.relpath(word, HERE) if word == record else word for word in command]
            print("$ nizkorcite " + " ".join(shown), flush=True)
            code = run(["-m", "nizkorcite", *command], cwd=HERE)
            if code:
                return code
    return 0


def read(path):
    """The text of a small file."""
    with open(path, encoding="utf-8") as file:
        return file.read()


if __name__ == "__main__":
    sys.exit(main())

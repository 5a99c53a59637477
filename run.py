#!/usr/bin/env python3
"""
Set up and run nizkorcite on a machine that has Python 3.11+ and pip, and nothing else.

    python3 run.py demo               the main job on the example page
    python3 run.py test               the test suite, on all cores (more arguments go to pytest)
    python3 run.py cite FILE          any command of nizkorcite
    python3 run.py install csl yaml   extras, as many as named; without a name, the program alone

The environment is made in .venv beside this file, without ensurepip, and filled by the pip of the
Python that runs this script; it is made again, with its extras, only when pyproject.toml or that
Python changes.
Exit code 2: nothing was run, because the set-up failed.
"""

import hashlib
import os
import shlex
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
HOME = os.path.join(HERE, ".venv")
TOOLS = os.path.join(HOME, "Scripts" if os.name == "nt" else "bin")
PYTHON = os.path.join(TOOLS, "python.exe" if os.name == "nt" else "python")
# A finished installation: what it depends on, then one extra a line.
MARK = os.path.join(HOME, "installed")
PAGE = os.path.join("examples", "putin-tajikistan.html")
OLD = (
    "nizkorcite needs Python 3.11 or later; this is %d.%d.\n"
    "Run this with a newer one, for example: python3.11 run.py demo"
)
NO_PIP = (
    "This Python has no pip. On Debian and Ubuntu: apt install python3-pip\n"
    "Elsewhere see https://pip.pypa.io/en/stable/installation/"
)
FAILED = "%s%s\nThe installation failed; what pip said stands above. Mend that and run this again."
NO_EXTRA = "There is no extra %s. Extras: %s"
INSTALLED = "nizkorcite is installed. To call it by its name in this terminal:\n%s"
TIME = "all tests take about %d min (cores: %d) ..."


def main():
    """Do what the arguments ask for and give the exit code."""
    if sys.version_info < (3, 11):
        return stop(OLD % sys.version_info[:2])
    if not sys.argv[1:] or sys.argv[1] in ("-h", "--help"):
        print(__doc__.strip())
        return 0 if sys.argv[1:] else 2
    verb, rest = sys.argv[1], sys.argv[2:]
    if verb == "install":
        return install_extras(rest)
    problem = set_up(["test"] if verb == "test" else [])
    if problem:
        return stop(problem)
    if verb == "test":
        return test(rest)
    return demo() if verb == "demo" else run(["-m", "nizkorcite", *sys.argv[1:]])


def stop(problem):
    """Say why nothing can be run."""
    print(problem, file=sys.stderr)
    return 2


def install_extras(names):
    """Install extras, and print how to call the program by its name."""
    extras = known_extras()
    unknown = [name for name in names if name not in extras]
    if unknown:
        return stop(NO_EXTRA % (", ".join(unknown), ", ".join(extras)))
    problem = set_up(names)
    if problem:
        return stop(problem)
    activate = os.path.join(TOOLS, "activate")
    print(INSTALLED % (activate if os.name == "nt" else ". " + shlex.quote(activate)))
    return 0


def known_extras():
    """The extras that the project's metadata names."""
    import tomllib

    with open(os.path.join(HERE, "pyproject.toml"), "rb") as file:
        return sorted(tomllib.load(file)["project"]["optional-dependencies"])


def set_up(extras):
    """Install the project into .venv, if that is not done yet; give the problem in words."""
    state, before = fingerprint(), read(MARK).splitlines()
    current = os.path.exists(PYTHON) and before[:1] == [state]
    wanted = sorted(set(before[1:]).union(extras))
    if current and wanted == before[1:]:
        return ""
    print("setting up .venv (once, about a minute) ...", file=sys.stderr, flush=True)
    if not current:
        make_environment()
        # Extras of before are not forgotten if this installation fails.
        write_mark("", before[1:])
    problem = install("-e", HERE + ("[%s]" % ",".join(wanted) if wanted else ""))
    if not problem:
        write_mark(state, wanted)
    return problem


def write_mark(state, extras):
    """Note which installation is done, and its extras."""
    with open(MARK, "w", encoding="utf-8") as file:
        file.write("\n".join([state, *extras]))


def fingerprint():
    """What an installation depends on: the project's metadata, the Python that runs, the folder."""
    with open(os.path.join(HERE, "pyproject.toml"), "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    return " ".join((digest, sys.version.split()[0], os.path.realpath(sys.executable), HERE))


def make_environment():
    """Make .venv anew, without pip."""
    import venv

    shutil.rmtree(HOME, ignore_errors=True)
    venv.create(HOME, with_pip=False, symlinks=os.name != "nt")


def install(*what):
    """Install into the environment; give what pip says only if it fails."""
    pip = find_pip()
    if not pip:
        return NO_PIP
    done = say([*pip, "--disable-pip-version-check", "install", "--quiet", *what])
    if done.returncode:
        return FAILED % (done.stdout, done.stderr)
    # pip compiles what it copies; the modules of an editable install stay where they are.
    say([PYTHON, "-m", "compileall", "-q", os.path.join(HERE, "src")])
    return ""


def find_pip():
    """The command that installs into .venv: a pip from outside, or else Python's own copy."""
    # Where this script runs inside a virtual environment, that one may have no pip (ours has none)
    # or may just have been deleted; the Python it was made from is asked then.
    for python in (sys._base_executable, sys.executable):
        if os.path.exists(python) and not say([python, "-m", "pip", "--version"]).returncode:
            return [python, "-m", "pip", "--python", PYTHON]
    if say([PYTHON, "-m", "ensurepip"]).returncode:
        return []
    return [PYTHON, "-m", "pip"]


def say(command):
    """Run a command and keep what it says."""
    return subprocess.run(command, capture_output=True, text=True)


def run(arguments, cwd=None):
    """Run the environment's Python and give its exit code."""
    # -P: a file of the user's folder must not stand in for a module of the same name.
    return subprocess.run([PYTHON, "-P", *arguments], cwd=cwd).returncode


def test(rest):
    """Run the tests on all cores; those of single files are done sooner by one."""
    if any("no:xdist" in each or is_file(each) for each in rest):
        return run(["-m", "pytest", *rest], cwd=HERE)
    may_use = getattr(os, "sched_getaffinity", None)
    cores = len(may_use(0)) if may_use else os.cpu_count() or 1
    print(TIME % (max(1, round(10 / cores)), cores), file=sys.stderr, flush=True)
    # Of two -n the last holds, so that the user may give one.
    return run(["-m", "pytest", "-n", str(cores), "--dist", "worksteal", *rest], cwd=HERE)


def is_file(argument):
    """Whether an argument of pytest names a file of the project, or a test in one."""
    return os.path.isfile(os.path.join(HERE, argument.split("::")[0]))


def demo():
    """Read the example page, validate its record, and cite it in three ways."""
    record = os.path.join(".venv", "putin-tajikistan.json")
    reading = ["read", "--base", ".", "-o", record, PAGE]
    steps = (
        ("What was read, with the words of each value:", ["read", "--explain", PAGE]),
        ("The record, validated:", reading, ["validate", record]),
        ("APA:", ["cite", "--style", "apa", PAGE]),
        ("BibTeX:", ["cite", "--style", "bibtex", PAGE]),
        ("Plain text:", ["cite", "--style", "plain", PAGE]),
    )
    for title, *commands in steps:
        print("\n" + title, flush=True)
        for command in commands:
            print("$ nizkorcite " + " ".join(command), flush=True)
            code = run(["-m", "nizkorcite", *command], cwd=HERE)
            if code:
                return code
            if command[0] == "validate":
                print("(no findings, exit code 0)", flush=True)
    return 0


def read(path):
    """The text of a small file; nothing where there is none."""
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8") as file:
        return file.read()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)

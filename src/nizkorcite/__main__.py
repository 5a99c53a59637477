"""The program: ``nizkorcite``, or ``python -m nizkorcite``."""

import signal


def run_program() -> None:
    """Run the command line; an interrupt while modules are loaded ends the process silently."""
    # An interrupt that is ignored stays ignored.
    is_default = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if is_default:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from nizkorcite.cli import main

    if is_default:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    main()


if __name__ == "__main__":
    run_program()

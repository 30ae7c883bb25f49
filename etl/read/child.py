"""Reads the workbook on standard input under a memory limit; prints the sheets, pickled. Started by engine.read_guarded."""

from __future__ import annotations

import pickle
import sys

from python_calamine import CalamineError

from etl.read import engine, limits


def limit_memory() -> None:
    """Bounds this process's memory, where the platform can (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    wanted = limits.CHILD_BYTES if hard == resource.RLIM_INFINITY else min(limits.CHILD_BYTES, hard)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


def main() -> None:
    """Prints a pickled (outcome, sheets); outcome is fine, damaged or too_large."""
    limit_memory()
    try:
        answer = ("fine", engine.read_here(sys.stdin.buffer.read()))
    except (engine.TooManyCells, MemoryError):
        answer = ("too_large", [])
    except (CalamineError, ValueError, OSError):
        answer = ("damaged", [])
    pickle.dump(answer, sys.stdout.buffer, protocol=pickle.HIGHEST_PROTOCOL)


if __name__ == "__main__":
    main()

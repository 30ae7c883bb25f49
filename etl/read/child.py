"""Works on the file on standard input under a memory limit; prints the answer, pickled. Started by etl/read/guard.py."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable

from python_calamine import CalamineError

from etl.read import engine, limits, refusals
from etl.read.grid import Unreadable


def limit() -> None:
    """Bounds this process's memory and processor time, where the platform can (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    wanted = limits.CHILD_BYTES if hard == resource.RLIM_INFINITY else min(limits.CHILD_BYTES, hard)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.CHILD_CPU_SECONDS, limits.CHILD_CPU_SECONDS + 1))


def sheets_of(data: bytes) -> object:
    """The engine's sheets."""
    try:
        return engine.read_here(data)
    except engine.TooManyCells as error:
        raise refusals.too_many_cells() from error
    except (CalamineError, ValueError, OSError) as error:
        raise refusals.damaged() from error


def book_of(data: bytes) -> object:
    """The kind and sheets of any container."""
    from etl.read import read_content

    return read_content(data)


def document_of(data: bytes) -> object:
    """A document's text and tables."""
    from etl.texts.documents import read_content

    return read_content(data)


WORKS: dict[str, Callable[[bytes], object]] = {"engine": sheets_of, "book": book_of, "document": document_of}


def main() -> None:
    """Prints a pickled (outcome, answer): fine with what the work gives, or refused with the code and sentences."""
    limit()
    try:
        answer = ("fine", WORKS[sys.argv[1]](sys.stdin.buffer.read()))
    except (MemoryError, RecursionError):
        answer = ("refused", _told(refusals.too_many_cells()))
    except Unreadable as error:
        answer = ("refused", _told(error))
    pickle.dump(answer, sys.stdout.buffer, protocol=pickle.HIGHEST_PROTOCOL)


def _told(error: Unreadable) -> tuple[str, str, str]:
    return error.code, error.message, error.suggestion


if __name__ == "__main__":
    main()

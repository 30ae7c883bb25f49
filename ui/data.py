"""The one open store of this server, and questions answered once per store version."""

from __future__ import annotations

import hashlib
import pickle
import threading
from collections.abc import Callable
from functools import wraps
from typing import Any

import streamlit as st

from park.locale import language
from park.store import Store, database_path, open_store

OPENED: dict[str, Store] = {}  # by path; routes ask for it outside any page's run
OPENING = threading.Lock()
ON_OPEN: list[Callable[[Store], None]] = []  # what the server does once it holds a store


def the_store() -> Store:
    """The store that every session shares. Raises StoreError (with a sentence to show) when it cannot be opened."""
    path = str(database_path())
    with OPENING:
        if path not in OPENED:
            OPENED[path] = open_store(path)
            for tell in ON_OPEN:
                tell(OPENED[path])
        return OPENED[path]


def ask(question: Callable[..., Any], *args: object, **filters: object) -> Any:
    """The answer of a function of park.questions, kept until the store changes.

    The question's first argument is a cursor, which is not given here; the others must be plain values.
    """
    store = the_store()
    name = f"{question.__module__}.{question.__qualname__}"
    return _answer(str(store.path), store.version(), language(), name, args, tuple(sorted(filters.items())), question, store)


@st.cache_data(show_spinner=False, max_entries=3000)
def _answer(path: str, version: int, code: str, name: str, args: tuple, filters: tuple, _question: Callable, _store: Store) -> Any:
    with _store.cursor() as cursor:
        return _question(cursor, *args, **dict(filters))


def kept(build: Callable[..., Any]) -> Callable[..., Any]:
    """Keeps what a builder of exhibits made until the store changes, since drawing costs more than asking.

    The view and the contents of every other argument tell one exhibit from another.
    """

    @wraps(build)
    def from_store(view: object, *rest: object, **more: object) -> Any:
        store = the_store()
        told = hashlib.sha1(pickle.dumps((rest, more)), usedforsecurity=False).hexdigest()
        key = (str(store.path), store.version(), language(), f"{build.__module__}.{build.__qualname__}", repr(view), told)
        return _made(key, build, (view, *rest), more)

    return from_store


@st.cache_resource(show_spinner=False, max_entries=500)
def _made(key: tuple, _build: Callable, _rest: tuple, _more: dict) -> Any:
    return _build(*_rest, **_more)

"""A store that the app holds is shared by whatever else runs in its process: one writer, one version, one closing."""

from __future__ import annotations

from park.store import batches, open_store, operator
from tests.conftest import reading

ROOT = operator("root")


def test_what_a_command_writes_through_a_lent_store_the_holder_knows_at_once(store):
    store.hold()
    before = store.version()
    with open_store(store.path) as lent:
        batches.load(lent, reading({"value": 5}), b"one", by=ROOT)
        assert lent.version() == store.version() > before
    assert [b.status for b in batches.every(store)] == ["committed"]


def test_closing_a_lent_store_leaves_the_holder_open_and_closing_the_holder_ends_the_lending(store):
    store.hold()
    open_store(store.path, read_only=True).close()
    assert store.version() == 0
    store.close()
    with open_store(store.path) as again:
        assert again.version() == 0


def test_what_is_remembered_is_asked_anew_after_any_write_and_after_its_time(store):
    store.hold()
    asked = []
    ask = lambda seconds=60: store.remembered("key", lambda: asked.append(1) or len(asked), seconds)  # noqa: E731
    assert (ask(), ask()) == (1, 1)
    with open_store(store.path) as lent, lent.write(silent=True):
        pass
    assert (ask(-1), ask()) == (2, 3)

"""Accounts: argon2 hashes, no default password, wrong passwords slowed down."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from argon2.exceptions import VerifyMismatchError

from park.store import StoreError, TooManyTries, accounts, audit, check_password, database, operator, strangers


def test_a_new_store_has_no_account_at_all(store):
    assert accounts.every(store) == []
    assert check_password(store, "admin", "admin") is None


def test_the_password_is_kept_as_an_argon2_hash_only(store):
    accounts.add(store, "clerk", "correct horse", by=operator("root"))
    (kept,) = store.cursor().execute("select hash from account").fetchone()
    assert kept.startswith("$argon2id$")
    assert "correct horse" not in kept


def test_the_right_password_gives_the_account_and_a_wrong_one_nothing(store):
    accounts.add(store, "clerk", "correct horse", by=operator("root"))
    assert check_password(store, "clerk", "correct horse") == accounts.Account("clerk", "staff")
    assert check_password(store, "clerk", "wrong horse!") is None


@pytest.mark.parametrize(("name", "password", "role"), [("", "long enough", "staff"), ("x", "short", "staff"), ("x", "long enough", "king")])
def test_an_empty_name_a_short_password_or_an_unknown_role_is_refused(store, name, password, role):
    with pytest.raises(StoreError):
        accounts.add(store, name, password, role=role, by=operator("root"))
    assert accounts.every(store) == []


def test_a_name_is_given_once(store):
    accounts.add(store, "clerk", "correct horse", by=operator("root"))
    with pytest.raises(StoreError, match="clerk"):
        accounts.add(store, "clerk", "another horse", by=operator("root"))


def test_repeated_wrong_passwords_are_slowed_down_even_for_the_right_one(store, monkeypatch):
    accounts.add(store, "clerk", "correct horse", by=operator("root"))
    for _try in range(accounts.FREE_TRIES):
        assert check_password(store, "clerk", "wrong horse!") is None
    with pytest.raises(TooManyTries) as slowed:
        check_password(store, "clerk", "correct horse")
    assert slowed.value.seconds >= 1
    later = database.now() + timedelta(seconds=60)
    monkeypatch.setattr(accounts, "now", lambda: later)
    assert check_password(store, "clerk", "correct horse") is not None
    assert accounts.seconds_to_wait(store, "clerk") == 0


def test_each_further_wrong_password_doubles_the_wait(store, monkeypatch):
    clock = [database.now()]
    monkeypatch.setattr(accounts, "now", lambda: clock[0])
    monkeypatch.setattr("park.store.audit.now", lambda: clock[0])
    accounts.add(store, "clerk", "correct horse", by=operator("root"))
    waits = []
    for _try in range(6):
        clock[0] += timedelta(seconds=accounts.seconds_to_wait(store, "clerk"))
        check_password(store, "clerk", "wrong horse!")
        waits.append(accounts.seconds_to_wait(store, "clerk"))
    assert waits == [0, 0, 2, 4, 8, 16]


def test_a_name_that_nobody_has_is_slowed_down_like_one_that_somebody_has(store, monkeypatch):
    clock = [database.now()]
    for module in (accounts, strangers):
        monkeypatch.setattr(module, "now", lambda: clock[0])
    waits = []
    for _try in range(6):
        clock[0] += timedelta(seconds=accounts.seconds_to_wait(store, "made up"))
        check_password(store, "made up", "wrong horse!")
        waits.append(accounts.seconds_to_wait(store, "made up"))
    assert waits == [0, 0, 2, 4, 8, 16]


@pytest.mark.parametrize("name", ["clerk", "made up"])
def test_tries_at_the_same_time_are_slowed_down_like_tries_one_after_another(store, monkeypatch, name):
    accounts.add(store, "clerk", "correct horse", by=operator("root"))
    still = database.now()
    for module in (accounts, audit, strangers):
        monkeypatch.setattr(module, "now", lambda: still)

    def one(number: int) -> str:
        try:
            return "signed in" if check_password(store, name, f"wrong {number:04}") else "refused"
        except TooManyTries:
            return "slowed"

    with ThreadPoolExecutor(20) as many:
        assert Counter(many.map(one, range(20))) == {"refused": accounts.FREE_TRIES, "slowed": 20 - accounts.FREE_TRIES}


def test_made_up_names_are_summed_up_in_the_audit_by_address_and_minute(store, monkeypatch):
    monkeypatch.setattr(accounts, "HASHER", Quick())
    clock = [database.now()]
    for module in (accounts, strangers):
        monkeypatch.setattr(module, "now", lambda: clock[0])
    for number in range(500):
        check_password(store, f"made up {number} " + "x" * 5000, "wrong horse!", address="10.0.0.7")
    check_password(store, "another", "wrong horse!", address="10.0.0.8")
    clock[0] += timedelta(seconds=61)
    check_password(store, "made up again", "wrong horse!", address="10.0.0.7")
    said = [(subject[:13], len(subject), detail) for _at, _by, _way, action, subject, detail in audit.lines(store) if action == "sign_in_refused"]
    assert said == [("made up again", 13, "10.0.0.7 此前另有 499 次"), ("another", 7, "10.0.0.8"), ("made up 0 xxx", 100, "10.0.0.7")]


class Quick:
    """A hasher that takes no time and finds every password wrong."""

    def hash(self, _password):
        return ""

    def verify(self, _kept, _password):
        raise VerifyMismatchError


def test_sign_ins_and_refusals_are_in_the_audit(store):
    accounts.add(store, "clerk", "correct horse", by=operator("root"))
    check_password(store, "clerk", "correct horse")
    check_password(store, "clerk", "wrong horse!")
    actions = store.cursor().execute("select by_whom, action from audit order by rowid").fetchall()
    assert actions == [("root", "local account_add"), ("clerk", "sign_in"), ("clerk", "sign_in_refused")]


def test_a_changed_password_replaces_the_old_one_and_a_removed_account_is_gone(store):
    accounts.add(store, "clerk", "correct horse", by=operator("root"))
    accounts.change_password(store, "clerk", "battery staple", by=operator("root"))
    assert check_password(store, "clerk", "correct horse") is None
    assert check_password(store, "clerk", "battery staple")
    accounts.remove(store, "clerk", by=operator("root"))
    assert check_password(store, "clerk", "battery staple") is None

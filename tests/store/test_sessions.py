"""Sessions end; what is kept of a cookie or a token is a hash."""

from __future__ import annotations

from datetime import timedelta

import pytest

from park.store import (
    Account,
    Forbidden,
    StoreError,
    accounts,
    audit,
    database,
    operator,
    sessions,
    settings,
    strangers,
)

ROOT = operator("root")


@pytest.fixture
def manned(store):
    for name, role in (("clerk", "staff"), ("chief", "admin")):
        accounts.add(store, name, None, role=role, by=ROOT)
    return store


@pytest.fixture
def later(monkeypatch):
    """Lets the clock of the sessions run on."""

    def move(**by):
        moment = sessions.now() + timedelta(**by)
        monkeypatch.setattr(sessions, "now", lambda: moment)
        monkeypatch.setattr(strangers, "now", lambda: moment)

    return move


def test_a_session_is_found_by_its_secret_alone_and_the_store_keeps_no_secret(manned):
    secret = sessions.start(manned, "clerk")
    assert sessions.find(manned, secret) == Account("clerk", "staff")
    assert (sessions.find(manned, ""), sessions.find(manned, secret + "x")) == (None, None)
    assert secret not in str(manned.cursor().execute("select * from session").fetchall())


def test_a_session_ends_after_an_hour_without_a_click_but_not_with_clicks(manned, later):
    secret = sessions.start(manned, "clerk")
    for _click in range(3):
        later(minutes=40)
        assert sessions.find(manned, secret)
    later(minutes=61)
    assert sessions.find(manned, secret) is None


def test_a_session_ends_after_a_working_day_in_any_case(manned, later):
    secret = sessions.start(manned, "clerk")
    for _click in range(18):
        later(minutes=40)
        sessions.find(manned, secret)
    later(minutes=1)
    assert sessions.find(manned, secret) is None


def test_signing_out_ends_the_session_and_nothing_else(manned):
    one, other = sessions.start(manned, "clerk"), sessions.start(manned, "clerk")
    sessions.end(manned, one)
    assert (sessions.find(manned, one), sessions.find(manned, other)) == (None, Account("clerk", "staff"))


def test_a_new_password_and_a_removal_sign_out_everywhere(manned):
    secret = sessions.start(manned, "clerk")
    accounts.change_password(manned, "clerk", "long enough", by=ROOT)
    assert sessions.find(manned, secret) is None
    secret, token = sessions.start(manned, "clerk"), sessions.make_token(manned, "clerk", by=ROOT)
    accounts.remove(manned, "clerk", by=ROOT)
    assert (sessions.find(manned, secret), sessions.of_token(manned, token)) == (None, None)


def test_a_session_shows_the_role_of_today(manned):
    secret = sessions.start(manned, "clerk")
    accounts.change(manned, "clerk", role="viewer", by=ROOT)
    assert sessions.find(manned, secret) == Account("clerk", "viewer")


def test_sessions_do_not_make_the_pages_ask_anew(manned):
    version = manned.version()
    sessions.end(manned, sessions.start(manned, "clerk"))
    assert manned.version() == version


def test_a_sign_in_elsewhere_ends_like_any_other_and_does_not_begin_anew(manned, later):
    begun = database.now()
    assert sessions.adopt(manned, "issuer subject 1", "clerk", begun) == Account("clerk", "staff")
    later(minutes=61)
    assert sessions.adopt(manned, "issuer subject 1", "clerk", begun) is None
    assert sessions.adopt(manned, "issuer subject 2", "clerk", database.now() + timedelta(minutes=61)) is not None
    assert sessions.adopt(manned, "issuer subject 3", "nobody@example.org", begun) is None


def test_a_token_has_the_rights_of_its_account_and_can_be_taken_back(manned):
    token = sessions.make_token(manned, "clerk", by=ROOT)
    assert sessions.of_token(manned, token) == Account("clerk", "staff")
    assert token not in str(manned.cursor().execute("select * from token").fetchall())
    ((token_id, name, made_by, _at),) = sessions.tokens(manned)
    assert (name, made_by) == ("clerk", "root")
    with pytest.raises(Forbidden):
        sessions.make_token(manned, "chief", by=Account("clerk", "admin"))
    sessions.revoke(manned, token_id, by=Account("clerk", "staff"))
    assert sessions.of_token(manned, token) is None
    with pytest.raises(StoreError):
        sessions.make_token(manned, "nobody", by=ROOT)


def test_looking_is_open_until_an_administrator_closes_it(manned):
    assert settings.may_look(manned, None)
    with pytest.raises(Forbidden):
        settings.put(manned, settings.VIEWING, settings.SIGNED_IN, by=Account("clerk", "staff"))
    settings.put(manned, settings.VIEWING, settings.SIGNED_IN, by=Account("chief", "admin"))
    assert (settings.may_look(manned, None), settings.may_look(manned, Account("clerk", "staff"))) == (False, True)
    assert [row[:2] for row in settings.history(manned, settings.VIEWING)] == [("signed_in", "chief")]
    with pytest.raises(StoreError):
        settings.put(manned, settings.VIEWING, "sometimes", by=ROOT)


def test_unknown_tokens_are_noted_but_fill_no_records(manned, later):
    for _try in range(500):
        sessions.note_unknown_token(manned, "/api/" + "x" * 5000)
    later(minutes=11)
    sessions.note_unknown_token(manned, "/api/load")
    said = [(subject, detail) for _at, _by, _way, action, subject, detail in audit.lines(manned) if action == "token_refused"]
    assert said == [("/api/load", "此前另有 499 次"), (("/api/" + "x" * 5000)[:100], "")]

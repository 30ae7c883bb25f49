"""`python -m park account …`."""

from __future__ import annotations

import io

import pytest

from park.__main__ import main
from park.store import accounts, open_store


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    def command(*words, password=""):
        monkeypatch.setattr("sys.stdin", io.StringIO(password + "\n"))
        try:
            status = main([*words, "--db", str(tmp_path / "park.duckdb")])
        except SystemExit as stopped:
            status = stopped.code
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return command


def test_add_makes_a_staff_account_with_the_given_password(run, tmp_path):
    assert run("account", "add", "clerk", "--password-stdin", password="correct horse")[0] == 0
    with open_store(tmp_path / "park.duckdb") as store:
        assert accounts.check_password(store, "clerk", "correct horse") == accounts.Account("clerk", "staff")


@pytest.mark.parametrize(("words", "password"), [(("account", "add", "clerk"), "short"), (("account", "add"), "long enough"), (("account", "remove", "nobody"), "")])
def test_what_cannot_be_done_is_a_sentence_and_status_2(run, words, password):
    status, out, err = run(*words, "--password-stdin", password=password)
    assert (status, out) == (2, "")
    assert len(err.strip().splitlines()) == 1


def test_list_shows_names_and_roles_never_a_hash(run):
    run("account", "add", "clerk", "--password-stdin", "--role", "admin", password="correct horse")
    status, out, _err = run("account", "list")
    assert status == 0
    assert out.startswith("clerk,admin,")
    assert "argon2" not in out

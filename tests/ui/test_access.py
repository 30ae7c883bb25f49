"""The sign-in form: where it may lead back to, and which requests are another site's."""

from __future__ import annotations

import pytest
from starlette.requests import Request

from ui.access import _foreign, _place, _token


def asked(**headers: str) -> Request:
    return Request({"type": "http", "headers": [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()]})


@pytest.mark.parametrize(
    ("place", "back"),
    [("/targets?month=2013-05", "/targets?month=2013-05"), ("//evil.example/x", "/"), ("https://evil.example", "/"), ("/\\evil.example", "/"),
     ("javascript:alert(1)", "/"), ("/a\r\nSet-Cookie: x=1", "/"), ("", "/")],
)
def test_the_form_leads_back_to_this_server_only(place, back):
    assert _place(place) == back


@pytest.mark.parametrize(
    ("headers", "foreign"),
    [
        ({"sec_fetch_site": "same-origin"}, False), ({"sec_fetch_site": "cross-site"}, True), ({"sec_fetch_site": "same-site"}, True),
        ({"origin": "http://park.lan:8501", "host": "park.lan:8501"}, False), ({"origin": "http://evil.example", "host": "park.lan:8501"}, True),
        ({"origin": "null", "host": "park.lan:8501"}, True), ({"host": "park.lan:8501"}, False),
    ],
)
def test_a_form_of_another_site_is_told_apart(headers, foreign):
    assert _foreign(asked(**headers)) is foreign


@pytest.mark.parametrize(("header", "token"), [("Bearer abc", "abc"), ("Basic Y2xlcms6YWJj", "abc"), ("Basic %%%", ""), ("Digest x", ""), ("", "")])
def test_a_token_comes_as_bearer_or_as_the_password_of_basic(header, token):
    assert _token(header) == token

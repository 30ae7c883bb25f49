"""A small OpenID provider on this machine: discovery, a page to choose a person, tokens signed with its own key."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import http.server
import json
import secrets
import threading
import time
from collections.abc import Iterator
from html import escape
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, CLIENT_SECRET = "parkboard", "a secret between the two"
PEOPLE = {
    "chief": {"email": "Chief@Example.org", "email_verified": True},  # the account is written in small letters
    "clerk": {"email": "clerk@example.org", "email_verified": True},
    "unknown": {"email": "nobody@example.org", "email_verified": True},
    "unverified": {"email": "chief@example.org", "email_verified": False},
    "silent": {"email": "chief@example.org"},
    "in-a-word": {"email": "clerk@example.org", "email_verified": "true"},
    "another-audience": {"email": "chief@example.org", "email_verified": True, "aud": "another-app"},
    "another-audience-for-us": {"email": "chief@example.org", "email_verified": True, "aud": ["another-app"], "azp": CLIENT},
    "another-key": {"email": "chief@example.org", "email_verified": True},
    "another-issuer": {"email": "chief@example.org", "email_verified": True, "iss": "http://127.0.0.1:1"},
    "long-ago": {"email": "chief@example.org", "email_verified": True, "iat": int(time.time()) - 13 * 3600},
}
OWN, ANOTHER = (RSAKey.generate_key(2048, {"kid": "k1", "use": "sig", "alg": "RS256"}) for _key in range(2))


class Provider(http.server.BaseHTTPRequestHandler):
    """What the relying party and the browser ask for."""

    codes: dict[str, tuple[str, str, str]] = {}  # code -> person, nonce, challenge

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"

    def do_GET(self):
        place = urlsplit(self.path)
        asked = {key: values[0] for key, values in parse_qs(place.query).items()}
        if place.path == "/.well-known/openid-configuration":
            self._json({
                "issuer": self.base, "authorization_endpoint": f"{self.base}/authorize", "token_endpoint": f"{self.base}/token", "jwks_uri": f"{self.base}/keys",
                "end_session_endpoint": f"{self.base}/end", "response_types_supported": ["code"], "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"], "code_challenge_methods_supported": ["S256"],
            })
        elif place.path == "/keys":
            self._json({"keys": [OWN.as_dict(private=False)]})
        elif place.path == "/authorize":
            links = []
            for person in PEOPLE:
                code = secrets.token_urlsafe(8)
                self.codes[code] = person, asked.get("nonce", ""), asked.get("code_challenge", "")
                links.append(f'<p><a id="{person}" href="{escape(asked["redirect_uri"])}?{escape(urlencode({"code": code, "state": asked["state"]}))}">{person}</a></p>')
            self._answer("text/html", "".join(links))
        elif place.path == "/end":
            self.send_response(302)
            self.send_header("location", asked["post_logout_redirect_uri"])
            self.end_headers()
        else:
            self.send_error(404)

    def do_POST(self):
        form = {key: values[0] for key, values in parse_qs(self.rfile.read(int(self.headers["content-length"])).decode()).items()}
        given = base64.b64decode(self.headers.get("authorization", "").removeprefix("Basic ")).decode()
        person, nonce, challenge = self.codes.pop(form.get("code", ""), ("", "", ""))
        proof = base64.urlsafe_b64encode(hashlib.sha256(form.get("code_verifier", "").encode()).digest()).decode().rstrip("=")
        if given.partition(":")[0] != CLIENT or not person or proof != challenge:
            self.send_error(400)
            return
        now = int(time.time())
        claims = {"iss": self.base, "sub": person, "aud": CLIENT, "iat": now, "exp": now + 600, "nonce": nonce, **PEOPLE[person]}
        key = ANOTHER if person == "another-key" else OWN
        token = jwt.encode({"alg": "RS256", "kid": "k1"}, claims, key)
        self._json({"access_token": secrets.token_urlsafe(8), "token_type": "Bearer", "expires_in": 600, "id_token": token})

    def _json(self, answer: object) -> None:
        self._answer("application/json", json.dumps(answer))

    def _answer(self, kind: str, text: str) -> None:
        self.send_response(200)
        self.send_header("content-type", kind)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_words):
        """Says nothing."""


@contextlib.contextmanager
def provider() -> Iterator[str]:
    """Serves the provider; its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Provider)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


def secrets_file(base: str) -> str:
    """What stands in secrets.toml of an app that signs people in there."""
    return f"""[auth]
redirect_uri = "http://127.0.0.1:{{port}}/oauth2callback"
cookie_secret = "{secrets.token_hex(16)}"
client_id = "{CLIENT}"
client_secret = "{CLIENT_SECRET}"
server_metadata_url = "{base}/.well-known/openid-configuration"
"""

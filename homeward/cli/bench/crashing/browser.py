"""A small browser: keeps cookies, reads forms, sends them. No script, no picture."""

import http.client
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from urllib.parse import urlencode

TIMEOUT = 15.0  # seconds


@dataclass(frozen=True)
class Page:
    """An answer of the server."""

    status: int
    text: str
    location: str


class Unanswered(Exception):
    """No answer came back; whether the server acted is not known."""


@dataclass
class Browser:
    """One person's session."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str) -> Page:
        """Open a page."""
        return self._ask("GET", path, None)

    def post(self, path: str, fields: dict[str, str]) -> Page:
        """Send a form."""
        return self._ask("POST", path, urlencode(fields))

    def _ask(self, method: str, path: str, body: str | None) -> Page:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT)
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            text = answer.read().decode()
        except (OSError, http.client.HTTPException) as problem:
            raise Unanswered from problem
        finally:
            connection.close()
        for line in answer.headers.get_all("Set-Cookie", []):
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value
        return Page(answer.status, text, answer.headers.get("Location", ""))


class Form(HTMLParser):
    """The fields of the first form on a page that has the named field, as they stand.

    Of a question that must be answered, the first answer is taken.
    """

    def __init__(self, page: str, having: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self._having, self._open, self._found = having, False, False
        self._select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if tag == "form" and not self._found:
            self._open, self.fields = True, {}
        if not self._open:
            return
        name, value = given.get("name") or "", given.get("value") or ""
        kind = given.get("type") or "text"
        if tag == "input" and name:
            chosen = kind not in ("checkbox", "radio", "submit") or "checked" in given
            must = kind == "radio" and "required" in given and name not in self.fields
            if chosen or must:
                self.fields[name] = value or ("on" if kind == "checkbox" else "")
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select:
            if "selected" in given or (value and not self.fields.get(self._select)):
                self.fields[self._select] = value
        elif tag == "textarea" and name:
            self.fields[name] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = ""
        if tag == "form" and self._open:
            self._open, self._found = False, self._having in self.fields

"""Sending the same form again, as a second click or a restored tab does."""

import http.client
from dataclasses import dataclass, field
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.urls import resolve

from homeward.audit.models import Entry

AGAIN = 2
READS = ("core.records.read",)


@dataclass
class Replayer:
    """Notices each form that is sent and, when told, sends it twice more at the same instant."""

    sent: list[Any] = field(default_factory=list)
    routes: set[str] = field(default_factory=set)
    found: list[str] = field(default_factory=list)

    def notice(self, request: Any) -> None:
        """Remember a form with a key."""
        if request.method == "POST" and "form_key" in (request.post_data or ""):
            self.sent.append(request)

    def send_again(self) -> None:
        """Each form of the last step: the same answer, and nothing done."""
        waiting, self.sent = self.sent, []
        for request in waiting:
            match = resolve(urlsplit(request.url).path)
            answer = request.response()
            if answer is None or answer.status >= 400 or not match.func.policy.once:
                continue
            self.routes.add(match.view_name)
            self._compare(match.view_name, request, answer)

    def _compare(self, route: str, request: Any, answer: Any) -> None:
        first = (answer.status, _place(answer.header_value("location") or ""))
        got: list[tuple[int, str, str]] = []
        headers = {
            name: value
            for name, value in request.all_headers().items()
            if name in ("cookie", "content-type", "referer", "origin", "hx-request", "hx-target")
        }
        senders = [
            Thread(target=_post, args=(request.url, request.post_data, headers, got))
            for _ in range(AGAIN)
        ]
        for sender in senders:
            sender.start()
        for sender in senders:
            sender.join(30)
        if [each[:2] for each in got] != [first] * AGAIN:
            self.found.append(f"{route} answered {first}, then {[each[:2] for each in got]}")
        done = Entry.objects.filter(request_id__in=[each[2] for each in got])
        if codes := list(done.exclude(code__in=READS).values_list("code", flat=True)):
            self.found.append(f"{route} did something again: {codes}")


def _post(url: str, body: str, headers: dict[str, str], got: list[tuple[int, str, str]]) -> None:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=30)
    assert parse_qs(body)["form_key"]
    connection.request("POST", parts.path, body, headers)
    answer = connection.getresponse()
    answer.read()
    place = _place(answer.getheader("Location") or "")
    got.append((answer.status, place, answer.getheader("X-Request-Id") or ""))
    connection.close()


def _place(location: str) -> str:
    return urlsplit(location)._replace(scheme="", netloc="").geturl()

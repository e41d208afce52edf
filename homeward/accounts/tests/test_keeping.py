"""A session that cannot be saved is our fault, and says so."""

from django.contrib.sessions.backends.base import UpdateError
from django.http import HttpResponse
from django.test import RequestFactory

from homeward.accounts.keeping import KeptSessionMiddleware


class LostSession(dict):
    accessed = modified = True

    def is_empty(self) -> bool:
        return False

    def get_expire_at_browser_close(self) -> bool:
        return True

    def save(self) -> None:
        raise UpdateError


def test_a_lost_session_asks_to_send_again():
    """Status 503 with a moment to wait, not a bad request."""
    request = RequestFactory().post("/")
    request.session = LostSession()

    answer = KeptSessionMiddleware(lambda r: HttpResponse()).process_response(
        request, HttpResponse("done")
    )

    assert (answer.status_code, answer["Retry-After"]) == (503, "2")

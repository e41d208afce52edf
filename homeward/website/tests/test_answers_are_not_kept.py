"""What answers a form on a public page is kept by no browser: the telephone may be shared."""

from typing import Any

import pytest
from django.core.cache import cache

from homeward.website import limits

pytestmark = pytest.mark.django_db
TYPED: tuple[tuple[str, dict[str, str], int], ...] = (
    ("/ask/", {"phone": "call me", "relation": "self", "note": "after the shelter"}, 422),
    ("/ask/with-answers/", {"carried": ""}, 200),
    ("/questions/", {"words": "My name is Jordan"}, 422),
    ("/find/", {"zip_code": "60608", "options": "detox"}, 200),
    ("/find/", {"zip_code": "6060"}, 422),
    ("/which-setting/", {"step": "1", "suicidal": "yes"}, 200),
)


@pytest.fixture(autouse=True)
def _fresh_limits(db: Any) -> None:
    cache.clear()


def key_of(client: Any) -> str:
    """The key of the request form."""
    text = client.get("/ask/").content.decode()
    return str(text.split('name="form_key" value="')[-1].split('"')[0])


@pytest.mark.parametrize(("path", "typed", "status"), TYPED)
def test_an_answer_is_not_kept(
    cast: Any, client: Any, path: str, typed: dict[str, str], status: int
) -> None:
    """The words typed stand in it."""
    answer = client.post(path, {**typed, "form_key": key_of(client)})
    assert answer.status_code == status
    assert "no-store" in answer["Cache-Control"]


def test_nor_is_the_pause(cast: Any, client: Any, monkeypatch: Any) -> None:
    """That somebody looked for a place at all is theirs alone."""
    monkeypatch.setitem(limits.MOST, "find", (0, 9))
    answer = client.post("/find/", {"zip_code": "60608"})
    assert (answer.status_code, "no-store" in answer["Cache-Control"]) == (429, True)

"""Mappings are sealed at rest, open on their own row, and on no other."""

from typing import Any

import pytest
from django.db import connection

from homeward.core.crypto import CannotDecrypt
from homeward.instruments.actions import answer_instrument
from homeward.instruments.models import Response
from homeward.kernel.purposes import Purpose
from homeward.testing.cast import NOON

pytestmark = pytest.mark.django_db
ANSWERS = {**{str(number): 1 for number in range(1, 9)}, "9": 0}


def stored(row: Any) -> str:
    """The column as it lies in the database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT answers FROM instruments_response WHERE id = %s", [row.pk])
        return str(cursor.fetchone()[0])


@pytest.fixture
def response(cast: Any) -> Any:
    row = answer_instrument(
        actor=cast.dana.actor, client_id=cast.jo.pk, instrument="phq9",
        answers={name: str(value) for name, value in ANSWERS.items()}, now=NOON,
    )  # fmt: skip
    return Response.objects.for_actor(cast.dana.actor, Purpose.TREATMENT).get(pk=row.pk)


def test_answers_lie_sealed_and_open_as_they_were(response: Any) -> None:
    assert stored(response).startswith("v2.")
    assert '"9"' not in stored(response)
    assert response.answers == ANSWERS
    assert response.answers.get("9") == 0


def test_an_empty_mapping_is_sealed_too(cast: Any) -> None:
    """Whether somebody answered at all is theirs as well."""
    row = Response(
        client=cast.jo.row, site=cast.site, instrument="phq9", instrument_version="1",
        scorer_version="1", answered_at=NOON,
    )  # fmt: skip
    row.save()
    assert stored(row).startswith("v2.")


def test_answers_of_one_row_do_not_open_on_another(response: Any, cast: Any) -> None:
    """A value moved by hand is refused."""
    row = Response(
        client=cast.jo.row, site=cast.site, instrument="phq9", instrument_version="1",
        scorer_version="1", answered_at=NOON, answers={"1": 2},
    )  # fmt: skip
    Response.objects.unscoped("a test").bulk_create([row])
    fetched = Response.objects.unscoped("a test").get(pk=row.pk)
    assert fetched.answers == {"1": 2}
    other = Response.objects.unscoped("a test").get(pk=row.pk)
    other.pk = response.pk
    with pytest.raises(CannotDecrypt):
        _ = other.answers

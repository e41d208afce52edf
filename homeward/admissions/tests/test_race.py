"""Many hands at once: one admission wins."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from homeward.admissions import actions
from homeward.admissions.models import Episode
from homeward.admissions.tests import walking
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.testing.cast import make_cast

HANDS = 8


@pytest.mark.django_db(transaction=True)
def test_one_of_many_admissions_wins() -> None:
    """Eight people press the button together: one episode, seven told so."""
    cast = make_cast()
    _, client = walking.ready_to_admit(cast)
    actor, together = cast.ada.actor, Barrier(HANDS)

    def press(_number: int) -> str:
        try:
            together.wait(timeout=20)
            actions.admit_client(
                actor=actor, client_id=client.pk, track_id=cast.evening.pk,
                primary_counselor_id=cast.dana.pk, now=walking.clock.now(),
            )  # fmt: skip
        except actions.AlreadyAdmitted:
            return "told"
        finally:
            connection.close()
        return "won"

    with ThreadPoolExecutor(HANDS) as hands:
        outcomes = Counter(hands.map(press, range(HANDS)))
    assert outcomes == {"won": 1, "told": HANDS - 1}
    rows = Episode.objects.for_actor(Actor.of_service("test"), Purpose.OPERATIONS)
    assert rows.filter(client=client, ended_at=None).count() == 1

"""The moments at which the list of medicines is gone through again, as the listeners hear them."""

from datetime import timedelta

import pytest

from homeward.core.actors import Actor
from homeward.linkage.actions import open_transfer
from homeward.medications.models import Reconciliation
from homeward.people.actions import end_stop, record_stop
from homeward.people.models import Stop
from homeward.progress import actions
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON

from .conftest import step_down, tasks

pytestmark = pytest.mark.django_db
KIND = "reconcile_medicines"


def asked() -> list[str]:
    """The moments that are asked for now; then they are gone through."""
    rows = CareTask.objects.unscoped("test").filter(kind=KIND, closed_at=None)
    moments = [row.detail["moment"] for row in rows.order_by("opened_at", "pk")]
    for row in rows:
        row.change(closed_at=NOON, closed_by_id=row.owner_id, disposition="reconciled")
    return moments


def discharged(cast, kind, now):
    return actions.discharge_client(
        actor=cast.dana.actor, episode_id=cast.episode.pk, now=now, with_document=False,
        authenticated_at=now, closing=actions.Closing(
            type=kind, reason="As we heard.", last_contact_on=now.date(), naloxone="declined",
            narrative="Left in the middle of the second month.",
        ),
    )  # fmt: skip


def test_every_moment_asks_once_for_the_list(tuesday, card):
    """A step, a phase with more hours, a transfer, back from hospital, a discharge."""
    jo, dana = tuesday.jo.pk, tuesday.dana.actor
    step_down(tuesday, card)
    assert [task.detail["moment"] for task in tasks(KIND)] == ["transfer"]
    open_transfer(
        actor=dana, client_id=jo, direction="down", level="outpatient", reason_code="agreed",
        now=NOON,
    )  # fmt: skip
    assert asked() == ["transfer"], "what comes together is asked for once"

    open_transfer(
        actor=dana, client_id=jo, direction="up", level="detox", reason_code="agreed", now=NOON
    )
    assert asked() == ["transfer"]

    record_stop(
        actor=dana, client_id=jo, kind="hospital", since_on=NOON.date(), known_by="family", now=NOON
    )
    assert asked() == []
    stop = Stop.objects.unscoped("test").get(client=jo)
    service = Actor.of_service("test")
    end_stop(actor=service, stop_id=stop.pk, ending="over", now=NOON + timedelta(days=2))
    assert asked() == ["transfer"]

    discharged(tuesday, "left_against_advice", NOON + timedelta(days=2))
    assert asked() == ["discharge"]
    assert not Reconciliation.objects.unscoped("test").exists()


def test_a_mistaken_stay_and_a_death_ask_nobody(tuesday):
    dana, service = tuesday.dana.actor, Actor.of_service("test")
    record_stop(
        actor=dana, client_id=tuesday.jo.pk, kind="hospital", since_on=NOON.date(),
        known_by="family", now=NOON,
    )  # fmt: skip
    stop = Stop.objects.unscoped("test").get()
    end_stop(actor=service, stop_id=stop.pk, ending="in_error", reason="another Jo", now=NOON)
    discharged(tuesday, "deceased", NOON)
    assert asked() == []

"""An exchange that lets its thirty days pass becomes the privacy officer's duty."""

from datetime import timedelta
from typing import Any

import pytest

from homeward.consents.actions import (
    add_member,
    ask_for_list,
    draft_consent,
    keep_list,
    look_up_party,
    sign_draft,
)
from homeward.core.actors import Actor
from homeward.staff.queries import workers_with_duty
from homeward.tasks.actions import DispositionUnproven, complete_task
from homeward.tasks.exchange_overdue import KIND, open_overdue_lists
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON

pytestmark = pytest.mark.django_db
LATE = NOON + timedelta(days=31)


@pytest.fixture
def asked(cast: Any) -> Any:
    """Jo consented through an exchange and asked for its list at noon on the Tuesday."""
    house = Actor.of_service("test")
    looked = {"actor": house, "type": "entity", "how": "register", "now": NOON}
    exchange = look_up_party(name="Prairie Exchange", classes=[], is_intermediary=True, **looked)
    clinic = look_up_party(name="Elm Clinic", classes=["treating_provider"], **looked)
    add_member(
        actor=house, intermediary_id=exchange.pk, member_id=clinic.pk,
        starts_at=NOON - timedelta(days=3), how="its list", now=NOON,
    )  # fmt: skip
    about = {"actor": cast.dana.actor, "now": NOON}
    draft = draft_consent(
        **about, client_id=cast.jo.pk, kind="specific", party_id=exchange.pk, classes=["notes"],
        designation="treating_providers", expires_at=NOON + timedelta(days=90),
    )  # fmt: skip
    sign_draft(**about, consent_id=draft.pk, signer_name="Jo Avery")
    return ask_for_list(**about, client_id=cast.jo.pk, party_id=exchange.pk)


def duties() -> Any:
    return CareTask.objects.unscoped("test").filter(kind=KIND)


def officers() -> set[Any]:
    return set(workers_with_duty("privacy_officer", LATE.date()).values_list("pk", flat=True))


def test_nothing_is_owed_on_the_thirtieth_day(asked: Any) -> None:
    assert open_overdue_lists(now=NOON + timedelta(days=30)) == 0
    assert not duties().exists()


def test_each_privacy_officer_gets_a_dated_duty_once(asked: Any) -> None:
    open_overdue_lists(now=LATE)
    open_overdue_lists(now=LATE + timedelta(days=1))
    assert officers()
    assert {row.owner_id for row in duties()} == officers()
    assert duties().count() == len(officers())
    first = duties().order_by("pk")[0]
    assert first.due_at == LATE + timedelta(days=2)
    assert (first.detail["exchange"], first.client_id) == ("Prairie Exchange", asked.client_id)


def test_the_list_ends_every_officers_duty(cast: Any, asked: Any) -> None:
    open_overdue_lists(now=LATE)
    keep_list(actor=cast.dana.actor, request_id=asked.pk, entries=[], now=LATE)
    assert {(row.disposition, row.closed_by_id) for row in duties()} == {
        ("list_kept", cast.dana.pk)
    }
    assert open_overdue_lists(now=LATE + timedelta(days=9)) == 0


def test_nobody_may_say_it_came_before_it_is_written_down(cast: Any, asked: Any) -> None:
    open_overdue_lists(now=LATE)
    task = duties().filter(owner_id=cast.dina.pk).first() or duties()[0]
    owner = next(each for each in (cast.dina, cast.sam, cast.dana) if each.pk == task.owner_id)
    with pytest.raises(DispositionUnproven):
        complete_task(actor=owner.actor, task_id=task.pk, disposition="list_kept", now=LATE)
    complete_task(
        actor=owner.actor, task_id=task.pk, disposition="no_answer",
        note="Wrote to them again and told the state.", now=LATE,
    )  # fmt: skip
    assert not duties().filter(closed_at=None).exists()

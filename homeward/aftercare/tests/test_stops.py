"""Death, hospital or jail stops everything that goes out by itself, and nothing is forgotten.

Every periodic task and every handler of the outbox is found, not listed; each stands in
`tests/architecture/stops.txt` with "stops", shown here, or with the reason why it meets nobody.
"""

import importlib
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from homeward.accounts.models import Account
from homeward.aftercare import actions, duties
from homeward.aftercare.models import AlumniEvent
from homeward.aftercare.tests import senders
from homeward.aftercare.tests.senders import SERVICE, every, notices, sendable
from homeward.core import outbox
from homeward.core.queue import app
from homeward.core.refusals import NotAllowed
from homeward.drugtests.models import DrugTest
from homeward.notices.actions import queue_notice
from homeward.notices.delivering import deliver_notice
from homeward.notices.models import Notice
from homeward.people.actions import end_stop, record_stop
from homeward.people.actions.record_stop import AlreadyStopped, EndingUnknown, StopIncomplete
from homeward.people.models import Client, Stop
from homeward.people.stops import is_stopped, stopped_of
from homeward.progress.models import FollowUp
from homeward.safety import actions as safety
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON, Cast

REVIEWED = Path(__file__).resolve().parents[3] / "tests" / "architecture" / "stops.txt"
pytestmark = pytest.mark.django_db


def reviewed() -> dict[str, str]:
    lines = REVIEWED.read_text(encoding="utf-8").splitlines()
    pairs = (line.split(": ", 1) for line in lines if line.strip() and not line.startswith("#"))
    return dict(pairs)


def found() -> set[str]:
    """Every periodic task and every handler of the outbox of this house."""
    for config in apps.get_app_configs():
        if config.name.startswith("homeward."):
            folder = Path(config.path)
            if (folder / "jobs.py").is_file():
                importlib.import_module(f"{config.name}.jobs")
    periodic = {name for name, _key in app.periodic_registry.periodic_tasks}
    return periodic | {f"outbox {kind}" for kind in outbox._handlers}


def asks(room: str) -> bool:
    """Whether a room asks about stops at all."""
    folder = REVIEWED.parents[2] / "homeward" / room
    return any("homeward.people.stops" in path.read_text("utf-8") for path in folder.rglob("*.py"))


SHOWN: dict[str, Callable[[Cast, int], int]] = {
    "outbox notices.notice": notices,
    "notices.remind_of_endings": senders.endings,
    "timetable.remind": senders.sessions_ahead,
    "drugtests.keep_draws": senders.draws,
    "progress.invite": senders.invitations,
    "plans.keep_watch": senders.plan_duties,
    "medications.coming_due": senders.medical_duties,
    "coverage.remind": senders.benefits,
    "admissions.remind": senders.desk_reminders,
    "aftercare.keep_check_ups": senders.check_ups,
    "aftercare.remind_alumni": senders.alumni,
}
# These send through a notice and do nothing else about anybody.
BY_A_NOTICE = {
    f"outbox timetable.tell_{what}" for what in ("cancellation", "clients", "substitution")
}


def test_every_task_and_handler_says_whether_it_stops() -> None:
    told = reviewed()
    assert found() <= set(told), sorted(found() - set(told))
    assert set(told) <= found(), sorted(set(told) - found())
    stops = {name for name, how in told.items() if how == "stops"}
    assert set(SHOWN) | BY_A_NOTICE <= stops
    for name in stops - set(SHOWN) - BY_A_NOTICE:
        # Shown in that room's own tests; at the least it asks.
        assert asks(name.removeprefix("outbox ").split(".")[0]), name


@pytest.fixture
def waiting(tuesday: Cast) -> Cast:
    sendable(tuesday)
    return tuesday


def test_each_sender_does_something_before_and_nothing_after(
    waiting: Cast, stopped: Callable[..., Any]
) -> None:
    before = {name: show(waiting, 0) for name, show in SHOWN.items()}
    assert min(before.values()) >= 1, before
    stop = stopped("hospital")
    after = {name: show(waiting, 1) for name, show in SHOWN.items()}
    assert not any(after.values()), after
    # Hospital can end: things go on.
    end_stop(actor=waiting.dana.actor, stop_id=stop.pk, ending="over", now=NOON)
    assert notices(waiting, 2) == 1
    assert senders.draws(waiting, 2) >= 1


def test_what_was_on_its_way_is_withheld(waiting: Cast, stopped: Callable[..., Any]) -> None:
    """Queued before, stopped before it went: kept as withheld, whatever the hour."""
    notice = queue_notice(
        actor=SERVICE, client_id=waiting.jo.pk, code="update", channel="text", origin="x", now=NOON
    )
    stopped("died")
    item = outbox.OutboxItem.objects.get(key=f"notice {notice.pk}")
    assert deliver_notice(item, NOON) == (outbox.State.WITHHELD, "contact_stopped")


@pytest.mark.parametrize(
    ("show", "then", "reason"),
    [
        (senders.alumni, "leave", "left_alumni"),
        (senders.alumni, "cancel", "alumni_event_over"),
        (senders.check_ups, "no", "check_up_not_wanted"),
        (senders.check_ups, "letter", "check_up_other_way"),
        (senders.check_ups, "reached", "check_up_done"),
        (senders.alumni, "nothing", ""),
        (senders.check_ups, "nothing", ""),
    ],
)
def test_what_made_a_word_right_is_asked_again_when_it_goes(
    waiting: Cast, show: Callable[[Cast, int], int], then: str, reason: str
) -> None:
    """Between queueing and sending they left, said no, chose another way, or it was done."""
    assert show(waiting, 0) == 1
    wish = {"actor": waiting.jo.actor, "client_id": waiting.jo.pk, "now": NOON}
    if then == "leave":
        actions.leave_alumni(actor=waiting.jo.actor, client_id=waiting.jo.pk, now=NOON)
    elif then == "cancel":
        AlumniEvent.objects.update(cancelled_at=NOON)
    elif then == "no":
        actions.say_contact_wish(**wish, may_contact=False)
    elif then == "letter":
        actions.say_contact_wish(**wish, may_contact=True, channel="letter", address="1 Elm St")
    elif then == "reached":
        every(FollowUp).update(done_at=NOON, outcome="reached")
    notice = every(Notice).get(outcome=None)
    item = outbox.OutboxItem.objects.get(key=f"notice {notice.pk}")
    state, why = deliver_notice(item, NOON)
    assert (state == outbox.State.WITHHELD, why if reason else "") == (bool(reason), reason)


def test_a_waiting_test_is_cancelled_and_never_missed(
    tuesday: Cast, stopped: Callable[..., Any]
) -> None:
    test = DrugTest.objects.create(
        client=tuesday.jo.row, site=tuesday.site, episode=tuesday.episode, state="notified",
        ordered_at=NOON, due_at=NOON + timedelta(hours=4),
    )  # fmt: skip
    stopped("jail")
    assert every(DrugTest).get(pk=test.pk).state == DrugTest.State.CANCELLED


def test_a_death_opens_postvention_and_an_error_ends_it(
    tuesday: Cast, stopped: Callable[..., Any]
) -> None:
    stop = stopped("died")
    tasks = every(CareTask).filter(client_id=tuesday.jo.pk)
    wanted = {*duties.POSTVENTION, *duties.POSTVENTION_LATER}
    assert {task.kind for task in tasks} == wanted
    owners = {task.kind: task.owner_id for task in tasks}
    assert not Account.objects.get(pk=tuesday.jo.account.pk).is_active, "nobody reads on"
    assert owners["postvention_team"] == tuesday.sam.pk
    assert owners["postvention_family"] == tuesday.dana.pk
    assert {task.due_at - NOON for task in tasks if task.kind in duties.POSTVENTION} == {
        timedelta(hours=24)
    }
    with pytest.raises(EndingUnknown):
        end_stop(actor=tuesday.dana.actor, stop_id=stop.pk, ending="over", now=NOON)
    with pytest.raises(NotAllowed):
        end_stop(
            actor=tuesday.dana.actor, stop_id=stop.pk, ending="in_error", reason="another person",
            now=NOON,
        )  # fmt: skip
    end_stop(
        actor=tuesday.sam.actor, stop_id=stop.pk, ending="in_error", reason="another person",
        now=NOON,
    )  # fmt: skip
    assert not every(CareTask).filter(client_id=tuesday.jo.pk, closed_at=None).exists()
    assert not is_stopped(tuesday.jo.pk)
    assert Account.objects.get(pk=tuesday.jo.account.pk).is_active
    with pytest.raises(IntegrityError), transaction.atomic():
        every(Stop).filter(pk=stop.pk).update(known_by="x")
    # An account that was closed before the death stays closed when the death is taken back.
    Account.objects.filter(pk=tuesday.jo.account.pk).update(is_active=False)
    end_stop(
        actor=tuesday.sam.actor, stop_id=stopped("died").pk, ending="in_error",
        reason="another person", now=NOON,
    )  # fmt: skip
    assert not Account.objects.get(pk=tuesday.jo.account.pk).is_active


def test_what_a_stop_refuses(tuesday: Cast, stopped: Callable[..., Any]) -> None:
    def record(who: str = "dana", **changes: Any) -> Any:
        given = {"kind": "hospital", "since_on": NOON.date(), "known_by": "family", "now": NOON}
        return record_stop(
            actor=getattr(tuesday, who).actor, client_id=tuesday.jo.pk, **(given | changes)
        )

    with pytest.raises(StopIncomplete) as refusal:
        record(kind="moon", since_on=NOON.date() + timedelta(days=2), known_by="a bird")
    assert refusal.value.codes == ("stop_kind", "since_on", "known_by")
    for outsider in ("omar", "kim"):
        with pytest.raises(Client.DoesNotExist):
            record(outsider)
    record()
    with pytest.raises(AlreadyStopped):
        record()
    record(kind="died")
    assert every(Stop).filter(ended_at=None).get().kind == "died"
    assert stopped_of([tuesday.jo.pk, tuesday.pat.pk]) == {tuesday.jo.pk}
    with pytest.raises(AlreadyStopped):
        record(kind="jail")


@pytest.mark.parametrize("named_at", ["start", "end"])
def test_they_died_on_the_crisis_screen_stops_everything(tuesday: Cast, named_at: str) -> None:
    """By whoever pressed it, at once, or as soon as it is said who it was."""
    ruth = tuesday.ruth.actor
    about = tuesday.jo.pk if named_at == "start" else None
    run = safety.start_crisis(
        actor=ruth, code="overdose", site_id=tuesday.site.pk, client_id=about, now=NOON
    )
    for step, answer in (
        ("wake", "no_answer"), ("call_911", "called"), ("first_dose", "given"),
        ("breathe", "breathing_for"), ("second_dose", "no_kit"), ("go_on", "died"),
    ):  # fmt: skip
        safety.stamp_step(actor=ruth, run_id=run.pk, step=step, answer=answer, now=NOON)
    if named_at == "end":
        assert not Stop.objects.unscoped("test").exists()
        later = NOON + timedelta(minutes=5)
        safety.name_who(actor=ruth, run_id=run.pk, client_id=tuesday.jo.pk, now=later)
    stop = Stop.objects.unscoped("test").get()
    assert (stop.kind, stop.client_id, stop.known_by) == ("died", tuesday.jo.pk, "staff")
    assert stop.recorded_by_id == tuesday.ruth.pk
    assert is_stopped(tuesday.jo.pk)
    assert CareTask.objects.unscoped("test").filter(kind=duties.POSTVENTION[0]).exists()

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

from homeward.admissions.actions import open_reminders
from homeward.admissions.models import Inquiry, Reminder
from homeward.aftercare import actions, duties
from homeward.aftercare.models import AlumniConsent
from homeward.consents.models import Consent
from homeward.core import outbox
from homeward.core.actors import Actor
from homeward.core.queue import app
from homeward.core.refusals import NotAllowed
from homeward.coverage.models import Coverage, Payer
from homeward.coverage.reminding import due_for_recheck
from homeward.drugtests.models import DrugTest, Pool
from homeward.drugtests.roster import roster_of
from homeward.instruments.models import Invitation
from homeward.medications import coming_due
from homeward.notices.actions import choose_channel, queue_notice
from homeward.notices.delivering import deliver_notice
from homeward.notices.models import Notice, NoticeOutcome
from homeward.notices.reminding import remind_of_endings
from homeward.people.actions import end_stop, record_stop
from homeward.people.actions.record_stop import AlreadyStopped, EndingUnknown, StopIncomplete
from homeward.people.models import Client, Stop
from homeward.people.stops import is_stopped, stopped_of
from homeward.plans.keeping_watch import Watch
from homeward.progress.inviting import invite_clients
from homeward.progress.models import FollowUp
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON, Cast

REVIEWED = Path(__file__).resolve().parents[3] / "tests" / "architecture" / "stops.txt"
SERVICE = Actor.of_service("test")
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


def every(model: Any) -> Any:
    return model.objects.unscoped("test")


def jo(cast: Cast) -> Client:
    found: Client = every(Client).select_related("site").get(pk=cast.jo.pk)
    return found


def sendable(cast: Cast) -> None:
    """Jo wants texts at any hour."""
    choose_channel(
        actor=cast.dana.actor, client_id=cast.jo.pk, channel="text", is_wanted=True,
        address="312 555 0142", from_hour=0, until_hour=24, now=NOON,
    )  # fmt: skip


# Each answers how much the sender would do now about Jo: something before, nothing after.


def notices(cast: Cast, number: int) -> int:
    notice = queue_notice(
        actor=SERVICE, client_id=cast.jo.pk, code="update", channel="text",
        origin=f"show {number}", now=NOON,
    )  # fmt: skip
    item = outbox.OutboxItem.objects.filter(key=f"notice {notice.pk}").first()
    if item is not None:
        deliver_notice(item, NOON)
    return every(NoticeOutcome).filter(notice=notice, state="sent").count()


def endings(cast: Cast, number: int) -> int:
    Consent.objects.create(
        client=cast.jo.row, site=cast.site, kind="family", text_version="t", text_hash=str(number),
        signed_at=NOON - timedelta(days=9), signer_name="Jo Avery",
        expires_at=NOON + timedelta(days=5), purposes=["family_support"], disclosers=["program"],
    )  # fmt: skip
    before = every(Notice).filter(code="ending_soon", outcome=None).count()
    remind_of_endings(now=NOON)
    return every(Notice).filter(code="ending_soon", outcome=None).count() - before


def draws(cast: Cast, _number: int) -> int:
    pool, _ = Pool.objects.get_or_create(
        code="p", defaults={"program": cast.program, "site": cast.site}
    )
    return len(roster_of(pool, NOON.date()))


def invitations(cast: Cast, _number: int) -> int:
    before = every(Invitation).count()
    invite_clients([cast.jo.pk], now=NOON + timedelta(days=8 * (_number + 1)))
    return every(Invitation).count() - before


def plan_duties(cast: Cast, _number: int) -> int:
    return len([each for each in Watch(NOON).episodes if each.client_id == cast.jo.pk])


def medical_duties(cast: Cast, number: int) -> int:
    before = every(CareTask).filter(client_id=cast.jo.pk).count()
    coming_due.open_due_duties(now=NOON + timedelta(days=61 * (number + 1)))
    return every(CareTask).filter(client_id=cast.jo.pk).count() - before


def benefits(cast: Cast, number: int) -> int:
    if number == 0:
        payer = Payer.objects.create(code="plan", name="A plan", kind="commercial")
        about = {"client": cast.jo.row, "site": cast.site}
        Coverage.objects.create(**about, payer=payer, starts_on=NOON.date() - timedelta(days=90))
        Consent.objects.create(
            **about, kind="treatment", text_version="t", text_hash="h", signer_name="Jo Avery",
            signed_at=NOON - timedelta(days=9),
        )  # fmt: skip
    return len(due_for_recheck(NOON.date()))


def desk_reminders(cast: Cast, number: int) -> int:
    Inquiry.objects.create(
        client=cast.jo.row, site=cast.site, program=cast.program, number=f"Q-{number}",
        first_request_at=NOON, caller_name="Jo", phone="1",
    )  # fmt: skip
    before = every(Reminder).count()
    open_reminders(actor=SERVICE, now=NOON)
    return every(Reminder).count() - before


def check_ups(cast: Cast, number: int) -> int:
    actions.say_contact_wish(
        actor=cast.dana.actor, client_id=cast.jo.pk, may_contact=True, channel="text",
        address="312 555 0142", now=NOON,
    )  # fmt: skip
    FollowUp.objects.create(
        client=cast.jo.row, site=cast.site, episode=cast.episode, months=number + 1,
        due_on=NOON.date(),
    )  # fmt: skip
    return actions.keep_check_ups(now=NOON)["asked"]


def alumni(cast: Cast, number: int) -> int:
    if number == 0:
        AlumniConsent.objects.create(
            client=cast.jo.row, site=cast.site, text_version="t", text_hash="h",
            signed_at=NOON, signer_name="Jo Avery", place="desk",
        )  # fmt: skip
    before = every(Notice).filter(outcome=None).count()
    actions.plan_alumni_event(
        actor=SERVICE, site_id=cast.site.pk, title="Saturday breakfast", place="The park",
        starts_at=NOON + timedelta(days=3), now=NOON,
    )  # fmt: skip
    return every(Notice).filter(outcome=None).count() - before


SHOWN: dict[str, Callable[[Cast, int], int]] = {
    "outbox notices.notice": notices,
    "notices.remind_of_endings": endings,
    "drugtests.keep_draws": draws,
    "progress.invite": invitations,
    "plans.keep_watch": plan_duties,
    "medications.coming_due": medical_duties,
    "coverage.remind": benefits,
    "admissions.remind": desk_reminders,
    "aftercare.keep_check_ups": check_ups,
    "aftercare.remind_alumni": alumni,
}
# These send through a notice and do nothing else about anybody.
BY_A_NOTICE = {"outbox timetable.tell_clients", "outbox timetable.tell_substitution"}


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
    assert draws(waiting, 2) >= 1


def test_what_was_on_its_way_is_withheld(waiting: Cast, stopped: Callable[..., Any]) -> None:
    """Queued before, stopped before it went: kept as withheld, whatever the hour."""
    notice = queue_notice(
        actor=SERVICE, client_id=waiting.jo.pk, code="update", channel="text", origin="x", now=NOON
    )
    stopped("died")
    item = outbox.OutboxItem.objects.get(key=f"notice {notice.pk}")
    assert deliver_notice(item, NOON) == (outbox.State.WITHHELD, "contact_stopped")


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
    with pytest.raises(IntegrityError), transaction.atomic():
        every(Stop).filter(pk=stop.pk).update(known_by="x")


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

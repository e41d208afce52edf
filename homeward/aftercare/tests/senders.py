"""Each sender of the house, asked how much it would do now about Jo: some before, none after."""

from datetime import timedelta
from typing import Any

from homeward.admissions.actions import open_reminders
from homeward.admissions.models import Inquiry, Reminder
from homeward.aftercare import actions
from homeward.aftercare.models import AlumniConsent
from homeward.consents.models import Consent
from homeward.core import outbox
from homeward.core.actors import Actor
from homeward.coverage.models import Coverage, Payer
from homeward.coverage.reminding import due_for_recheck
from homeward.drugtests.models import Pool
from homeward.drugtests.roster import roster_of
from homeward.instruments.models import Invitation
from homeward.medications import coming_due
from homeward.notices.actions import choose_channel, queue_notice
from homeward.notices.delivering import deliver_notice
from homeward.notices.models import Notice, NoticeOutcome
from homeward.notices.reminding import remind_of_endings
from homeward.plans.keeping_watch import Watch
from homeward.progress.inviting import invite_clients
from homeward.progress.models import FollowUp
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON, Cast
from homeward.timetable.models import GroupSession, Seat
from homeward.timetable.reminding import remind_of_sessions

SERVICE = Actor.of_service("test")


def every(model: Any) -> Any:
    return model.objects.unscoped("test")


def sendable(cast: Cast) -> None:
    """Jo wants texts at any hour."""
    choose_channel(
        actor=cast.dana.actor, client_id=cast.jo.pk, channel="text", is_wanted=True,
        address="312 555 0142", from_hour=0, until_hour=24, now=NOON,
    )  # fmt: skip


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


def sessions_ahead(cast: Cast, number: int) -> int:
    """Jo's day after tomorrow, an hour's session; one word 48 hours before, none a second time."""
    starts = NOON + timedelta(days=2 + number)
    session = GroupSession.objects.create(
        site=cast.site, program=cast.program, session_type=cast.types["group"], name="Morning",
        room=cast.rooms[0], on=starts.date(), starts_at=starts, capacity=10,
        ends_at=starts + timedelta(minutes=60), clinical_minutes=60,
    )  # fmt: skip
    Seat.objects.create(
        client=cast.jo.row, site=cast.site, session=session, episode=cast.episode, number=1,
        starts_at=starts, ends_at=session.ends_at, capacity=10,
    )  # fmt: skip
    now = NOON + timedelta(days=number)
    queued = remind_of_sessions(now=now)
    assert remind_of_sessions(now=now) == 0
    return queued


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

"""The instant of sending: hold the client, ask again, then hand over, all in one transaction.

A revocation waits for the client's row, so it is before the sending and stops it, or after it.
When the carrier fails, nothing of this is kept and the outbox tries again; the carrier knows a
repetition by its key.
"""

from datetime import datetime

from homeward.consents.disclosing import Release, disclose_now, held, preview
from homeward.consents.models import Delivery
from homeward.core import outbox
from homeward.core.actors import Actor
from homeward.core.models import OutboxItem
from homeward.kernel.purposes import Purpose
from homeward.notices.actions import OUTBOX_KIND, outgoing_to
from homeward.notices.asking_again import why_not_any_more
from homeward.notices.carriers import Outbound, carrier_for
from homeward.notices.inbound import SAID_STOP, hold_number, said_stop
from homeward.notices.models import Channel, ContactChoice, Notice, NoticeOutcome
from homeward.notices.queries import choices_of, own_names, sender_name
from homeward.notices.rules.hours import next_allowed
from homeward.notices.rules.lexicon import hits
from homeward.notices.wording import Wording, wording_of
from homeward.people.stops import REASON as STOPPED
from homeward.people.stops import is_stopped

_service = Actor.of_service("notices")


@outbox.handles(OUTBOX_KIND)
def deliver_notice(item: OutboxItem, now: datetime) -> tuple[str, str]:
    """Send one notice if everything still holds now; otherwise withhold it and say why."""
    rows = Notice.objects.for_actor(_service, Purpose.OPERATIONS)
    notice: Notice = rows.select_related("client__site", "contact", "disclosure").get(
        pk=item.payload["notice_id"]
    )
    held(notice.client_id)
    if (done := _outcome_of(notice)) is not None:
        return _settled(done), done.reason
    # Before the hours of the day: what was stopped must not wait for the morning.
    if is_stopped(notice.client_id):
        return _withhold(notice, STOPPED, now)
    if reason := why_not_any_more(notice, now):
        return _withhold(notice, reason, now)
    choice = choices_of(notice.client, notice.contact_id).get(notice.channel)
    if choice is not None and notice.channel == Channel.TEXT:
        hold_number(choice.address)
        if said_stop(choice.address):
            return _withhold(notice, SAID_STOP, now)
    if later := _later(notice, choice, now):
        item.due_at = later
        return outbox.State.WAITING, "outside_hours"
    outgoing = outgoing_to(notice.client, notice.contact, notice.channel, notice.origin)
    answer = preview(notice.client, outgoing, now)
    said = wording_of(
        notice.code, notice.channel, notice.language, sender=sender_name(), link=notice.link
    )
    reason = _why_not(notice, choice, said)
    if not answer.released:
        # The denial is in the ledger beside the permit it overtook.
        denied: Release = disclose_now(
            actor=_service, client_id=notice.client_id, outgoing=outgoing, now=now
        )
        reason = denied.answer.items[0].reasons[0]
    if reason:
        return _withhold(notice, reason, now)
    return _send(notice, choice, said, now)


def _send(
    notice: Notice, choice: ContactChoice | None, said: Wording, now: datetime
) -> tuple[str, str]:
    carrier = carrier_for(notice.channel)
    _write(notice, NoticeOutcome.State.SENT, "", carrier.name, now)
    carrier.carry(
        Outbound(
            key=str(notice.pk),
            channel=notice.channel,
            address=choice.address if choice else "",
            sender=said.sender,
            subject=said.subject,
            body=said.body,
        )
    )
    return outbox.State.DELIVERED, carrier.name


def _withhold(notice: Notice, reason: str, now: datetime) -> tuple[str, str]:
    _write(notice, NoticeOutcome.State.WITHHELD, reason, "", now)
    return outbox.State.WITHHELD, reason


def _write(notice: Notice, state: str, reason: str, carrier: str, now: datetime) -> None:
    about = {"client_id": notice.client_id, "site_id": notice.site_id, "at": now}
    told = {"state": state, "reason": reason[:60], "carrier": carrier}
    NoticeOutcome.objects.create(**about, notice=notice, **told)
    Delivery.objects.create(**about, disclosure_id=notice.disclosure_id, **told)


def _why_not(notice: Notice, choice: ContactChoice | None, said: Wording) -> str:
    if notice.channel != Channel.NOTE and (choice is None or not choice.is_wanted):
        return "channel_not_agreed"
    return "not_neutral" if hits(said.everything, own_names()) else ""


def _later(notice: Notice, choice: ContactChoice | None, now: datetime) -> datetime | None:
    if choice is None or notice.channel not in (Channel.TEXT, Channel.EMAIL):
        return None
    zone = notice.client.site.time_zone
    opening = next_allowed(now, zone, choice.from_hour, choice.until_hour)
    return opening if opening > now else None


def _outcome_of(notice: Notice) -> NoticeOutcome | None:
    rows = NoticeOutcome.objects.for_actor(_service, Purpose.OPERATIONS)
    return rows.filter(notice_id=notice.pk).first()  # type: ignore[no-any-return]


def _settled(outcome: NoticeOutcome) -> str:
    sent = outcome.state == NoticeOutcome.State.SENT
    return outbox.State.DELIVERED if sent else outbox.State.WITHHELD

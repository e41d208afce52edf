"""Seats offered to somebody whose week is short, and the answers."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.admissions.models import Episode
from homeward.attendance.models import AttendanceMark, MakeUpOffer
from homeward.attendance.placing import decide_place, open_session, take_place
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import CLIENT, Actor
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.notices.actions import queue_notice
from homeward.notices.queries import best_channel
from homeward.people.models import Client
from homeward.timetable.models import Seat
from homeward.timetable.seating import every, week_of
from homeward.timetable.walls import walls

TELLING = Actor.of_service("attendance.offers")
State = AttendanceMark.State
MISSED = (State.NO_SHOW, State.EXCUSED, State.CANCELLED_CLIENT, State.CANCELLED_PROGRAM)


class NothingToOffer(Refusal):
    """No session was named."""


class OfferedAlready(Refusal):
    """This seat was offered before and waits for an answer."""


class OfferIsAnswered(Refusal):
    """The offer was answered or withdrawn before."""


class OfferHasLapsed(Refusal):
    """The session has begun or does not take place."""


@action
def offer_make_ups(
    *, actor: Actor, client_id: UUID, session_ids: Sequence[UUID], now: datetime,
    for_seat: UUID | None = None,
) -> list[MakeUpOffer]:  # fmt: skip
    """Offer places for one time; each is decided by the rule and recorded with its reasons.

    `for_seat` names the missed seat, else the oldest of the week that nobody made up yet is
    meant. One neutral notice says that something waits, by the client's own channel and as consent
    allows; what waits is read on their own page. Raises NothingToOffer, DropInRefused,
    OfferedAlready; Episode.DoesNotExist out of scope.
    """
    if not session_ids:
        raise NothingToOffer
    episodes = Episode.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    episode: Episode = episodes.select_related("site", "program", "phase").get(
        client_id=client_id, ended_at=None
    )
    known = set(
        every(MakeUpOffer)
        .filter(client_id=client_id, session__in=list(session_ids), answered_at=None)
        .values_list("session_id", flat=True)
    )
    if known:
        raise OfferedAlready
    missed = iter([for_seat]) if for_seat else _missed_before(episode, session_ids)
    offers = []
    for session_id in dict.fromkeys(session_ids):
        session = open_session(session_id)
        decision = decide_place(episode, session, now)
        with walls():
            offers.append(
                MakeUpOffer.objects.create(
                    client_id=client_id, site_id=episode.site_id, episode=episode,
                    session=session, offered_at=now, offered_by_id=actor.worker_id,
                    decision=decision.to_json(), makes_up_id=next(missed, None),
                )
            )  # fmt: skip
    _tell(offers, client_id, now)
    for offer in offers:
        audit.record("attendance.offer.made", actor=actor, subject=offer, at=now)
    return offers


@action
def answer_offer(
    *,
    actor: Actor,
    offer_id: UUID,
    accepted: bool,
    now: datetime,
    expected_version: int | None = None,
) -> MakeUpOffer:
    """Take the offered seat, or decline it: by the client, or by staff who heard the answer.

    A seat taken is held by the same walls as any other. Raises OfferIsAnswered, OfferHasLapsed,
    DropInRefused, the refusals of the timetable's walls, StaleVersion.
    """
    offer = _open_offer(actor, offer_id)
    expect_version(offer, expected_version)
    answered = {"answered_at": now, "answered_by_id": actor.worker_id}
    if not accepted:
        offer.change(answer=MakeUpOffer.Answer.DECLINED, **answered)
        audit.record("attendance.offer.declined", actor=actor, subject=offer, at=now)
        return offer
    session = offer.session
    if session.cancelled_at or session.closed_at or session.starts_at <= now:
        raise OfferHasLapsed
    seat = take_place(
        actor=actor, episode_id=offer.episode_id, session_id=session.pk, now=now,
        makes_up=_still_missed(offer.makes_up_id),
    )  # fmt: skip
    offer.change(answer=MakeUpOffer.Answer.ACCEPTED, seat=seat, **answered)
    audit.record("attendance.offer.accepted", actor=actor, subject=offer, at=now)
    return offer


@action
def withdraw_offer(
    *, actor: Actor, offer_id: UUID, now: datetime, expected_version: int | None = None
) -> MakeUpOffer:
    """Take an offer back before it is answered. Raises OfferIsAnswered, StaleVersion."""
    offer = _open_offer(actor, offer_id)
    expect_version(offer, expected_version)
    offer.change(
        answer=MakeUpOffer.Answer.WITHDRAWN, answered_at=now, answered_by_id=actor.worker_id
    )
    audit.record("attendance.offer.withdrawn", actor=actor, subject=offer, at=now)
    return offer


def _open_offer(actor: Actor, offer_id: UUID) -> MakeUpOffer:
    purpose = Purpose.CLIENT_REQUEST if actor.kind == CLIENT else Purpose.TREATMENT
    rows = MakeUpOffer.objects.for_actor(actor, purpose, to=Access.WRITE)
    offer: MakeUpOffer = (
        rows.select_for_update(of=("self",)).select_related("session").get(pk=offer_id)
    )
    if offer.answered_at is not None:
        raise OfferIsAnswered
    return offer


def _missed_before(episode: Episode, session_ids: Sequence[UUID]):  # type: ignore[no-untyped-def]
    """The seats missed in the week of the first session that nobody made up yet, oldest first."""
    session = open_session(next(iter(session_ids)))
    first = week_of(session.on)
    missed = every(Seat).filter(
        client_id=episode.client_id, mark__state__in=MISSED, session__on__gte=first,
        session__on__lte=session.on,
    )  # fmt: skip
    made_up = every(Seat).filter(client_id=episode.client_id, released_at=None)
    taken = set(made_up.exclude(makes_up=None).values_list("makes_up_id", flat=True))
    waiting = every(MakeUpOffer).filter(client_id=episode.client_id, answered_at=None)
    taken |= set(waiting.values_list("makes_up_id", flat=True))
    ids = missed.order_by("starts_at").values_list("pk", flat=True)
    return iter([pk for pk in ids if pk not in taken])


def _still_missed(seat_id: UUID | None) -> UUID | None:
    """The missed seat, unless another seat makes up for it by now."""
    if seat_id is None:
        return None
    made_up = every(Seat).filter(makes_up_id=seat_id, released_at=None)
    return None if made_up.exists() else seat_id


def _tell(offers: list[MakeUpOffer], client_id: UUID, now: datetime) -> None:
    client = Client.objects.for_actor(TELLING, Purpose.OPERATIONS).get(pk=client_id)
    notice = queue_notice(
        actor=TELLING, client_id=client_id, code="update", channel=best_channel(client),
        origin=f"make-up offer {offers[0].pk}", now=now,
    )  # fmt: skip
    for offer in offers:
        offer.change(told_by=notice.channel, notice=notice)

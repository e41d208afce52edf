"""A seat to make up for what was just missed, offered in the same moment; taken back if they come.

Nothing is offered where the week is whole or nothing fits: the rules of places decide.
"""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.admissions.models import Episode
from homeward.attendance.actions.offer_make_ups import offer_make_ups, withdraw_offer
from homeward.attendance.guarding import guard_of_client
from homeward.attendance.models import AttendanceMark, MakeUpOffer
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.people.stops import is_stopped
from homeward.program.models import Organisation
from homeward.timetable.seating import every, week_of

OFFERING = Actor.of_service("attendance.at_once")


def offer_at_once(mark: AttendanceMark, now: datetime) -> MakeUpOffer | None:
    """The best place of the week for this missed seat, offered unless it was before.

    Nothing is offered to somebody about whom contact is stopped.
    """
    if is_stopped(mark.client_id):
        return None
    offered = every(MakeUpOffer).filter(makes_up_id=mark.seat_id)
    if offered.exclude(answer=MakeUpOffer.Answer.WITHDRAWN).exists():
        return None
    episodes = Episode.objects.for_actor(OFFERING, Purpose.OPERATIONS)
    episode = (
        episodes.select_related("site", "program", "phase")
        .filter(pk=mark.episode_id, ended_at=None)
        .first()
    )
    if episode is None:
        return None
    house = Organisation.objects.first()
    starts_on = week_of(mark.on, house.week_starts_on if house else 0)
    choices = guard_of_client(episode, starts_on, now).choices
    place = next((choice.session.pk for choice in choices if choice.fits), None)
    if place is None:
        return None
    try:
        # A refusal undoes the offer alone, never the mark it follows.
        with audit.unit():
            (offer,) = offer_make_ups(
                actor=OFFERING, client_id=mark.client_id, session_ids=[place], now=now,
                for_seat=mark.seat_id,
            )  # fmt: skip
    except Refusal:
        return None
    return offer


def take_back_offers(seat_id: UUID, now: datetime) -> None:
    """The client came after all: what waits for an answer in place of this seat is taken back."""
    waiting = every(MakeUpOffer).filter(makes_up_id=seat_id, answered_at=None)
    for offer_id in list(waiting.values_list("pk", flat=True)):
        withdraw_offer(actor=OFFERING, offer_id=offer_id, now=now)

"""Naloxone at the end of care: the medicines room keeps the offer, the summary says it."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.medications.actions import offer_naloxone
from homeward.medications.models import NaloxoneOffer
from homeward.progress.closing import Closing
from homeward.progress.ending import ENDING

HAVING = (NaloxoneOffer.Outcome.GIVEN, NaloxoneOffer.Outcome.HAS_ONE)
WRITTEN = frozenset(NaloxoneOffer.Outcome.values) - {NaloxoneOffer.Outcome.NOBODY}


def offers_of(client_id: Any, since: datetime) -> list[NaloxoneOffer]:
    """What was offered to the client since that instant, the newest first."""
    rows = NaloxoneOffer.objects.for_actor(ENDING, Purpose.OPERATIONS)
    return list(
        rows.filter(client_id=client_id, contact=None, at__gte=since, outcome__in=WRITTEN).order_by(
            "-at"
        )
    )


def has_kit(episode: Any, closing: Closing) -> bool:
    """Whether a kit that is said to be given is known: handed over now, or on record."""
    if closing.naloxone_lot.strip():
        return True
    return any(row.outcome in HAVING for row in offers_of(episode.client_id, episode.admitted_at))


def keep_offer(episode: Any, closing: Closing, *, actor: Actor, now: datetime) -> None:
    """Write the answer into the medicines room, in the hand of whoever ends the episode.

    A kit from before stands there already; what nobody offered leaves no row. A kit goes with
    somebody who leaves also when nobody could show how it is used, and the record says so. Raises
    OfferIncomplete with the codes of that room.
    """
    if closing.naloxone not in WRITTEN:
        return
    if closing.naloxone == NaloxoneOffer.Outcome.GIVEN and not closing.naloxone_lot.strip():
        return
    # Who signs the discharge may hand over a kit without writing the rest of the medical record.
    hand = replace(ENDING, worker_id=actor.worker_id, account_id=actor.account_id)
    offer_naloxone(
        actor=hand,
        client_id=episode.client_id,
        outcome=closing.naloxone,
        is_trained=closing.naloxone_shown and closing.naloxone == NaloxoneOffer.Outcome.GIVEN,
        may_be_untrained=True,
        lot=closing.naloxone_lot,
        expires_on=closing.naloxone_expires_on,
        now=now,
    )

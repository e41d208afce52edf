"""Naloxone that was given and errors with medicines are incidents, told to the room of these.

Nobody is named, and no medicine is.
"""

from datetime import datetime, timedelta

from homeward import audit
from homeward.core.facts import announce, listens_to
from homeward.kernel.purposes import Purpose
from homeward.medications.actions.doses import WITNESS_HOURS
from homeward.medications.facts import MedicationError, NaloxoneUsed
from homeward.medications.models import DoseMark, NaloxoneUse
from homeward.medications.reaching import SERVICE
from homeward.program.facts import SomethingHappened


@listens_to(NaloxoneUsed)
def naloxone_is_an_incident(fact: NaloxoneUsed) -> None:
    """One incident a use, or part of the overdose that is being gone through."""
    rows = NaloxoneUse.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    use = rows.get(pk=fact.use_id)
    called = "911 was called." if use.emergency_called_at else f"911: {use.not_called_because}"
    announce(
        SomethingHappened(
            origin=f"medications.naloxone_use:{use.pk}", kind="overdose", severity=3,
            site_id=use.site_id, occurred_at=use.at, place=use.place,
            what=f"Naloxone was given, {use.kits} kit(s).", immediate_action=called,
            actor=fact.actor, at=fact.at,
        )
    )  # fmt: skip


@listens_to(MedicationError)
def error_is_an_incident(fact: MedicationError) -> None:
    """A draft of whoever wrote the error down, to say what happened and to hand in."""
    announce(
        SomethingHappened(
            origin=fact.origin, kind="medication_error", site_id=fact.site_id,
            occurred_at=fact.occurred_at, what=fact.what, immediate_action=fact.done,
            client_id=fact.client_id, actor=fact.actor, at=fact.at,
        )
    )  # fmt: skip


# For how long a missing signature is looked for; one incident was opened the first morning.
LOOKED_BACK = timedelta(days=7)


def tell_unsigned_waste(*, now: datetime) -> int:
    """Wasted controlled doses that nobody else signed under in time; safe to repeat."""
    marks = DoseMark.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(
        state=DoseMark.State.WASTED, is_controlled=True, witness=None, corrected_by=None,
        at__lte=now - timedelta(hours=WITNESS_HOURS), at__gt=now - LOOKED_BACK,
    )  # fmt: skip
    rows = list(marks.order_by("at", "pk"))
    for mark in rows:
        with audit.unit():
            announce(
                MedicationError(
                    origin=f"medications.waste:{mark.pk}", client_id=mark.client_id,
                    what="A wasted dose of a controlled medicine has no second signature.",
                    done="", site_id=mark.site_id, occurred_at=mark.at, actor=SERVICE, at=now,
                )
            )  # fmt: skip
    return len(rows)

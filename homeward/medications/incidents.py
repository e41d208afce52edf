"""Naloxone that was given is an incident: told to the room that keeps them, naming nobody."""

from homeward.core.facts import announce, listens_to
from homeward.kernel.purposes import Purpose
from homeward.medications.facts import NaloxoneUsed
from homeward.medications.models import NaloxoneUse
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

"""The moments at which medicines are gone through again, and what a test is to expect of them.

The rooms of medicines, of tests and of transfers stand side by side; this one stands above them.
"""

from datetime import datetime
from uuid import UUID

from homeward.admissions.models import Episode
from homeward.core.actors import Actor
from homeward.core.facts import listens_to
from homeward.drugtests import prescribed
from homeward.kernel.purposes import Purpose
from homeward.linkage.facts import TransferOpened
from homeward.medications.duties import RECONCILE, open_reconciliation
from homeward.medications.queries import expected_analytes
from homeward.medications.rules.reconciling import asks_again, is_more_care
from homeward.people.facts import ContactResumed
from homeward.people.models import Stop
from homeward.program.models import Phase
from homeward.progress.facts import ClientDischarged, PhaseChanged, SteppedDown
from homeward.tasks.models import CareTask

ASKS_NOBODY = ("deceased",)
ASKING = Actor.of_service("progress.medicines")

prescribed.register(expected_analytes)


@listens_to(SteppedDown)
def reconcile_at_transfer(fact: SteppedDown) -> None:
    """Another level of care asks for the list to be gone through."""
    origin = f"{fact.episode_id}:{fact.new_level}:{fact.from_day.isoformat()}"
    reconcile_again(
        "step", "down", client_id=fact.client_id, origin=origin, actor=fact.actor, now=fact.at
    )


@listens_to(PhaseChanged)
def reconcile_at_more_care(fact: PhaseChanged) -> None:
    """So does a phase of another level, or of more hours."""
    minutes = dict(
        Phase.objects.filter(pk__in=(fact.old_phase_id, fact.new_phase_id)).values_list(
            "pk", "weekly_minutes"
        )
    )
    before, after = minutes[fact.old_phase_id], minutes[fact.new_phase_id]
    if is_more_care(fact.old_level, fact.new_level, before, after):
        origin = f"{fact.episode_id}:{fact.new_level}:{fact.from_day.isoformat()}"
        reconcile_again(
            "step", "up", client_id=fact.client_id, origin=origin, actor=fact.actor, now=fact.at
        )


@listens_to(TransferOpened)
def reconcile_before_transfer(fact: TransferOpened) -> None:
    """Whoever goes to another level, to detox or a hospital, takes a list along that holds."""
    reconcile_again(
        "transfer", fact.level, client_id=fact.client_id, origin=str(fact.transfer_id),
        actor=fact.actor, now=fact.at,
    )  # fmt: skip


@listens_to(ContactResumed)
def reconcile_after_stay(fact: ContactResumed) -> None:
    """Back from hospital or jail: others prescribed, or stopped what was taken."""
    if fact.ending == Stop.Ending.OVER:
        reconcile_again(
            "stop_over", fact.kind, client_id=fact.client_id, origin=str(fact.stop_id),
            actor=fact.actor, now=fact.at,
        )  # fmt: skip


def reconcile_again(
    event: str, word: str, *, client_id: UUID, origin: str, actor: Actor, now: datetime
) -> None:
    """Ask for the list of somebody in care to be gone through, once for what comes together.

    One that is asked for already for a transfer answers this as well: it ends when they did it.
    """
    if not asks_again(event, word):
        return
    episodes = Episode.objects.for_actor(ASKING, Purpose.OPERATIONS)
    if not episodes.filter(client_id=client_id, ended_at=None).exists():
        return
    asked = CareTask.objects.for_actor(ASKING, Purpose.INTERNAL_CARE).filter(
        client_id=client_id, kind=RECONCILE, closed_at=None, detail__moment="transfer"
    )
    if not asked.exists():
        open_reconciliation(
            actor=actor, client_id=client_id, moment="transfer", origin=origin, now=now
        )


@listens_to(ClientDischarged)
def reconcile_at_discharge(fact: ClientDischarged) -> None:
    """So does leaving, unless there is nobody left to ask."""
    if fact.type in ASKS_NOBODY:
        return
    open_reconciliation(
        actor=fact.actor,
        client_id=fact.client_id,
        moment="discharge",
        origin=str(fact.discharge_id),
        now=fact.at,
    )

"""What the rule of the way back asks, read for one episode."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from homeward.admissions.gating import open_holds_of
from homeward.aftercare.duties import GATES
from homeward.aftercare.models import Comeback
from homeward.aftercare.rules.returning import SAME, Asking, ReturnNumbers, way_back
from homeward.assessments.models import Assessment
from homeward.consents.models import Consent, Revocation
from homeward.consents.queries import active_consents
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.people.stops import is_stopped
from homeward.placement.models import Placement
from homeward.program.queries import numbers_for
from homeward.progress.cases import ended_case_of
from homeward.progress.models import Discharge
from homeward.progress.rules.administrative import OVERTURNED
from homeward.tasks.models import CareTask

ASKING = Actor.of_service("aftercare.returning")
IN_ERROR = "admitted_in_error"
# A court's paper is given for its case, research for its study: neither is prepared again.
ONCE = frozenset({"legal_proceeding", "research", "counseling_notes"})


def decision_for(episode: Any, now: datetime) -> Decision:
    """The way back of the client of this episode, which is their newest, as of now."""
    on = local_day(now, episode.site.time_zone)
    discharge = last_discharge(episode.pk)
    return way_back(
        Asking(
            on=on,
            ended_on=episode.ended_on,
            ended_as=_ended_as(discharge),
            is_in_care=episode.ended_at is None,
            is_stopped=is_stopped(episode.client_id),
            open_holds=len(open_holds_of(episode.client)),
            assessed_on=_assessed_on(episode),
            has_won_appeal=_has_won_appeal(episode),
            open_gates=_open_gates(episode),
        ),
        ReturnNumbers.of(numbers_for(episode.program_id, on)),
    )


def _ended_as(discharge: Discharge | None) -> str:
    """The kind as it was chosen, where the stored type is a wider one."""
    if discharge is None:
        return ""
    chosen = discharge.summary.get("ending", {}).get("kind") or discharge.reason
    return chosen if chosen == IN_ERROR else discharge.type


def _has_won_appeal(episode: Any) -> bool:
    case = ended_case_of(ASKING, episode.pk) if episode.ended_at is not None else None
    return case is not None and case.appeal == OVERTURNED


def _open_gates(episode: Any) -> int | None:
    """How many safety questions of the newest return into this episode wait; None: no return."""
    rows = Comeback.objects.for_actor(ASKING, Purpose.OPERATIONS)
    back = rows.filter(episode_id=episode.pk, way=SAME).order_by("-at").first()
    if back is None:
        return None
    waiting = CareTask.objects.for_actor(ASKING, Purpose.OPERATIONS)
    origins = [f"{kind}:{back.pk}" for kind in GATES]
    return int(waiting.filter(origin__in=origins, closed_at=None).count())


def last_discharge(episode_id: UUID) -> Discharge | None:
    """How the episode ended last."""
    rows = Discharge.objects.for_actor(ASKING, Purpose.OPERATIONS).filter(episode_id=episode_id)
    return rows.order_by("-number").first()  # type: ignore[no-any-return]


def consents_to_renew(actor: Actor, client: Any, now: datetime) -> list[Consent]:
    """What was signed, ended with the discharge or by its date, and was not taken back.

    The newest of each kind and recipient, as far as the actor may read them; those that stand are
    left out. A consent somebody took back is asked for afresh, never prepared.
    """
    rows = Consent.objects.for_actor(actor, Purpose.TREATMENT).filter(
        client_id=client.pk, signed_at__isnull=False, is_half=False
    )
    revoked = set(
        Revocation.objects.for_actor(ASKING, Purpose.OPERATIONS)
        .filter(client_id=client.pk)
        .values_list("consent_id", flat=True)
    )
    standing = {_to_whom(row) for row in active_consents(client, now)}
    newest: dict[Any, Consent] = {}
    for row in rows.select_related("contact", "party").order_by("signed_at"):
        newest[_to_whom(row)] = row
    return [
        row
        for key, row in newest.items()
        if key not in standing and row.pk not in revoked and row.kind not in ONCE
    ]


def _to_whom(row: Consent) -> tuple[str, Any, Any]:
    return row.kind, row.contact_id, row.party_id


def _assessed_on(episode: Any) -> date | None:
    """The day of the newest signed assessment, or of the decided placement where none is."""
    signed = (
        Assessment.objects.for_actor(ASKING, Purpose.OPERATIONS)
        .filter(client_id=episode.client_id, signed_at__isnull=False)
        .order_by("-signed_at")
        .first()
    )
    if signed is not None and signed.signed_at is not None:
        return local_day(signed.signed_at, episode.site.time_zone)
    rows = Placement.objects.for_actor(ASKING, Purpose.OPERATIONS)
    placed = rows.filter(client_id=episode.client_id, decided_at__isnull=False)
    newest = placed.order_by("-assessed_at").first()
    return local_day(newest.assessed_at, episode.site.time_zone) if newest else None

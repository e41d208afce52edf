"""Who sits at the table of a card, and what of a payer's answer waits until it has signed.

While a card of an episode waits, an answer that came after the last signed decision is kept from
the table: on the list of reviews, among the duties, on the page of the denial, among the calls and
with the authorizations. Nothing is kept from the desks that deal with payers, from a director who
does not treat, and from whoever wrote the answer down or took a step against it. So that no clock
is lost meanwhile, somebody is asked to see that the table signs (`before_signing.py`).
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from homeward.core.access import Access, may
from homeward.core.actors import STAFF, Actor
from homeward.coverage.authorizations import Authorization
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.progress import tasks_opened as duties
from homeward.progress.models import LevelReview
from homeward.progress.participants import AT_TABLE
from homeward.progress.payer_answers import NotSignedYet
from homeward.progress.review_records import DenialStep, LevelDenial
from homeward.progress.standing import REVIEWING
from homeward.tasks import keeping
from homeward.tasks.models import CareTask

OF_A_DENIAL = (duties.PEER_TO_PEER, duties.APPEAL, duties.SAFETY_PLAN, duties.KEPT)


def is_kept_from(actor: Actor) -> bool:
    """Whether answers wait for this actor: who may sit at a table, and who reads no claims."""
    if actor.kind != STAFF:
        return False
    return actor.has_role(*AT_TABLE) or not may(actor.roles, RecordClass.CLAIMS, Access.READ)


@keeping.register
def duties_kept(actor: Actor) -> Q | None:
    """Duties about a payer's no while a card waits, unless one was signed after they opened."""
    if not is_kept_from(actor):
        return None
    cards = _cards().filter(client_id=OuterRef("client_id"))
    waits = cards.filter(outcome="", episode__ended_at=None)
    signed = cards.filter(decided_at__gte=OuterRef("opened_at"))
    kept = Q(kind__in=OF_A_DENIAL) & Q(Exists(waits)) & ~Q(Exists(signed))
    return kept & ~Q(kind=duties.KEPT, owner_id=actor.worker_id)


def expect_told(actor: Actor, denial: LevelDenial) -> None:
    """Raises NotSignedYet where the team's own decision comes first."""
    if kept_denials(actor, [denial]):
        raise NotSignedYet


def kept_denials(actor: Actor, denials: Iterable[LevelDenial]) -> frozenset[UUID]:
    """Which of these are kept from this actor."""
    if not is_kept_from(actor):
        return frozenset()
    waiting = unknown_to_tables(denials)
    theirs = {pk for pk, answered_by in waiting.items() if answered_by != actor.worker_id}
    return frozenset(theirs - _known_to(actor, theirs)) if theirs else frozenset()


def unknown_to_tables(denials: Iterable[LevelDenial]) -> dict[UUID, UUID | None]:
    """Those answered after the last signature of an episode of which a card waits, each with who
    wrote the answer down."""
    asked = list(denials)
    if not asked:
        return {}
    until = _signed_until({row.episode_id for row in asked})
    asked = [row for row in asked if row.episode_id in until]
    rows = Authorization.objects.for_actor(REVIEWING, Purpose.PAYMENT)
    answers = rows.in_bulk([row.authorization_id for row in asked]) if asked else {}
    found: dict[UUID, UUID | None] = {}
    for row in asked:
        answer, last = answers[row.authorization_id], until[row.episode_id]
        if answer.answered_at and (last is None or answer.answered_at > last):
            found[row.pk] = answer.answered_by_id
    return found


def kept_answers(actor: Actor, client_id: UUID, answer_ids: Iterable[UUID]) -> frozenset[UUID]:
    """Which authorizations of a client were answered since, by somebody else."""
    until = told_until(actor, client_id)
    if until is None:
        return frozenset()
    rows = Authorization.objects.for_actor(REVIEWING, Purpose.PAYMENT).filter(
        pk__in=list(answer_ids), answered_at__gt=until
    )
    return frozenset(rows.exclude(answered_by_id=actor.worker_id).values_list("pk", flat=True))


def told_until(actor: Actor, client_id: UUID) -> datetime | None:
    """The instant up to which answers are told to this actor; None where nothing is kept."""
    if not is_kept_from(actor):
        return None
    cards = _cards().filter(client_id=client_id, episode__ended_at=None)
    rows = list(cards.values("outcome", "decided_at", "episode__admitted_at"))
    if all(row["outcome"] for row in rows):
        return None
    signed = [row["decided_at"] for row in rows if row["decided_at"]]
    found: datetime = max(signed, default=rows[0]["episode__admitted_at"])
    return found


def _signed_until(episode_ids: set[UUID]) -> dict[UUID, datetime | None]:
    """The last signature of each episode of which a card waits; None where nothing was signed."""
    rows = _cards().filter(episode_id__in=episode_ids, episode__ended_at=None)
    waiting: set[UUID] = set()
    last: dict[UUID, datetime] = {}
    for row in rows.order_by("decided_at").values("episode_id", "outcome", "decided_at"):
        if not row["outcome"]:
            waiting.add(row["episode_id"])
        elif row["decided_at"]:
            last[row["episode_id"]] = row["decided_at"]
    return {episode: last.get(episode) for episode in waiting}


def _known_to(actor: Actor, denials: set[UUID]) -> set[UUID]:
    """Those this actor took a step against, or is asked to bring before the table."""
    steps = DenialStep.objects.for_actor(REVIEWING, Purpose.TREATMENT).filter(
        denial_id__in=denials, by_id=actor.worker_id
    )
    asked = CareTask.objects.for_actor(REVIEWING, Purpose.INTERNAL_CARE).filter(
        owner_id=actor.worker_id, origin__in=[f"{duties.KEPT}:{pk}" for pk in denials]
    )
    return {
        *steps.values_list("denial_id", flat=True),
        *(UUID(task.detail["denial"]) for task in asked),
    }


def _cards() -> Any:
    return LevelReview.objects.for_actor(REVIEWING, Purpose.TREATMENT)

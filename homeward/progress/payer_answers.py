"""What a payer answered about a client's care, kept from the table until the team has signed.

The team's decision is about what the client needs. So that it is not written to fit an answer, an
answer that came after the last signed decision is not shown to whoever decides until this one is
signed; which answers were kept is signed with it. Desks that deal with payers see them as always.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.core.refusals import Refusal
from homeward.coverage.authorizations import Authorization
from homeward.kernel.purposes import Purpose
from homeward.progress.models import LevelReview
from homeward.progress.standing import REVIEWING


class NotSignedYet(Refusal):
    """The payer's answer is shown once the team has signed its own decision."""


def answered_before(episode: Any) -> datetime | None:
    """Answers up to this instant are known to the table: the last signed decision's."""
    rows = LevelReview.objects.for_actor(REVIEWING, Purpose.TREATMENT)
    last = rows.filter(episode_id=episode.pk, decided_at__isnull=False).order_by("-decided_at")
    found = last.values_list("decided_at", flat=True).first()
    return found or episode.admitted_at


def answers_since(episode: Any, since: datetime | None = None) -> list[UUID]:
    """The authorizations answered since the last signed decision; ids only, for the seal.

    `since` is that instant, for who has asked for it before.
    """
    rows = Authorization.objects.for_actor(REVIEWING, Purpose.PAYMENT).filter(
        client_id=episode.client_id, answered_at__gt=since or answered_before(episode)
    )
    return sorted(row.pk for row in rows.only("pk"))


def shown_at_the_table(episode: Any, until: datetime | None = None) -> list[Authorization]:
    """What payers had answered by the last signed decision, the newest first; later ones and
    requests that are open stay out."""
    rows = Authorization.objects.for_actor(REVIEWING, Purpose.PAYMENT).filter(
        client_id=episode.client_id, answered_at__lte=until or answered_before(episode)
    )
    return list(rows.select_related("coverage__payer").order_by("-starts_on"))


def answers_of(review: LevelReview) -> list[Authorization]:
    """The answers that were kept from the table while it decided. Raises NotSignedYet."""
    if review.decided_at is None:
        raise NotSignedYet
    return _by_id(review.sealed_answers)


def _by_id(ids: Collection[str]) -> list[Authorization]:
    rows = Authorization.objects.for_actor(REVIEWING, Purpose.PAYMENT).filter(pk__in=list(ids))
    return list(rows.select_related("coverage__payer").order_by("-answered_at"))

"""Which clients a person is related to, from dated facts only.

Each function answers a subquery of client ids for one relation of the access matrix.
"""

from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Q

from homeward.core.access import GLASS
from homeward.core.reach import Relation, relates
from homeward.kernel.roles import Duty
from homeward.people.models import AccessReason, TeamMembership
from homeward.staff.models import Supervision


def _current_teams(at: Any) -> Any:
    return TeamMembership.objects.unscoped("relation").filter(
        Q(ends_at=None) | Q(ends_at__gt=at), starts_at__lte=at
    )


@relates("team")
def on_treatment_team(about: Relation) -> Any:
    """Clients on whose treatment team this worker is now."""
    if about.actor.worker_id is None:
        return None
    teams = _current_teams(about.at).filter(worker_id=about.actor.worker_id)
    return teams.values("client_id")


@relates(GLASS)
def glass_broken(about: Relation) -> Any:
    """Clients whose chart this account opened in an emergency, to read, while that lasts."""
    if Duty.BREAK_GLASS not in about.actor.duties:
        return None
    return _reasons(about).filter(kind=AccessReason.Kind.BREAK_GLASS).values("client_id")


@relates("reason")
def reason_given(about: Relation) -> Any:
    """Clients for whom this account gave a reason that still holds."""
    return _reasons(about).filter(kind=AccessReason.Kind.REASON).values("client_id")


@relates("supervises")
def on_team_of_supervisee(about: Relation) -> Any:
    """Clients on the team of somebody this worker supervises now."""
    if about.actor.worker_id is None:
        return None
    on = about.at.astimezone(ZoneInfo(settings.TIME_ZONE)).date()
    supervised = Supervision.objects.filter(
        Q(ends_on=None) | Q(ends_on__gt=on),
        supervisor_id=about.actor.worker_id,
        starts_on__lte=on,
    ).values("supervisee_id")
    return (
        _current_teams(about.at)
        .filter(Q(worker_id__in=supervised) | Q(worker_id=about.actor.worker_id))
        .values("client_id")
    )


@relates("own")
def oneself(about: Relation) -> Any:
    """The client who is signed in."""
    return [about.actor.client_id] if about.actor.client_id else None


def _reasons(about: Relation) -> Any:
    return AccessReason.objects.unscoped("relation").filter(
        account_id=about.actor.account_id, given_at__lte=about.at, ends_at__gt=about.at
    )

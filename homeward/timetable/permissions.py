"""Who may plan, and at which sites."""

from typing import Any
from uuid import UUID

from homeward.core.access import Access, cells
from homeward.core.actors import SERVICE, Actor
from homeward.core.refusals import NotAllowed
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Duty
from homeward.timetable.models import GroupSession
from homeward.timetable.queries import leads


def may_plan(actor: Actor, site_id: UUID | None = None) -> bool:
    """Whether the duty of the week is granted; at a site, whether the actor also works there.

    The duty is granted for a program and holds only at the sites of one's own roles.
    """
    if actor.kind == SERVICE:
        return True
    held = Duty.PUBLISH_WEEK in actor.duties
    return held and (site_id is None or works_at(actor, site_id))


def require_planner(actor: Actor, site_id: UUID | None = None) -> None:
    """Raise NotAllowed("no_duty_to_plan") without the duty, or where it does not reach."""
    if not may_plan(actor, site_id):
        raise NotAllowed("no_duty_to_plan")


def works_at(actor: Actor, site_id: UUID) -> bool:
    """Whether the actor holds any role at the site."""
    if actor.kind == SERVICE:
        return True
    return any(grant.site_id in (None, site_id) for grant in actor.grants)


def may_change_session(actor: Actor, session: GroupSession) -> bool:
    """Who plans the week, who leads the session, and who keeps every schedule of the site."""
    if may_plan(actor, session.site_id) or leads(actor, session.pk):
        return True
    return any(
        grant.site_id in (None, session.site_id)
        and any(
            Access.WRITE in cell.verbs and not cell.relation
            for cell in cells(grant.role, RecordClass.SCHEDULE)
        )
        for grant in actor.grants
    )


def session_at_own_site(actor: Actor, session_id: UUID, **locked: Any) -> GroupSession:
    """The session where the actor works there; GroupSession.DoesNotExist otherwise."""
    rows = GroupSession.objects.select_for_update(of=("self",)) if locked else GroupSession.objects
    session = rows.select_related("session_type", "site").get(pk=session_id)
    if not works_at(actor, session.site_id):
        raise GroupSession.DoesNotExist
    return session

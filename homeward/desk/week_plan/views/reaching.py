"""Coming to a draft: who asks, and whether the draft is theirs to see."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from django.http import HttpRequest

from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.timetable.drafting.reading import HEAVY, OpenDraft, open_draft
from homeward.timetable.drafts import WeekDraft
from homeward.timetable.permissions import require_planner, works_at


def actor_of(request: HttpRequest) -> Actor:
    """Who asks."""
    return request.actor  # type: ignore[attr-defined,no-any-return]


def draft_in_reach(actor: Actor, draft_id: UUID) -> WeekDraft:
    """A draft without its contents; DoesNotExist where the actor does not work."""
    require_planner(actor)
    rows = WeekDraft.objects.select_related("site", "program", "started_by").defer(*HEAVY)
    draft = rows.get(pk=draft_id)
    if not works_at(actor, draft.site_id):
        raise WeekDraft.DoesNotExist
    return draft


def opened_with_week(actor: Actor, draft_id: UUID) -> OpenDraft:
    """A draft that has an answer; DoesNotExist while there is none."""
    opened = open_draft(actor, draft_id)
    if opened.schedule is None:
        raise WeekDraft.DoesNotExist
    return opened


def knowing(actor: Actor, opened: OpenDraft, clients: Iterable[str]) -> OpenDraft:
    """The same draft with the names of more clients, as far as the actor may know them."""
    unknown = sorted(set(clients) - set(opened.instance.clients))
    if not unknown:
        return opened
    rows = Client.objects.for_actor(actor, Purpose.OPERATIONS, to=Access.MINIMAL)
    names = {str(row.pk): row.short_name for row in rows.filter(pk__in=unknown)}
    more = replace(opened.names, clients={**opened.names.clients, **names})
    return replace(opened, names=more)

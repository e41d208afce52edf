"""Reads of what a client asked exchanges and what they answered (42 CFR 2.24)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward.consents.accompanying import is_uuid
from homeward.consents.models import Consent, Disclosure, IntermediaryListRequest, OutsideParty
from homeward.consents.reading import recipient_words
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.program.models import Site


def lists_of(actor: Actor, client: Client) -> list[IntermediaryListRequest]:
    """The requests with their answers, the newest first."""
    rows: Any = IntermediaryListRequest.objects.for_actor(actor, Purpose.CLIENT_REQUEST)
    found = rows.filter(client_id=client.pk).select_related("party", "answer")
    return list(found.order_by("-asked_at"))


def overdue_lists(at: datetime) -> list[IntermediaryListRequest]:
    """Requests whose thirty days are over at the client's site and that have no answer (2.24)."""
    service = Actor.of_service("disclosing")
    rows = IntermediaryListRequest.objects.for_actor(service, Purpose.OPERATIONS)
    # A day at the ends of the world is at most one off the day in UTC.
    waiting = rows.filter(answer=None, due_on__lte=at.date() + timedelta(days=1))
    found = waiting.select_related("client", "site", "party").order_by("due_on", "pk")
    return [row for row in found if row.due_on < _day_at(row.site, at)]


def _day_at(site: Site, at: datetime) -> date:
    return at.astimezone(ZoneInfo(site.time_zone)).date()


def behind(rows: Iterable[Disclosure], *, own: bool = False) -> dict[UUID, str]:
    """For what went to an exchange: the exchange with those it may pass it on to, in words.

    `own` speaks to the client as their papers do. One read however many entries there are.
    """
    cited = {cite: row.pk for row in rows if row.effect != "deny" for cite in row.cites}
    keys = [key for key in cited if is_uuid(key)]
    if not keys:
        return {}
    service = Actor.of_service("disclosing")
    found = Consent.objects.for_actor(service, Purpose.CLIENT_REQUEST).filter(pk__in=keys)
    papers = {str(each.pk): each for each in found.exclude(designation="").select_related("party")}
    return {
        row.pk: recipient_words(papers[cite], own=own)
        for row in rows
        for cite in row.cites
        if cite in papers and row.effect != "deny"
    }


def exchanges_of(actor: Actor, client: Client) -> list[OutsideParty]:
    """The exchanges through which the client ever consented, by name."""
    rows = Consent.objects.for_actor(actor, Purpose.CLIENT_REQUEST).filter(
        client_id=client.pk, signed_at__isnull=False
    )
    signed = rows.exclude(designation="").select_related("party")
    found = {row.party_id: row.party for row in signed if row.party is not None}
    return sorted(found.values(), key=lambda party: party.name)

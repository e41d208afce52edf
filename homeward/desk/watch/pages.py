"""What the audit page prints: identifiers resolved to workers and chart numbers, nothing more."""

import re
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.audit.models import Entry
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.code_words import words_for_code
from homeward.core.components import Cell, Column, Row, Tab, Table
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role
from homeward.people.models import Client
from homeward.staff.models import Supervision, Worker

MOST_SHOWN = 100
# Codes such as `no_show`; digests, numbers and addresses say nothing to a reader.
_IN_WORDS = re.compile(r"[a-z_ ]{1,60}")
SECURITY = ("accounts.", "core.access.", "staff.", "core.outbox.")


@dataclass(frozen=True, slots=True)
class Watch:
    """The last entries this reader may see."""

    subline: str
    filters: tuple[Tab, ...]
    table: Table

    @classmethod
    def of(cls, actor: Actor, asked: dict[str, str]) -> "Watch":
        """All for auditors; a director their sites' workers; a supervisor those they supervise;
        an administrator security events only."""
        rows = _reach(actor)
        only = asked.get("show", "")
        if only == "denied":
            rows = rows.filter(permitted=False)
        elif only == "changes":
            rows = rows.exclude(code="core.records.read")
        entries = list(rows.order_by("-at")[:MOST_SHOWN])
        here = reverse("desk:audit")
        kinds = (("", _("Everything")), ("changes", _("Changes")), ("denied", _("Refused")))
        return cls(
            subline=_(
                "The last %(count)s entries. Check the whole record with: homeward audit verify"
            )
            % {"count": len(entries)},
            filters=tuple(
                Tab(label, f"{here}?show={code}" if code else here, code == only)
                for code, label in kinds
            ),
            table=_table(actor, entries),
        )


def _reach(actor: Actor) -> Any:
    rows = Entry.objects.all()
    if actor.has_role(Role.AUDITOR):
        return rows
    if not may(actor.roles, RecordClass.AUDIT, Access.READ):
        return rows.filter(reduce(or_, (Q(code__startswith=prefix) for prefix in SECURITY)))
    workers = Worker.objects.all()
    if not any(grant.role == Role.DIRECTOR and grant.site_id is None for grant in actor.grants):
        workers = workers.filter(site_id__in=actor.site_ids)
    if not actor.has_role(Role.DIRECTOR):
        supervised = Supervision.objects.filter(supervisor_id=actor.worker_id, ends_on=None)
        workers = workers.filter(pk__in=supervised.values("supervisee_id"))
    refs = [str(pk) for pk in workers.values_list("pk", flat=True)]
    return rows.filter(actor_ref__in=refs)


def _table(actor: Actor, entries: list[Entry]) -> Table:
    refs = {entry.actor_ref for entry in entries if entry.actor_kind == "staff"}
    workers = {str(item.pk): item.name for item in Worker.objects.filter(pk__in=refs)}
    ids = {client for entry in entries for client in entry.client_ids[:1]}
    charts: dict[Any, str] = {}
    if ids and may(actor.roles, RecordClass.IDENTITY, Access.MINIMAL):
        found = Client.objects.for_actor(actor, Purpose.AUDIT_EVALUATION, to=Access.MINIMAL)
        charts = {client.pk: client.chart_number for client in found.filter(pk__in=ids)}
    return Table(
        caption=_("Who did and saw what"),
        columns=tuple(
            Column(c) for c in (_("When"), _("Who"), _("What"), _("Whose record"), _("Result"))
        ),
        rows=tuple(
            Row(
                (
                    Cell(date_format(timezone.localtime(entry.at), "D j M H:i:s")),
                    Cell(workers.get(entry.actor_ref) or entry.actor_kind),
                    Cell(words_for_code(entry.code, entry.record), sub=_why(entry)),
                    Cell(_whose(entry, charts)),
                    Cell(_("permitted")) if entry.permitted else Cell(_("refused"), tone="urgent"),
                )
            )
            for entry in entries
        ),
        empty=_("Nothing to show. Entries appear as soon as somebody works."),
    )


def _why(entry: Entry) -> str:
    """Why a door stayed shut and which one; else the code of the reason, where it is words."""
    if entry.code == "core.access.denied":
        because, _space, door = entry.reason.partition(" ")
        words = {
            "role": _("not open to this role"),
            "not_found": _("out of this person's reach, or not there"),
            "not_allowed": _("not this person's to do"),
        }
        place = door.rpartition(":")[2].replace("_", " ")
        return " · ".join(filter(None, (words.get(because, because), place)))
    return entry.reason.replace("_", " ") if _IN_WORDS.fullmatch(entry.reason) else ""


def _whose(entry: Entry, charts: dict[Any, str]) -> str:
    if not entry.client_ids:
        return ""
    first = charts.get(entry.client_ids[0], _("a client"))
    more = len(entry.client_ids) - 1
    return _("%(chart)s and %(more)s more") % {"chart": first, "more": more} if more else first

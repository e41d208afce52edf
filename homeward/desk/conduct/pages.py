"""The room's first page: what waits for whom."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.admissions.models import Episode
from homeward.conduct import words
from homeward.conduct.actions.appeals import hearings
from homeward.conduct.actions.rules import writes_rules
from homeward.conduct.models import (
    Appeal,
    ClientReply,
    ContactRestriction,
    FoundItem,
    ResponseStep,
    RulesEdition,
    RulesSignature,
    Witness,
)
from homeward.conduct.reaching import every, is_in_charge, leads_care, works_at_the_door
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.core.forms import ActionForm
from homeward.desk.clients.reach import initials_for, short_name_for
from homeward.desk.conduct.lines import Line, at_wall
from homeward.desk.conduct.restricted import knows_whole, other_name
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import State
from homeward.kernel.records import RecordClass
from homeward.people.queries import reached_of

SOON = timedelta(days=7)
RECENT = timedelta(days=30)
MOST = 40


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to the person who reads: were you there?"""

    fact: str
    sub: str
    url: str
    form: ActionForm


@dataclass(frozen=True, slots=True)
class RoomPage:
    """Everything the page prints."""

    asked: tuple[Asked, ...]
    appeals: tuple[Line, ...]
    items: tuple[Line, ...]
    replies: tuple[Line, ...]
    reviews: tuple[Line, ...]
    restrictions: tuple[Line, ...]
    unsigned: str
    rules_url: str
    visitors_url: str
    equal_url: str
    nothing: bool

    @classmethod
    def of(cls, actor: Actor, now: datetime) -> "RoomPage":
        """What is due first at the top of each part."""
        today = clock.local_day(now)
        asked = tuple(_asked(actor))
        appeals = tuple(_appeals(actor))
        items = tuple(_items(actor, now)) if works_at_the_door(actor) else ()
        replies, reviews = _steps(actor, today) if leads_care(actor) else ((), ())
        restrictions = tuple(_restrictions(actor, today)) if leads_care(actor) else ()
        return cls(
            asked, appeals, items, replies, reviews, restrictions,
            unsigned=_unsigned() if writes_rules(actor) else "",
            rules_url=reverse("desk:conduct_rules"),
            visitors_url=reverse("desk:conduct_visitors")
            if may(actor.roles, RecordClass.SCHEDULE, Access.READ)
            else "",
            equal_url=reverse("desk:conduct_equal")
            if may(actor.roles, RecordClass.OUTCOMES, Access.READ)
            else "",
            nothing=not any((asked, appeals, items, replies, reviews, restrictions)),
        )  # fmt: skip


def _asked(actor: Actor) -> list[Asked]:
    rows = every(Witness).filter(worker_id=actor.worker_id, answered_at=None)
    rows = rows.select_related("client__site", "search__by", "item__ended_by")
    made = []
    for row in rows.order_by("asked_at")[:MOST]:
        name, zone = short_name_for(actor, row.client), row.client.site.time_zone
        if row.search is not None:
            by, at = row.search.by.name, row.search.at
            fact = _("Were you there when %(by)s looked through the belongings of %(name)s?")
        else:
            by, at = row.item.ended_by.name, row.item.ended_at
            fact = _("Were you there when %(by)s ended what was found with %(name)s: %(way)s?")
        way = words.words(words.WAYS, row.item.way) if row.item else ""
        made.append(
            Asked(
                fact % {"by": by, "name": name, "way": way}, at_wall(at, zone),
                reverse("desk:conduct_witness", args=[row.pk]), ActionForm(),
            )
        )  # fmt: skip
    return made


def _appeals(actor: Actor) -> list[Line]:
    if not may(actor.roles, RecordClass.CONSENTS, Access.READ):
        return []
    rows = Appeal.objects.for_actor(actor, Purpose.TREATMENT).filter(heard_at=None)
    decides = is_in_charge(actor)
    waiting = list(rows.select_related("client").order_by("answer_by")[:MOST])
    # Who hears an appeal may not read the chart; here the step's kind and its people are enough.
    steps = every(ResponseStep).in_bulk([row.step_id for row in waiting])
    heard = hearings(actor, waiting)
    made = []
    for row in waiting:
        step, unmet = steps[row.step_id], heard[row.pk].lines(State.NOT_MET)
        act = None
        if decides and not unmet:
            act = Act(_("Hear it"), reverse("desk:conduct_appeal", args=[row.pk]),
                      about=short_name_for(actor, row.client))  # fmt: skip
        waits = ""
        if decides and unmet:
            why = ", ".join(words.words(words.HAD_A_PART, line.code) for line in unmet)
            waits = _("%(why)s; somebody else hears it") % {"why": why}
        made.append(
            Line(
                _("%(name)s asks that a step be looked at again")
                % {"name": short_name_for(actor, row.client)},
                " · ".join(filter(None, (words.words(words.RUNGS, step.rung), waits))),
                _("answer by %(day)s") % {"day": date_format(row.answer_by, "D j M")},
                "urgent" if row.answer_by < clock.today() else "attention",
                act,
                initials_for(actor, row.client),
            )
        )
    return made


def _items(actor: Actor, now: datetime) -> list[Line]:
    rows = FoundItem.objects.for_actor(actor, Purpose.TREATMENT).filter(ended_at=None)
    made = []
    for row in rows.select_related("client__site").order_by("due_at")[:MOST]:
        late = row.due_at < now
        made.append(
            Line(
                f"{words.words(words.ITEMS, row.kind)} · {row.secured_where}",
                short_name_for(actor, row.client),
                _("was due %(when)s") % {"when": at_wall(row.due_at, row.client.site.time_zone)}
                if late
                else _("due %(when)s") % {"when": at_wall(row.due_at, row.client.site.time_zone)},
                "urgent" if late else "attention",
                Act(
                    _("What becomes of it"), reverse("desk:conduct_item", args=[row.pk]),
                    about=words.words(words.ITEMS, row.kind),
                ),
            )
        )  # fmt: skip
    return made


def _steps(actor: Actor, today: date) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Steps nobody answered, and agreements whose day has come."""
    rows = ResponseStep.objects.for_actor(actor, Purpose.TREATMENT)
    answered = ClientReply.objects.for_actor(actor, Purpose.TREATMENT).filter(step=OuterRef("pk"))
    since = clock.now() - RECENT
    recent = rows.filter(at__gte=since).select_related("client__site", "by", "event")
    silent = [*recent.exclude(Exists(answered)).order_by("at")[:MOST]]
    due = rows.filter(review_on__lte=today, review_on__gte=today - RECENT)
    later = rows.filter(event=OuterRef("event"), at__gt=OuterRef("at"))
    open_due = due.exclude(Exists(later)).select_related("client__site", "by", "event")
    return (
        tuple(_waits(actor, row, reply=True) for row in silent),
        tuple(_waits(actor, row, reply=False) for row in open_due.order_by("review_on")[:MOST]),
    )


def _waits(actor: Actor, row: Any, *, reply: bool) -> Line:
    name = short_name_for(actor, row.client)
    url = reverse("desk:chart_conduct", args=[row.client_id])
    if reply:
        act = Act(_("Their reply"), reverse("desk:conduct_reply", args=[row.pk]), about=name)
        state = at_wall(row.at, row.client.site.time_zone)
    else:
        act = Act(_("Open"), url, about=name)
        state = _("for %(day)s") % {"day": date_format(row.review_on, "D j M")}
    return Line(
        name, f"{words.words(words.RUNGS, row.rung)} · {words.words(words.EVENTS, row.event.kind)}",
        state, "attention", act, initials_for(actor, row.client),
    )  # fmt: skip


def _restrictions(actor: Actor, today: date) -> list[Line]:
    """Those near their day whose client the actor leads now: who left the team knows no more."""
    rows = every(ContactRestriction).filter(ended_on=None, review_on__lte=today + SOON)
    rows = rows.filter(review_on__gte=today - SOON).order_by("review_on")
    known = [
        row
        for row in rows.select_related("client", "other", "worker", "contact")
        if knows_whole(actor, row)
    ]
    ids = {row.client_id for row in known}
    led = {
        pk
        for verb in (Access.WRITE, Access.APPROVE)
        for pk in reached_of(actor, ids, RecordClass.ASSESSMENT, verb)
    }
    made = []
    for row in known:
        if row.client_id not in led:
            continue
        ended = row.review_on <= today
        name = short_name_for(actor, row.client)
        made.append(
            Line(
                _("%(name)s and %(other)s")
                % {"name": name, "other": other_name(row, row.client_id)},
                _("It ended on its review day; nothing binds any more.") if ended else "",
                date_format(row.review_on, "D j M"),
                "urgent" if ended else "attention",
                Act(_("Review"), reverse("desk:conduct_restriction", args=[row.pk]), about=name),
                initials_for(actor, row.client),
            )
        )
    return made


def _unsigned() -> str:
    """How many people in care have not signed what asks for their name."""
    newest = RulesEdition.objects.filter(published_at__isnull=False, asks_again=True)
    edition = newest.order_by("-number").first()
    if edition is None:
        return ""
    signed = every(RulesSignature).filter(
        edition__program_id=edition.program_id, edition__number__gte=edition.number
    )
    rows = every(Episode).filter(ended_at=None, program_id=edition.program_id)
    count = rows.exclude(client_id__in=signed.values("client_id")).count()
    if not count:
        return ""
    return ngettext(
        "%(count)s person in care has not signed edition %(number)s yet. It waits on their page.",
        "%(count)s people in care have not signed edition %(number)s yet. It waits on their pages.",
        count,
    ) % {"count": count, "number": edition.number}

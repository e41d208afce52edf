"""One client's part of the record: events and answers, notes, searches, who stays away."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.conduct import words
from homeward.conduct.models import ConductEvent, ConductNote, RulesSignature
from homeward.conduct.queries import (
    ladder_standing,
    rules_to_sign,
)
from homeward.conduct.reaching import may_lead, works_at_the_door, writes_events
from homeward.conduct.rules.events import CLINICAL, EVENT_KINDS
from homeward.conduct.rules.ladder import CARE_STEPS, RUNGS
from homeward.conduct.rules.wording import read_rules
from homeward.conduct.taken import Taken, steps_taken
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.components import Act, Step
from homeward.desk.conduct.belongings import search_consent_of, search_lines
from homeward.desk.conduct.lines import (
    EventLine,
    Line,
    Said,
    StepLine,
    appeal_line,
    at_wall,
    said_of,
)
from homeward.desk.conduct.restricted import restriction_lines
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import decision_from_json
from homeward.people.models import Client
from homeward.staff.models import Worker

MOST = 30


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A short note with the rule as it read then, and the client's words to it."""

    title: str
    sub: str
    words: str
    rule: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class ConductPage:
    """Everything the tab prints."""

    client_id: Any
    ladder: tuple[Step, ...]
    standing: str
    events: tuple[EventLine, ...]
    notes: tuple[NoteLine, ...]
    searches: tuple[Line, ...]
    consent: str
    consent_act: Act | None
    restrictions: tuple[Line, ...]
    restriction_act: Act | None
    rules: str
    rules_tone: str
    acts: tuple[Act, ...]

    @classmethod
    def of(cls, actor: Actor, client: Client, now: datetime) -> "ConductPage":
        """The newest events first."""
        zone = client.site.time_zone
        today = local_day(now, zone)
        leads = may_lead(actor, client)
        steps = steps_taken(client.pk, actor)
        at_door = works_at_the_door(actor)
        return cls(
            client_id=client.pk,
            **_standing(client, now),
            events=tuple(_events(actor, client, steps, zone, leads)),
            notes=tuple(_notes(actor, client, zone)),
            searches=tuple(search_lines(actor, client, zone)) if at_door else (),
            **search_consent_of(client, at_door),
            restrictions=restriction_lines(actor, client, today),
            restriction_act=Act(
                _("Keep somebody away"), reverse("desk:conduct_restriction_new", args=[client.pk])
            )
            if leads
            else None,
            **_rules(actor, client, zone),
            acts=tuple(_acts(actor, client)),
        )


def _standing(client: Client, now: datetime) -> dict[str, Any]:
    held = ladder_standing(client.pk, now)
    reached = RUNGS.index(held.rung) if held.rung else -1
    ladder = tuple(
        Step(
            words.words(words.RUNGS, code),
            current=number == reached,
            done=number < reached,
        )
        for number, code in enumerate(RUNGS)
    )
    if not held.rung:
        said = _("Nothing counts now. The next step would be: %(next)s.")
    else:
        said = _("Counts since %(day)s. The next step would be: %(next)s.")
    return {
        "ladder": ladder,
        "standing": said
        % {
            "day": date_format(held.since, "j M Y") if held.since else "",
            "next": words.words(words.RUNGS, held.next_rung),
        },
    }


def _events(
    actor: Actor, client: Client, steps: list[Taken], zone: str, leads: bool
) -> list[EventLine]:
    rows = ConductEvent.objects.for_actor(actor, Purpose.TREATMENT).filter(client_id=client.pk)
    known = list(rows.select_related("by").order_by("-at", "-pk")[:MOST])
    workers = _names(steps)
    by_event: dict[Any, list[Taken]] = {}
    for each in steps:
        by_event.setdefault(each.step.event_id, []).append(each)
    # Who reads steps and not notes still sees what the steps answered, without its words.
    seen = {row.pk for row in known}
    known += [
        row
        for row in {each.step.event_id: each.step.event for each in steps}.values()
        if row.pk not in seen
    ]
    known.sort(key=lambda row: row.at, reverse=True)
    writes = writes_events(actor)
    return [
        EventLine(
            title=words.words(words.EVENTS, row.kind),
            sub=f"{at_wall(row.at, zone)} · {row.by.name}",
            words=row.words if row.pk in seen else "",
            is_clinical=EVENT_KINDS[row.kind].ladder == CLINICAL,
            steps=tuple(
                _step(actor, each, zone, leads, writes, workers)
                for each in by_event.get(row.pk, ())
            ),
            act=Act(_("Next step"), reverse("desk:conduct_step", args=[row.pk]))
            if writes or leads
            else None,
        )
        for row in known
    ]


def _step(
    actor: Actor, each: Taken, zone: str, leads: bool, writes: bool, workers: dict[Any, str]
) -> StepLine:
    step = each.step
    beside = [workers[pk] for pk in step.others if pk in workers]
    people = ", ".join([step.by.name, *beside])
    review = (
        _("looked at together on %(day)s") % {"day": date_format(step.review_on, "j M")}
        if step.review_on
        else ""
    )
    acts = []
    if writes:
        acts.append(Act(_("The client's reply"), reverse("desk:conduct_reply", args=[step.pk])))
        if step.rung not in CARE_STEPS and each.appeal is None:
            acts.append(Act(_("Appeal"), reverse("desk:conduct_appeal_new", args=[step.pk])))
    return StepLine(
        title=words.words(words.RUNGS, step.rung),
        sub=" · ".join(filter(None, (at_wall(step.at, zone), people, review))),
        words=step.words,
        consequence=step.consequence,
        ground=step.safety_ground,
        decision=decision_from_json(step.decision),
        said=tuple(said_of(reply, zone) for reply in each.replies),
        appeal=appeal_line(each.appeal, zone) if each.appeal else None,
        acts=tuple(acts),
        paper_url=reverse("desk:conduct_paper", args=[step.pk]) if leads else "",
        is_set_aside=each.is_set_aside,
    )


def _names(steps: list[Taken]) -> dict[Any, str]:
    ids = {pk for each in steps for pk in each.step.others}
    return dict(Worker.objects.filter(pk__in=ids).values_list("pk", "name")) if ids else {}


def _notes(actor: Actor, client: Client, zone: str) -> list[NoteLine]:
    rows = ConductNote.objects.for_actor(actor, Purpose.TREATMENT).filter(client_id=client.pk)
    found = rows.select_related("by", "edition").prefetch_related("replies__by")
    made = []
    for row in found.order_by("-on", "-at")[:MOST]:
        rule = read_rules(row.edition.english).by_code.get(row.rule_code, "")
        made.append(
            NoteLine(
                words.words(words.NOTE_KINDS, row.kind),
                f"{date_format(row.on, 'j M Y')} · {row.by.name}",
                row.words,
                rule,
                tuple(said_of(each, zone) for each in row.replies.all()),
            )
        )
    return made


def _rules(actor: Actor, client: Client, zone: str) -> dict[str, Any]:
    waiting = rules_to_sign(client.pk)
    rows = RulesSignature.objects.for_actor(actor, Purpose.TREATMENT).filter(client_id=client.pk)
    last = rows.select_related("edition").order_by("-edition__number").first()
    if last is None:
        said = _("The rules are not signed yet.") if waiting else ""
    else:
        said = _("Signed edition %(number)s of the rules on %(day)s.") % {
            "number": last.edition.number,
            "day": date_format(local_day(last.at, zone), "j M Y"),
        }
        if waiting:
            said = f"{said} {_('A newer edition waits on their own page.')}"
    return {"rules": said, "rules_tone": "attention" if waiting else "neutral"}


def _acts(actor: Actor, client: Client) -> list[Act]:
    acts = []
    if writes_events(actor):
        acts.append(
            Act(
                _("Something happened"), reverse("desk:conduct_event_new", args=[client.pk]),
                "primary",
            )
        )  # fmt: skip
        acts.append(Act(_("Short note"), reverse("desk:conduct_note_new", args=[client.pk])))
    if works_at_the_door(actor):
        acts.append(Act(_("Belongings"), reverse("desk:conduct_search_new", args=[client.pk])))
    return acts

"""A step on paper: what was agreed, what follows, and how to appeal, for the client to keep."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from homeward.conduct import words
from homeward.conduct.models import ResponseStep
from homeward.conduct.reaching import numbers_on
from homeward.conduct.rules.appeals import last_day
from homeward.conduct.rules.ladder import CARE_STEPS
from homeward.conduct.taken import steps_taken
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.desk.prints.papers.composing import Paper, Part, Signed, day, moment, zone_of
from homeward.documents.actions import make_document
from homeward.documents.models import Document
from homeward.people.models import Client
from homeward.staff.models import Worker


def make_step_paper(actor: Actor, client: Client, step: ResponseStep, now: datetime) -> Document:
    """The step as a sealed PDF in the client's language; the same content on a day is one paper."""
    language = "es" if client.language[:2] == "es" else "en"
    with override(language):
        content = _paper(client, step).content(actor, client)
    return make_document(
        actor=actor, client=client, kind="conduct_step", title="conduct_step",
        subject_id=step.pk, content=content, now=now, template="record", author_id=step.by_id,
        once=True,
    )  # fmt: skip


def _paper(client: Client, step: ResponseStep) -> Paper:
    zone = zone_of(client)
    on = local_day(step.at, client.site.time_zone)
    taken = next((each for each in steps_taken(client.pk) if each.step.pk == step.pk), None)
    beside = Worker.objects.filter(pk__in=step.others).order_by("name")
    people = ", ".join([step.by.name, *beside.values_list("name", flat=True)])
    facts = [
        (_("What it answers"), words.words(words.EVENTS, step.event.kind)),
        (_("When it happened"), moment(step.event.at, zone)),
        (_("Talked over"), moment(step.at, zone)),
        (_("With"), people),
        (_("Looked at together on"), day(step.review_on)),
    ]
    parts = [Part(_("What happened"), text=step.event.words),
             Part(_("What was said and agreed"), text=step.words)]  # fmt: skip
    if step.consequence:
        parts.append(Part(_("What follows if it happens again"), text=step.consequence))
    if step.safety_ground:
        parts.append(Part(_("Why steps between were passed"), text=step.safety_ground))
    if taken is not None and taken.reply is not None:
        said = [words.words(words.STANCES, taken.reply.stance), taken.reply.words]
        parts.append(Part(_("What I say to it"), text="\n".join(filter(None, said))))
    if step.rung not in CARE_STEPS:
        days = int(numbers_on(client.pk, on)["conduct_appeal_days"])
        parts.append(Part(_("How to appeal"), text=_(
            "I may ask until %(day)s that this be looked at again: on my page, or by telling "
            "anybody of staff. Somebody who had no part in it hears me. It never counts against me."
        ) % {"day": day(last_day(on, days))}))  # fmt: skip
    signed = (Signed(step.by.name, "", _("talked it over"), moment(step.at, zone)),)
    return Paper(words.words(words.RUNGS, step.rung), facts, tuple(parts), signed)

"""The rules, and what was talked over with me: what I agreed to, what I say, how I appeal."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.conduct.actions.searches import consent_in_force
from homeward.conduct.models import ConductNote
from homeward.conduct.queries import asks_for_name, has_unanswered_step, rules_to_sign
from homeward.conduct.reaching import edition_in_force, program_for
from homeward.conduct.rules.appeals import ALLOW, Appealed, last_day, may_appeal
from homeward.conduct.rules.ladder import CARE_STEPS
from homeward.conduct.rules.wording import RulesText, read_rules
from homeward.conduct.taken import Taken, steps_taken
from homeward.core.clock import local_day
from homeward.kernel.purposes import Purpose
from homeward.portal.forms import SignatureForm
from homeward.portal.own import Own
from homeward.program.queries import numbers_for

MOST = 30
STEPS = {
    "conversation": gettext_lazy("We talked"),
    "written_agreement": gettext_lazy("We wrote down what we agreed"),
    "behavior_contract": gettext_lazy("We made a contract"),
    "team_review": gettext_lazy("The team looked at it"),
    "transfer_or_discharge": gettext_lazy("The team wants you to get care at another place"),
    "talk_about_use": gettext_lazy("We talked about use"),
    "extra_individual": gettext_lazy("One more talk a week"),
    "plan_revision": gettext_lazy("We look at your plan again"),
    "medication_review": gettext_lazy("We look at your medicine again"),
    "test_frequency": gettext_lazy("Your test days change"),
    "level_review": gettext_lazy("We look at how much care you need"),
}
ABOUT = {
    "late_or_left": gettext_lazy("Late, or left early"),
    "absence": gettext_lazy("You did not come and did not call"),
    "disruption": gettext_lazy("A group could not go on"),
    "disrespect": gettext_lazy("Respect"),
    "phone_or_recording": gettext_lazy("Phone in a group"),
    "confidentiality": gettext_lazy("What is said here stays here"),
    "relationship": gettext_lazy("You and another client"),
    "prohibited_item": gettext_lazy("Something that stays outside"),
    "property": gettext_lazy("Somebody's things"),
    "threat": gettext_lazy("A threat"),
    "violence": gettext_lazy("Somebody was hurt or pushed"),
    "weapon": gettext_lazy("A weapon"),
    "selling": gettext_lazy("Selling or giving out drugs or pills"),
    "sexual_misconduct": gettext_lazy("Touching or sex talk"),
    "substance_use": gettext_lazy("Use"),
    "came_intoxicated": gettext_lazy("You came when you had used"),
    "test_positive": gettext_lazy("A test"),
    "test_missed": gettext_lazy("A test you missed"),
    "test_refused": gettext_lazy("A test you did not want"),
}
SAID = {
    "agrees": gettext_lazy("I agree"),
    "partly": gettext_lazy("I agree with some of it"),
    "disagrees": gettext_lazy("I do not agree"),
    "asked": gettext_lazy("You did not want to answer"),
}
ENDED = {
    "stands": gettext_lazy("It stays as it is"),
    "changed": gettext_lazy("It is changed"),
    "set_aside": gettext_lazy("It no longer counts"),
}


@dataclass(frozen=True, slots=True)
class Talk:
    """One step as the client reads it."""

    title: str
    when: str
    with_whom: str
    happened: str
    words: str
    consequence: str
    ground: str
    look_again: str
    said: tuple[tuple[str, str, str], ...]
    appeal: str
    appeal_words: str
    appeal_answer: str
    appeal_until: str
    may_appeal: bool
    url: str
    step_id: UUID
    waits: bool


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One short note as the client reads it."""

    words: str
    when: str
    rule: str
    said: tuple[tuple[str, str, str], ...]
    url: str


@dataclass(frozen=True, slots=True)
class RulesPage:
    """Everything the page prints."""

    text: RulesText | None
    waiting_id: UUID | None
    changed: str
    form: SignatureForm | None
    talks: tuple[Talk, ...]
    notes: tuple[NoteLine, ...]
    agreed_on: str
    consent_form: SignatureForm | None

    @classmethod
    def of(
        cls,
        own: Own,
        language: str,
        form: SignatureForm | None = None,
        consent_form: SignatureForm | None = None,
    ) -> "RulesPage":
        """`form` and `consent_form` are signatures that were refused."""
        edition = edition_in_force(program_for(own.client.pk))
        waiting = rules_to_sign(own.client.pk)
        held = consent_in_force(own.client.pk)
        steps = steps_taken(own.client.pk, own.actor)[-MOST:]
        days = _appeal_days(own, steps)
        return cls(
            text=read_rules(edition.spanish if language[:2] == "es" else edition.english)
            if edition
            else None,
            waiting_id=waiting.pk if waiting else None,
            changed=waiting.note if waiting else "",
            form=(form or SignatureForm()) if waiting else None,
            talks=tuple(_talk(own, each, days) for each in reversed(steps)),
            notes=tuple(_notes(own, language)),
            agreed_on=_day(own, held.signed_at) if held else "",
            consent_form=None if held else consent_form or SignatureForm(auto_id="search_%s"),
        )


def every_talk(own: Own) -> tuple[Talk, ...]:
    """Every step about me as I read it, the oldest first."""
    steps = steps_taken(own.client.pk, own.actor)
    days = _appeal_days(own, steps)
    return tuple(_talk(own, each, days) for each in steps)


def every_note(own: Own, language: str) -> tuple[NoteLine, ...]:
    """Every short note about me, the newest first."""
    return tuple(_notes(own, language, most=None))


def rules_page_waits(own: Own) -> str:
    """What waits on the rules page: "rules" to sign, "talk" to answer, or "" for nothing.

    Two questions, whatever the record holds; asked of who is in care.
    """
    if own.episode is None:
        return ""
    if asks_for_name(own.client.pk, own.episode.program_id):
        return "rules"
    return "talk" if has_unanswered_step(own.client.pk, own.now) else ""


def talk_of(own: Own, step_id: UUID) -> Talk:
    """One step of mine; Http404 for anybody else's."""
    found = [each for each in steps_taken(own.client.pk, own.actor) if each.step.pk == step_id]
    if not found:
        raise Http404
    return _talk(own, found[0], _appeal_days(own, found))


def note_of(own: Own, note_id: UUID, language: str) -> NoteLine:
    """One short note of mine; Http404 for anybody else's."""
    rows = ConductNote.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST)
    row = rows.filter(pk=note_id).select_related("edition").prefetch_related("replies").first()
    if row is None:
        raise Http404
    return _note(own, row, language)


def _appeal_days(own: Own, steps: list[Taken]) -> dict[date, int]:
    """How many days a step of each day could be appealed; one read a day that has one."""
    zone = own.client.site.time_zone
    days = {local_day(each.step.at, zone) for each in steps if each.step.rung not in CARE_STEPS}
    program = program_for(own.client.pk) if days else None
    return {on: int(numbers_for(program, on)["conduct_appeal_days"]) for on in days}


def _talk(own: Own, each: Taken, days: dict[date, int]) -> Talk:
    step, appeal = each.step, each.appeal
    on = local_day(step.at, own.client.site.time_zone)
    until = last_day(on, days[on]) if on in days and step.rung not in CARE_STEPS else None
    asked = Appealed(
        step_on=on, decided_by=(), has_appeal=appeal is not None, can_be_appealed=until is not None
    )
    is_open = may_appeal(asked, own.today, days.get(on, 0)).outcome == ALLOW
    return Talk(
        title=str(STEPS[step.rung]),
        when=_day(own, step.at),
        with_whom=step.by.name,
        happened=f"{ABOUT[step.event.kind]}. {step.event.words}",
        words=step.words,
        consequence=step.consequence,
        ground=step.safety_ground,
        look_again=date_format(step.review_on, "DATE_FORMAT") if step.review_on else "",
        said=_said(own, each.replies),
        appeal=(str(ENDED[appeal.outcome]) if appeal.outcome else _("Somebody else looks at it."))
        if appeal
        else "",
        appeal_words=appeal.words if appeal else "",
        appeal_answer=appeal.answer if appeal else "",
        appeal_until=date_format(until, "DATE_FORMAT") if until else "",
        may_appeal=is_open,
        url=reverse("portal:talk", args=[step.pk]),
        step_id=step.pk,
        waits=not each.replies,
    )


def _notes(own: Own, language: str, most: int | None = MOST) -> list[NoteLine]:
    rows = ConductNote.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST)
    found = rows.filter(client=own.client).select_related("edition").prefetch_related("replies")
    return [_note(own, row, language) for row in found.order_by("-at")[:most]]


def _note(own: Own, row: Any, language: str) -> NoteLine:
    text = row.edition.spanish if language[:2] == "es" else row.edition.english
    return NoteLine(
        row.words,
        date_format(row.on, "DATE_FORMAT"),
        read_rules(text).by_code.get(row.rule_code, ""),
        _said(own, row.replies.all()),
        reverse("portal:short_note", args=[row.pk]),
    )


def _said(own: Own, replies: Any) -> tuple[tuple[str, str, str], ...]:
    return tuple((str(SAID[each.stance]), each.words, _day(own, each.at)) for each in replies)


def _day(own: Own, instant: Any) -> str:
    return date_format(own.at_wall(instant), "DATE_FORMAT")

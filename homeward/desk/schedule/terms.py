"""How a client is to be planned: in person or not, in which kind of group, with which history."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms
from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core.actors import Actor
from homeward.core.components import Fact, Moment
from homeward.core.forms import ActionForm
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.queries import reaches, team_of
from homeward.timetable.planning_words import MODES, POPULATIONS
from homeward.timetable.windows import PlanningTerms

IN_PERSON = PlanningTerms.Mode.IN_PERSON.value
EITHER = PlanningTerms.Mode.EITHER.value
MIXED = PlanningTerms.Population.MIXED.value
PREFERRED = [(code, MODES[code]) for code in (IN_PERSON, PlanningTerms.Mode.TELEHEALTH.value)]


class TermsForm(ActionForm):
    """What was agreed with the client, and from when."""

    mode = forms.ChoiceField(
        label=gettext_lazy("How can they meet?"), choices=list(MODES.items()),
        widget=forms.RadioSelect,
    )  # fmt: skip
    preferred_mode = forms.ChoiceField(
        label=gettext_lazy("Which of the two would they rather?"), choices=PREFERRED,
        widget=forms.RadioSelect, required=False,
        help_text=gettext_lazy("Counted only where both are possible."),
    )  # fmt: skip
    population = forms.ChoiceField(
        label=gettext_lazy("In which kind of group?"), choices=list(POPULATIONS.items()),
        widget=forms.RadioSelect,
        help_text=gettext_lazy("As agreed with the client; nobody is put into one unasked."),
    )  # fmt: skip
    starts_on = forms.DateField(
        label=gettext_lazy("This holds from"), widget=forms.DateInput(attrs={"type": "date"})
    )

    @staticmethod
    def known(terms: PlanningTerms | None, today: date) -> dict[str, Any]:
        """What holds now, to begin with."""
        return {
            "mode": terms.mode if terms else IN_PERSON,
            "preferred_mode": terms.preferred_mode if terms else IN_PERSON,
            "population": terms.population if terms else MIXED,
            "starts_on": today,
        }

    def told(self) -> dict[str, Any]:
        """After validation: what the action takes."""
        data = self.cleaned_data
        mode = data["mode"]
        preferred = data["preferred_mode"] or IN_PERSON
        return {
            "mode": mode,
            "preferred_mode": preferred if mode == EITHER else mode,
            "population": data["population"],
            "starts_on": data["starts_on"],
        }


@dataclass(frozen=True, slots=True)
class TermsCard:
    """What holds now, and all that held before."""

    facts: tuple[Fact, ...]
    history: tuple[Moment, ...]
    now: PlanningTerms | None

    @classmethod
    def of(cls, actor: Actor, client: Any, today: date, now: datetime) -> "TermsCard":
        """As far as the actor may read it."""
        rows = PlanningTerms.objects.for_actor(actor, Purpose.TREATMENT).filter(client_id=client.pk)
        held = list(rows.select_related("said_to").order_by("-starts_on", "-said_at"))
        holds = next(
            (
                row
                for row in held
                if row.starts_on <= today and (row.ends_on is None or row.ends_on > today)
            ),
            None,
        )
        return cls(
            facts=(
                Fact(_("Meets"), _meets(holds)),
                Fact(_("Groups"), str(POPULATIONS[holds.population if holds else MIXED])),
                *_of_chart(actor, client, now),
            ),
            history=tuple(_moment(row) for row in held),
            now=holds,
        )


def _of_chart(actor: Actor, client: Any, now: datetime) -> tuple[Fact, ...]:
    """What stands in the chart, to who reads it."""
    if not reaches(actor, client, RecordClass.IDENTITY):
        return ()
    own = next((each for each in team_of(actor, client, now) if each.is_primary), None)
    language = dict(settings.LANGUAGES).get(client.language, client.language)
    return (
        Fact(_("Language"), str(language)),
        Fact(_("Own counselor"), own.worker.name if own else "", empty=_("nobody yet")),
    )


def _meets(terms: PlanningTerms | None) -> str:
    if terms is None:
        return str(MODES[IN_PERSON])
    if terms.mode != EITHER:
        return str(MODES[terms.mode])
    rather = str(MODES[terms.preferred_mode]).lower()
    return _("Either, rather %(mode)s") % {"mode": rather}


def _moment(row: PlanningTerms) -> Moment:
    until = row.ends_on
    said = f"{_meets(row)} · {POPULATIONS[row.population]}"
    return Moment(
        _("from %(day)s") % {"day": date_format(row.starts_on, "j M Y")}
        if until is None
        else _("%(first)s until %(last)s")
        % {"first": date_format(row.starts_on, "j M Y"), "last": date_format(until, "j M Y")},
        said,
        by=row.said_to.name if row.said_to else "",
    )

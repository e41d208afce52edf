"""The schedule of questionnaires of a program: every line in force, and how one is changed."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core.actors import Actor
from homeward.core.components import Act, Tab
from homeward.core.forms import ActionForm
from homeward.core.reasons_words import words_for
from homeward.core.routes import policy_of
from homeward.desk.measures.pages.due import MOMENTS
from homeward.desk.measures.pages.scores import short_title
from homeward.desk.setup.pages import setup_tabs
from homeward.instruments.library import instrument_ids
from homeward.instruments.rules.schedule import Line, Moment, When
from homeward.instruments.scheduling import lines_for
from homeward.program.models import Phase, Program, RuleNumber

ROUTE = "desk:setup_questionnaires"
TAGS = {
    "law": gettext_lazy("Law"),
    "state": gettext_lazy("State rule"),
    "payer": gettext_lazy("Payer rule"),
    "norm": gettext_lazy("Practice of the field"),
    "default": gettext_lazy("Starting value"),
}
ASKED = (("yes", gettext_lazy("Ask it")), ("no", gettext_lazy("No longer ask it")))


class ScheduleLineForm(ActionForm):
    """One line: what, when, for whom, from which day, and by which source."""

    instrument = forms.ChoiceField(label=gettext_lazy("Questionnaire"))
    moment = forms.ChoiceField(label=gettext_lazy("When"))
    condition = forms.ChoiceField(label=gettext_lazy("For whom"))
    phase_id = forms.ChoiceField(label=gettext_lazy("In the phase"), required=False)
    from_month = forms.IntegerField(
        label=gettext_lazy("For follow-ups: from month"), required=False, min_value=0, max_value=24
    )
    starts_on = forms.DateField(
        label=gettext_lazy("From which day"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    is_asked = forms.ChoiceField(
        label=gettext_lazy("From that day on"), choices=ASKED, widget=forms.RadioSelect
    )
    tag = forms.ChoiceField(label=gettext_lazy("Kind of source"))
    source_title = forms.CharField(label=gettext_lazy("Source"), max_length=200)
    citation = forms.CharField(label=gettext_lazy("Citation"), max_length=200, required=False)

    def __init__(self, *args: Any, phases: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        titles = sorted((short_title(name), name) for name in instrument_ids())
        self._fill("instrument", [(name, title) for title, name in titles])
        self._fill("moment", [(each.value, MOMENTS[each]) for each in Moment])
        self._fill("condition", [(each.value, _condition(each)) for each in When])
        self._fill("phase_id", [("", _("Every phase")), *((str(p.pk), p.name) for p in phases)])
        self._fill("tag", [(code, TAGS[code]) for code in RuleNumber.Tag.values])

    def _fill(self, name: str, options: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = options

    def told(self) -> dict[str, Any]:
        """What `set_schedule_line` wants."""
        data = self.cleaned_data
        return {
            "moment": data["moment"],
            "instrument": data["instrument"],
            "condition": data["condition"],
            "is_asked": data["is_asked"] == "yes",
            "starts_on": data["starts_on"],
            "tag": data["tag"],
            "source_title": data["source_title"],
            "citation": data["citation"],
            "phase_id": data["phase_id"] or None,
            "from_month": data["from_month"] or 0,
        }


@dataclass(frozen=True, slots=True)
class ScheduledForm:
    """One line in force, in words."""

    name: str
    where: str
    source: str
    change: Act | None


@dataclass(frozen=True, slots=True)
class MomentCard:
    """One moment with the forms it asks."""

    title: str
    forms: tuple[ScheduledForm, ...]


@dataclass(frozen=True, slots=True)
class ScheduleTable:
    """The page: every moment with its forms, and the form to change a line."""

    program: Program
    tabs: tuple[Tab, ...]
    moments: tuple[MomentCard, ...]
    form: ScheduleLineForm | None
    address: str

    @classmethod
    def of(
        cls, actor: Actor, program: Program, today: date, asked: dict[str, str], typed: Any = None
    ) -> "ScheduleTable":
        """What is in force today; `asked` names a line of the page to begin its change with."""
        phases = list(Phase.objects.filter(program=program).order_by("position"))
        may_set = policy_of(ROUTE).allows(actor, "POST")
        names = {phase.code: phase for phase in phases}
        lines = lines_for(program.pk, today)
        return cls(
            program=program,
            tabs=setup_tabs(ROUTE),
            moments=tuple(
                MomentCard(
                    str(MOMENTS[moment]).capitalize(),
                    tuple(_line(line, names, may_set) for line in lines if line.moment is moment),
                )
                for moment in Moment
            ),
            form=ScheduleLineForm(typed, phases=phases, initial=_initial(asked, today))
            if may_set
            else None,
            address=reverse(ROUTE),
        )


def _line(line: Line, phases: dict[str, Phase], may_set: bool) -> ScheduledForm:
    name = short_title(line.instrument)
    parts = [_condition(line.when)]
    if line.phase:
        parts.append(_("in %(phase)s") % {"phase": phases[line.phase].name})
    if line.from_month:
        parts.append(_("from month %(n)s") % {"n": line.from_month})
    source = line.source
    said = f"{TAGS[source.tag]}: {source.title}" if source else ""
    query = {
        "instrument": line.instrument,
        "moment": line.moment.value,
        "condition": line.when.value,
        "phase_id": str(phases[line.phase].pk) if line.phase else "",
        "from_month": line.from_month or "",
        "is_asked": "no",
    }
    return ScheduledForm(
        name=name,
        where=" · ".join(parts),
        source=f"{said}, {source.citation}" if source and source.citation else said,
        change=Act(_("Change"), f"{reverse(ROUTE)}?{urlencode(query)}#change", about=name)
        if may_set
        else None,
    )


def _condition(when: When) -> str:
    """ "for everybody", or what must be so."""
    return _("for everybody") if when is When.ALWAYS else words_for(f"when_{when.value}")


def _initial(asked: dict[str, str], today: date) -> dict[str, Any]:
    names = ("instrument", "moment", "condition", "phase_id", "from_month", "is_asked")
    found = {name: asked[name] for name in names if asked.get(name)}
    return {"is_asked": "yes", "starts_on": today, "tag": "norm", **found}

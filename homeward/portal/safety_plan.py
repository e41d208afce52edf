"""The client's own safety plan on the phone: what to do first stands first, every number can be
pressed."""

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core.forms import ActionForm
from homeward.kernel.purposes import Purpose
from homeward.portal.own import Own
from homeward.safety.models import SafetyPlan
from homeward.safety.parts import content_hash, parts_of

# The parts in the client's words; grade 6, in the language of the page.
TITLES = {
    "signs": gettext_lazy("How I know it is starting"),
    "alone": gettext_lazy("What I can do on my own"),
    "places": gettext_lazy("People and places that take my mind off it"),
    "people": gettext_lazy("People I can ask for help"),
    "professionals": gettext_lazy("People whose job it is to help"),
    "safer": gettext_lazy("How I make my place safer"),
    "reasons": gettext_lazy("What I live for"),
}


class AgreeForm(ActionForm):
    """One's own name under one's own plan."""

    signer_name = forms.CharField(label=gettext_lazy("Your name"), max_length=120)
    read_hash = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)


@dataclass(frozen=True, slots=True)
class OwnLine:
    """One line, with a number to press where there is one."""

    text: str
    phone: str

    @property
    def dial(self) -> str:
        return "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")


@dataclass(frozen=True, slots=True)
class OwnPart:
    """One part of the plan."""

    title: str
    lines: tuple[OwnLine, ...]


@dataclass(frozen=True, slots=True)
class SafetyPlanPage:
    """The plan in force, and a new one that waits to be read."""

    parts: tuple[OwnPart, ...] = ()
    made: str = ""
    waiting: tuple[OwnPart, ...] = ()
    waiting_id: UUID | None = None
    form: AgreeForm | None = None
    change: ActionForm | None = None

    @classmethod
    def of(cls, own: Own, form: AgreeForm | None = None) -> "SafetyPlanPage":
        """`form` is an agreement that was refused."""
        rows = SafetyPlan.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST).filter(
            client=own.client, state__in=[SafetyPlan.State.ACTIVE, SafetyPlan.State.DRAFT]
        )
        found = {row.state: row for row in rows}
        plan = found.get(SafetyPlan.State.ACTIVE)
        draft = found.get(SafetyPlan.State.DRAFT)
        waits = draft if draft is not None and parts_of(draft.parts) else None
        if waits is not None and form is None:
            digest = content_hash(parts_of(waits.parts))
            form = AgreeForm(initial={"read_hash": digest}, version=waits.version)
        return cls(
            parts=own_parts(plan) if plan else (),
            made=_("from %(day)s") % {"day": date_format(own.at_wall(plan.active_at), "j F Y")}
            if plan and plan.active_at
            else "",
            waiting=own_parts(waits) if waits else (),
            waiting_id=waits.pk if waits else None,
            form=form if waits else None,
            change=ActionForm() if plan else None,
        )


def own_parts(plan: SafetyPlan) -> tuple[OwnPart, ...]:
    """The parts of a version, in their order."""
    return tuple(
        OwnPart(str(TITLES[code]), tuple(OwnLine(each.text, each.phone) for each in lines))
        for code, lines in parts_of(plan.parts).items()
    )

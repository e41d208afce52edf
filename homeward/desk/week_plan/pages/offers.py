"""What would come of an offer, and who may bring it about."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from homeward.desk.week_plan.forms.repairs import TakeOverForm
from homeward.desk.week_plan.ground import Ground
from homeward.timetable.rules.offer_records import (
    AUTHORIZATION,
    CLIENT_HOURS,
    CLIENT_TERMS,
    DAY_LENGTH,
    LEADING_TERMS,
    WORKING_HOURS,
    may_take_up,
    record_of,
)

KEEPERS = {
    CLIENT_HOURS: gettext_lazy(
        "Their counselor writes down new hours on the schedule tab, once the client agrees."
    ),
    CLIENT_TERMS: gettext_lazy(
        "Their counselor says on the schedule tab whether they meet in person or from afar."
    ),
    AUTHORIZATION: gettext_lazy(
        "The payer would have to authorize more hours; utilization review asks for them."
    ),
    DAY_LENGTH: gettext_lazy("The program sets how long a day may be; the director changes it."),
    WORKING_HOURS: gettext_lazy(
        "Working hours are kept in the program's file; the director changes them."
    ),
    LEADING_TERMS: gettext_lazy(
        "How much a colleague sees clients is kept in the program's file; the director changes it."
    ),
}


@dataclass(frozen=True, slots=True)
class OfferKeeper:
    """Either the button that brings it about, or who can; `url` leads to the record."""

    label: str
    words: str
    form: TakeOverForm | None
    url: str = ""


def keeper_of(question: Any, head: int | None, *, may_hours: bool) -> OfferKeeper:
    """One click where nothing but the week changes, or the client's hours are yours to write."""
    told = question.question["offer"]["if_not_for"]
    record = record_of(told["code"]) if told else ""
    client = question.question["client"]
    about_client = record in (CLIENT_HOURS, CLIENT_TERMS)
    url = reverse("desk:chart_schedule", args=[client]) if about_client and may_hours else ""
    if not may_take_up(told["code"] if told else "", may_say_hours=may_hours):
        return OfferKeeper("", str(KEEPERS[record]), None, url)
    form = None if head is None else TakeOverForm(initial={"alternative": 0}, version=head)
    if record == CLIENT_HOURS:
        words = _("Ask them first. Taking it over writes the new hours into their record.")
        return OfferKeeper(_("They agreed: write it down and take it over"), words, form, url)
    words = _("Nothing but this week changes; no record has to.")
    return OfferKeeper(_("Take this over"), words, form)


def verdict(ground: Ground, question: Any) -> tuple[str, ...]:
    """What would come of an offer: whether the need is met, and who else moves."""
    if not question.answers and question.question["offer"] is not None:
        return (_("What stood in the way is not there any more. Look at the board again."),)
    if question.question["offer"] is None:
        return ()
    found = question.answers[0]
    names = ground.labels.names
    who = {"name": names.client(found["client"]), "service": names.service(found["service"])}
    if not found["placed"]:
        return (_("It would not help: %(name)s would still lack %(service)s.") % who,)
    moved, faces = len(found["moved"]), len(found["other_faces"])
    lines = [_("With this, all of %(service)s of %(name)s has a place.") % who]
    lines.append(
        ngettext("%(count)d other person moves: %(names)s.",
                 "%(count)d other people move: %(names)s.", moved)
        % {"count": moved, "names": ", ".join(names.client(each) for each in found["moved"])}
        if moved
        else _("Nobody else moves.")
    )  # fmt: skip
    if faces:
        lines.append(
            ngettext("%d person meets another face.", "%d people meet another face.", faces) % faces
        )
    return tuple(lines)

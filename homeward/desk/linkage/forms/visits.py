"""Forms of appointments elsewhere, recovery residences, and work."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.consents.models import OutsideParty
from homeward.core.clock import local_day
from homeward.desk.linkage.forms.base import (
    LinkageForm,
    choose,
    day,
    line,
    moment,
    offered,
    place,
    radio,
    words,
)
from homeward.directory.kinds import Option
from homeward.linkage import words as said
from homeward.linkage.actions.appointments import SETTLES
from homeward.linkage.actions.work import check_days

KINDS = {
    "need": _("for a need"),
    "aftercare": _("care after this program"),
    "medical": _("a doctor or dentist"),
    "mental_health": _("mental health care"),
    "peer": _("recovery support"),
    "other": _("something else"),
}


class BookForm(LinkageForm):
    """With whom, when, and who there confirmed it."""

    provider = line(_("With whom"), 120, help_text=_("A person, or the desk that takes people in."))
    at = moment(_("When"), required=True)
    confirmed_by = line(_("Who there confirmed it"), 120)
    confirmed_how = radio(_("How"), said.CONFIRMED, initial="phone")
    place = line(_("Where"), 160, required=False)


class VisitForm(BookForm):
    """The same, of an appointment that follows nothing else."""

    kind = choose(_("What is it for?"), KINDS)
    field_order = ("kind", "provider", "at", "confirmed_by", "confirmed_how", "place")


class SettleForm(LinkageForm):
    """What became of it, and by whose word."""

    state = radio(
        _("What became of it?"),
        {code: text for code, text in said.APPOINTMENT_STATES.items() if code in SETTLES},
    )
    source = radio(_("By whose word"), {"": _("not needed"), **said.SAID_BY}, required=False)
    on = day(_("On which day"), help_text=_("Left empty, the day of the appointment."))
    note = words(_("Note"))


class StayForm(LinkageForm):
    """Which house, since when, and whom to call there."""

    service = place(_("Recovery residence"))
    moved_in_on = day(_("Moved in on"), required=True)
    certification = line(
        _("What the house says of its level"), 120, required=False,
        help_text=_("Its certificate and level, as it stands on the paper."),
    )  # fmt: skip
    house_contact = line(_("Whom to call at the house"), 120, required=False)
    house_phone = line(_("Telephone"), 40, required=False)

    def prepare(self, about: Any) -> None:
        self.offer("service", offered(Option.SOBER_LIVING))


class StayEndForm(LinkageForm):
    """Moving out."""

    moved_out_on = day(_("Moved out on"), required=True)
    left_for = radio(_("Where to, or why"), said.LEFT_FOR)


class GoalForm(LinkageForm):
    """What the client wants of work or school."""

    aim = radio(_("What is it?"), said.AIMS)
    own_words = words(_("In the client’s words"), required=True)


class GoalEndForm(LinkageForm):
    """How a goal ends."""

    because = radio(_("How did it end?"), said.GOAL_ENDINGS)


class EmployerForm(LinkageForm):
    """Whom somebody spoke with, and on what footing."""

    party = forms.ChoiceField(
        label=_("Somebody who was looked up"), required=False,
        help_text=_("Needed where the client’s consent is to carry it."),
    )  # fmt: skip
    party_name = line(_("Or by name"), 120, required=False)
    footing = radio(_("What was said about the client?"), said.FOOTINGS, initial="nothing")
    what = words(_("What it was about"), required=True)

    def prepare(self, about: Any) -> None:
        rows = OutsideParty.objects.filter(is_intermediary=False).order_by("name")
        self.offer("party", [("", _("nobody of them")), *((str(row.pk), row.name) for row in rows)])


class StartForm(LinkageForm):
    """What began, when, and how many hours a week."""

    what = line(_("What began"), 200)
    started_on = day(_("First day"), required=True)
    weekly_hours = forms.IntegerField(label=_("Hours a week"), min_value=1, max_value=80)


class CheckForm(LinkageForm):
    """Whether it held after so many days."""

    days = forms.ChoiceField(label=_("After how many days"))
    held = radio(_("Did it hold?"), said.HELD)
    source = radio(_("By whose word"), said.SAID_BY, required=False)

    def prepare(self, about: Any) -> None:
        today = local_day(about.now, about.client.site.time_zone)
        asked = {check.days for check in about.row.checks.all()}
        open_days = [
            days
            for days in check_days(about.client, about.now)
            if days not in asked and about.row.started_on + timedelta(days=days) <= today
        ]
        self.offer("days", [(str(days), str(days)) for days in open_days])

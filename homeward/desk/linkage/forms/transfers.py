"""Forms of transfers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

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
from homeward.linkage import words as said
from homeward.linkage.actions.packets import WAYS
from homeward.linkage.actions.transfers import STEPS, TAKES_IN
from homeward.linkage.kinds import TransferLevel

MEDIA = {
    "paper": _("on paper, handed over or mailed"),
    "pdf": _("as a sealed PDF"),
    "spoken": _("read to them on the phone"),
}


class TransferForm(LinkageForm):
    """Where to, why, how soon, and from which day on."""

    direction = radio(_("Which way?"), said.DIRECTIONS)
    level = choose(_("Where to?"), said.LEVELS)
    urgency = radio(_("How soon?"), said.URGENCIES, initial="routine")
    reason_code = choose(_("Why?"), said.REASONS_WHY)
    reason = words(_("In a sentence"))
    service = place(_("Place, if it is known"), required=False)
    from_day = day(
        _("Care at this level ends on"),
        help_text=_("The days to the first visit count from it. Left empty, it is today."),
    )

    def prepare(self, about: Any) -> None:
        self.offer("service", offered(""))


class PlaceForm(LinkageForm):
    """Which place."""

    service = place(_("Place"))

    def prepare(self, about: Any) -> None:
        option = said.OPTION_OF.get(TransferLevel(about.row.level), "")
        self.offer("service", offered(option, about.row.service))


class TransferAnswerForm(LinkageForm):
    """What the place said."""

    step = radio(_("What happened?"), {code: said.TRANSFER_STEPS[code] for code in STEPS})
    footing = radio(
        _("What was said about the client?"),
        {code: text for code, text in said.FOOTINGS.items() if code != "self"},
        initial="nothing",
    )
    spoke_with = line(_("Whom did you speak with?"), 120, required=False)
    at = moment(_("When"), help_text=_("Left empty, it is now."))
    note = words(_("Note"))


class PacketForm(LinkageForm):
    """Which parts, how they go, and to whom."""

    parts = forms.MultipleChoiceField(
        label=_("What goes"), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one part to send.")},
    )  # fmt: skip
    medium = radio(_("How it goes"), {code: MEDIA[code] for code in WAYS}, initial="pdf")
    spoke_with = line(_("To whom, by name"), 120)


class EndTransferForm(LinkageForm):
    """What came of it, without a kept first visit."""

    outcome = forms.ChoiceField(label=_("What came of it?"), widget=forms.RadioSelect)
    kept_on = day(_("On which day"), help_text=_("If they arrived and were admitted."))
    reason = words(_("In a sentence"))

    def prepare(self, about: Any) -> None:
        admits = about.row.level in TAKES_IN
        left_out = {"kept"} if admits else {"kept", "admitted"}
        pairs = said.TRANSFER_OUTCOMES.items()
        self.offer("outcome", [(code, text) for code, text in pairs if code not in left_out])

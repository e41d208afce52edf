"""Forms about needs, and about the places a client is sent to for them."""

from typing import Any

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
from homeward.directory.kinds import Option
from homeward.linkage import words as said
from homeward.linkage.actions.referrals import STEPS
from homeward.linkage.kinds import NeedKind

# Which option of a place answers a need.
OPTION_OF = {
    NeedKind.EMPLOYMENT: Option.EMPLOYMENT,
    NeedKind.LEGAL: Option.LEGAL_AID,
    NeedKind.HOUSING: Option.HOUSING,
    NeedKind.CHILDCARE: Option.CHILDCARE,
    NeedKind.TRANSPORT: Option.TRANSPORT,
    NeedKind.BENEFITS: Option.BENEFITS,
    NeedKind.EDUCATION: Option.EDUCATION,
    NeedKind.HEALTH_CARE: Option.HEALTH_CARE,
    NeedKind.FOOD: Option.FOOD,
    # Offices that see to benefits also help to get a birth certificate or an ID.
    NeedKind.DOCUMENTS: Option.BENEFITS,
}
ASKED = {code: text for code, text in said.WANTS.items() if code != "not_asked"}


class NeedForm(LinkageForm):
    """What it is about, how grave, and what the client wants."""

    kind = choose(_("What is it about?"), said.NEEDS)
    severity = radio(_("How much does it stand in the way?"), said.SEVERITIES, initial="moderate")
    wants = radio(_("What does the client want?"), said.WANTS, initial="now")
    own_words = words(_("In the client’s words"))
    note = words(_("Note"))


class AskedForm(LinkageForm):
    """What the client wants now."""

    wants = radio(_("What does the client want?"), ASKED)
    severity = radio(_("How much does it stand in the way?"), said.SEVERITIES)
    note = words(_("Note"))


class NoteForm(LinkageForm):
    """A sentence, if there is one to say."""

    note = words(_("Note"))


class SendForm(LinkageForm):
    """Where to, and on what footing the place is told."""

    service = place(_("Place"))
    footing = radio(_("How does the place hear of it?"), said.FOOTINGS, initial="self")
    spoke_with = line(_("Whom did you speak with?"), 120, required=False)
    note = words(_("Note"))

    def prepare(self, about: Any) -> None:
        self.offer("service", offered(OPTION_OF.get(NeedKind(about.row.kind), "")))


class AnswerForm(LinkageForm):
    """What the place said."""

    step = radio(_("What happened?"), {code: said.STEPS[code] for code in STEPS})
    footing = radio(_("What was said about the client?"), said.FOOTINGS, initial="nothing")
    spoke_with = line(_("Whom did you speak with?"), 120, required=False)
    at = moment(_("When"), help_text=_("Left empty, it is now."))
    note = words(_("Note"))


class EndReferralForm(LinkageForm):
    """What came of it."""

    outcome = radio(
        _("What came of it?"),
        {code: text for code, text in said.REFERRAL_OUTCOMES.items() if code != "kept"},
    )
    kept_on = day(_("On which day"), help_text=_("If the client got the help there."))
    reason = words(_("In a sentence"))

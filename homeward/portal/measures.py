"""The short forms a client answers on their own phone."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core.components import Act
from homeward.instruments import library, licensed
from homeward.instruments.forms import QuestionnaireForm
from homeward.instruments.inviting import open_invitations
from homeward.instruments.models import Sitting, Way
from homeward.instruments.rules.instrument import Instrument, Number
from homeward.instruments.rules.safety import Stage
from homeward.instruments.rules.scoring import score
from homeward.instruments.rules.sitting import standing_of
from homeward.instruments.sitting import open_sitting
from homeward.portal.help import Line, site_lines
from homeward.portal.own import Own

ENGLISH = "en"
# What a form is about, in words that tell a passer-by nothing.
TOPICS = {
    "audit": gettext_lazy("The past year"),
    "audit_c": gettext_lazy("The past year"),
    "bam": gettext_lazy("Your month"),
    "bam_iop": gettext_lazy("Your week"),
    "gad7": gettext_lazy("Worry and calm"),
    "pc_ptsd5": gettext_lazy("Hard memories"),
    "pcl5": gettext_lazy("Hard memories, more closely"),
    "phq9": gettext_lazy("Your mood"),
    "readiness_ruler": gettext_lazy("Where you stand"),
    "sds": gettext_lazy("Habits"),
    "sip2r": gettext_lazy("The past three months"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """One form that waits, with how long it takes."""

    title: str
    text: str
    act: Act


@dataclass(frozen=True, slots=True)
class Forms:
    """Every form that waits now; none is no fault."""

    lead: str
    asked: tuple[Asked, ...]

    @classmethod
    def of(cls, own: Own) -> "Forms":
        """What this client was invited to and has not answered."""
        asked = tuple(forms_asked(own))
        lead = _("One short form this week") if len(asked) == 1 else ""
        return cls(lead, asked)


def forms_asked(own: Own) -> list[Asked]:
    """The forms that wait, the first due first; only those that can be asked here."""
    invited = open_invitations(own.actor, own.client, own.today)
    if not invited:
        return []
    answerable = licensed.answerable()
    return [
        _asked(row.instrument)
        for row in invited
        if row.instrument in answerable and library.goes_to_phones(row.instrument)
    ]


def _asked(instrument_id: str) -> Asked:
    """A form by what it is about, never by a name that says a diagnosis to a passer-by."""
    count = len(library.instrument(instrument_id).items)
    minutes = max(1, round(count / 6))
    return Asked(
        topic_of(instrument_id),
        _("%(count)s questions, about %(minutes)s min. You can stop and go on later.")
        % {"count": count, "minutes": minutes},
        Act(
            _("Begin"),
            reverse("portal:question", args=[instrument_id]),
            "primary",
            about=topic_of(instrument_id),
        ),
    )


def topic_of(instrument_id: str) -> str:
    """What a form is about, in neutral words."""
    return str(TOPICS.get(instrument_id) or _("How it has been"))


@dataclass(frozen=True, slots=True)
class Danger:
    """Who answers now, shown with any answer that asks for somebody."""

    is_shown: bool
    lines: tuple[Line, ...]

    @classmethod
    def of(cls, own: Own, definition: Instrument, answers: Mapping[str, Number]) -> "Danger":
        """Whether an answer meets a safety rule now, and the numbers of the house."""
        holding = score(definition, answers, {}, Stage.SAVED).safety
        return cls(bool(holding), site_lines(own.client.site))


@dataclass(frozen=True, slots=True)
class Question:
    """One form being answered: one question at a time, or all of them."""

    title: str
    form: QuestionnaireForm
    address: str
    item_address: str
    is_one: bool
    progress: str
    is_first: bool
    is_last: bool
    asked: tuple[str, ...]
    saved: str
    recall: str
    attribution: str
    not_translated: str
    danger: Danger

    @classmethod
    def of(
        cls,
        own: Own,
        form: QuestionnaireForm,
        sheet: Sitting | None,
        answers: Mapping[str, Number],
        language: str,
    ) -> "Question":
        """The page of a form; the answers kept so far decide what is asked."""
        definition = form.instrument
        standing = standing_of(definition, answers)
        at = standing.asked.index(form.only) + 1 if form.only in standing.asked else 0
        all_in = len(standing.asked)
        return cls(
            title=topic_of(definition.id),
            form=form,
            address=reverse("portal:question", args=[definition.id]),
            item_address=reverse("portal:question_item", args=[definition.id]),
            is_one=form.only is not None,
            progress=_("Question %(at)s of %(all)s") % {"at": at, "all": all_in}
            if form.only
            else _("%(done)s of %(all)s answered") % {"done": standing.answered, "all": all_in},
            is_first=at <= 1,
            is_last=at == all_in,
            asked=standing.asked,
            saved=saved_words(sheet),
            recall=str(definition.meta.get("recall_period", "")) if language == ENGLISH else "",
            attribution=str(definition.meta.get("attribution", "")),
            not_translated=_(
                "This form is here in English only. Ask your counselor to go through it with you."
            )
            if language != ENGLISH and licensed.worded(definition.id, language) is None
            else "",
            danger=Danger.of(own, definition, answers),
        )


def saved_words(sheet: Sitting | None) -> str:
    """ "saved 09:52:10", or nothing yet."""
    if sheet is None:
        return ""
    return _("saved %(time)s") % {"time": date_format(timezone.localtime(sheet.saved_at), "H:i:s")}


def sheet_of(own: Own, instrument_id: str) -> Sitting | None:
    """The client's own sheet of this form, while it is open."""
    return open_sitting(own.actor, own.client, instrument_id, Way.PORTAL)


def may_answer(own: Own, instrument_id: str) -> bool:
    """Whether this form waits for this client: invited, or begun already."""
    if instrument_id not in library.instrument_ids() or not library.goes_to_phones(instrument_id):
        return False
    invited = {row.instrument for row in open_invitations(own.actor, own.client, own.today)}
    return instrument_id in invited or sheet_of(own, instrument_id) is not None


def wording_of(instrument_id: str, language: str) -> Instrument | None:
    """The form in the client's language, else in English; None where the house has no words."""
    return licensed.worded(instrument_id, language) or licensed.worded(instrument_id, ENGLISH)

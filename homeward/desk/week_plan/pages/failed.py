"""A plan that ended without a week."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core.forms import ActionForm
from homeward.desk.week_plan.refusal_words import refusal_words
from homeward.timetable.drafts import WeekDraft


@dataclass(frozen=True, slots=True)
class FailedPage:
    """What happened, and the way on."""

    title: str
    words: str
    again_url: str
    plans_url: str
    again: ActionForm | None

    @classmethod
    def of(cls, draft: WeekDraft) -> "FailedPage":
        """Stopped by hand, put aside, or not found."""
        is_put_aside = draft.state == WeekDraft.State.DISCARDED
        if draft.state == WeekDraft.State.CANCELLED:
            words = _("It was stopped before it had a first week.")
        elif is_put_aside:
            words = _("It was put aside before it had a first week.")
        else:
            words = refusal_words(draft.reason or "planning_failed")
        return cls(
            title=_("Week of %(day)s") % {"day": date_format(draft.starts_on, "j F")},
            words=words,
            again_url=reverse("desk:week_draft_again", args=[draft.pk]),
            plans_url=f"{reverse('desk:week_drafts')}?week={draft.starts_on.isoformat()}"
            f"&site={draft.site.code}",
            again=None if is_put_aside else ActionForm(),
        )

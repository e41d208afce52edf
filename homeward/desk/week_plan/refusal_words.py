"""Why a draft says no, in words."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from homeward.core.refusals import Refusal
from homeward.desk.week_plan.rule_words import rule_sentence
from homeward.timetable import words

REFUSALS = {
    "draft_is_open": _("This week has an open plan already. Go on with it, or put it aside first."),
    "week_is_over": _("Nothing of this week lies ahead."),
    "week_has_begun": _(
        "A week that has begun is not planned anew. Change the published week instead."
    ),
    "week_is_near": _(
        "People were told this week, and it begins too soon to be planned anew. Change the "
        "published week instead."
    ),
    "nobody_in_care": _("Nobody needs anything in this week yet."),
    "nothing_published": _("This week was not published yet. Start a plan instead."),
    "draft_not_ready": _(
        "This plan cannot be changed: it is being planned, published or put aside."
    ),
    "already_undone": _("This move was taken back before."),
    "nothing_there": _("What you moved is not there any more. The board shows what stands now."),
    "nothing_to_take_over": _("Choose one of the ways below."),
    "not_yours_to_change": _(
        "Somebody else keeps the record this rests on; see who can change it."
    ),
    "inside_notice": _("That time is over, or so near that people were promised it would stay."),
    "moved_meanwhile": _(
        "Somebody else moved the same people, room or group after you opened this page."
    ),
    "draft_outdated": _(
        "Records changed since this was planned. Plan again, or mend what is named."
    ),
    "nobody_on_duty": _("Nobody is on duty on a day that holds sessions."),
    "rules_are_broken": _("A rule is broken in this plan. Mend it on the board first."),
    "planning_failed": _("No week was found. Planning ended before it had one."),
    "planning_broke": _(
        "Planning ended on its own. Start it again; if it ends again, tell support."
    ),
    "rules_broken": _("What was planned broke a rule, so it was not kept. Start it again."),
}


def refusal_words(code: str) -> str:
    """The sentence of one code."""
    if code.startswith("rule_"):
        return rule_sentence(code[5:].upper().replace("_", "-"))
    return str(REFUSALS.get(code) or words.refusal(code))


def say_no(form: Any, refusal: Refusal) -> None:
    """Put each code's sentence above the form."""
    for code in dict.fromkeys(refusal.codes):
        form.add_error(None, refusal_words(code))

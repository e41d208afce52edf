"""The words of this room's codes, for the client's own pages and for staff."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from homeward.core.reasons_words import words_for
from homeward.dayplans.kinds import LineKind, Meetings, Share
from homeward.kernel.reasons import Decision, Reason, State

Words = Mapping[str, "str | Promise"]

KINDS: Words = {
    LineKind.SLEEP: _("Sleep"),
    LineKind.WORK: _("Work"),
    LineKind.SCHOOL: _("School"),
    LineKind.CHILDREN: _("Children"),
    LineKind.MEETING: _("Meeting"),
    LineKind.WELLBEING: _("Something good for me"),
    LineKind.OTHER: _("Something else"),
}
WEEKDAYS: tuple["str | Promise", ...] = (
    _("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"),
    _("Sunday"),
)  # fmt: skip
MANY_WEEKDAYS: tuple["str | Promise", ...] = (
    _("Mondays"), _("Tuesdays"), _("Wednesdays"), _("Thursdays"), _("Fridays"), _("Saturdays"),
    _("Sundays"),
)  # fmt: skip
PARTS: Words = {
    "night": _("at night"),
    "morning": _("in the morning"),
    "afternoon": _("in the afternoon"),
    "evening": _("in the evening"),
}
SHARED: Words = {
    Share.NOTHING: _("Nothing"),
    Share.EMPTY: _("Only when I have empty hours"),
    Share.ALL: _("My whole day"),
}
SHOWN_TO_TEAM: Words = {
    Share.NOTHING: _("shows nothing of it"),
    Share.EMPTY: _("shows the empty hours alone"),
    Share.ALL: _("shows everything"),
}
MEETINGS: Words = {
    Meetings.ANY: _("Any kind of meeting"),
    Meetings.SECULAR: _("Only meetings without religion"),
    Meetings.NONE: _("No meetings"),
}
SECTIONS: Words = {
    "triggers": _("What pulls me back"),
    "signs": _("How I notice it early"),
    "helps": _("What helps me"),
    "people": _("Who I call"),
    "after": _("If I use again, I do this first"),
}
HINTS: Words = {
    "triggers": _("People, places, hours, feelings. One on each line."),
    "signs": _("What changes first: sleep, thoughts, old plans?"),
    "helps": _("What got you through before? One on each line."),
    "people": _("A name and a number on each line."),
    "after": _("One day of use is not the end. Who do you tell, and what comes next?"),
}
REASONS: Words = {
    "hard_craving_weekday_part": _(
        "On %(hard)s of %(seen)s %(days)s %(part)s your craving was %(level)s or more"
    ),
    "hard_craving_weekday": _(
        "On %(hard)s of %(seen)s %(days)s your craving was %(level)s or more"
    ),
    "hard_craving_part": _(
        "On %(hard)s of %(seen)s days %(part)s your craving was %(level)s or more"
    ),
    "hard_mood_weekday_part": _("On %(hard)s of %(seen)s %(days)s %(part)s your mood was low"),
    "hard_mood_weekday": _("On %(hard)s of %(seen)s %(days)s your mood was low"),
    "hard_mood_part": _("On %(hard)s of %(seen)s days %(part)s your mood was low"),
    "hard_use_weekday": _("On %(hard)s of %(seen)s %(days)s you said there was use"),
}
TOLD_TO_STAFF: Words = {
    "client_hard_craving_weekday_part": _(
        "On %(hard)s of %(seen)s %(days)s %(part)s the craving was %(level)s or more"
    ),
    "client_hard_craving_weekday": _(
        "On %(hard)s of %(seen)s %(days)s the craving was %(level)s or more"
    ),
    "client_hard_craving_part": _(
        "On %(hard)s of %(seen)s days %(part)s the craving was %(level)s or more"
    ),
    "client_hard_mood_weekday_part": _(
        "On %(hard)s of %(seen)s %(days)s %(part)s the mood was low"
    ),
    "client_hard_mood_weekday": _("On %(hard)s of %(seen)s %(days)s the mood was low"),
    "client_hard_mood_part": _("On %(hard)s of %(seen)s days %(part)s the mood was low"),
    "client_hard_use_weekday": _("On %(hard)s of %(seen)s %(days)s the client said there was use"),
}
REFUSALS: Words = {
    "day_not_shared": _("The client does not share this day with the team now."),
    "day_already_begun": _("There is a day plan. Who sees it is the client’s to say."),
    "line_weekday_missing": _("Choose at least one day."),
    "line_has_no_length": _("The end must be another time than the start."),
    "line_kind_unknown": _("Choose what it is."),
    "line_label_missing": _("Write what it is."),
    "line_too_many": _("Your week is full of lines. Take some out first."),
    "line_day_out_of_reach": _("Choose a day from today on."),
    "list_kind_unknown": _("Choose what it is."),
    "list_label_missing": _("Write what it is, or who."),
    "list_minutes_unclear": _("From 5 to 600 minutes."),
    "list_hours_unclear": _("Write from when until when, or leave both open."),
    "list_too_long": _("Your list is long. Take something off first."),
    "share_unknown": _("Choose what your team sees."),
    "meetings_unknown": _("Choose which meetings."),
    "hour_taken": _("Something stands there now. Choose again."),
    "not_to_offer": _("This cannot be chosen now. Choose again."),
    "prevention_needs_triggers": _("Write at least one thing that pulls you back."),
    "prevention_needs_signs": _("Write at least one early sign."),
    "prevention_needs_helps": _("Write at least one thing that helps."),
    "prevention_needs_people": _("Write at least one person you call."),
    "prevention_section_unknown": _("This part does not belong to the plan."),
    "prevention_line_too_many": _("At most six lines in each part, so that it fits on one page."),
    "prevention_line_too_long": _("This line is too long. Keep it to a few words."),
    "prevention_changed_since": _("It was changed just now. Read it again."),
    "day_ahead": _("Choose a day that has come, within the last year."),
}
CODES: Words = {
    "dayplans.line.written": _("A line of the week was written"),
    "dayplans.line.ended": _("A line of the week was ended"),
    "dayplans.line.off": _("A line of the week was left out on one day"),
    "dayplans.line.back": _("A line of the week stands again on a day"),
    "dayplans.day.written": _("Something was written into a day"),
    "dayplans.day.taken_out": _("Something was taken out of a day"),
    "dayplans.hour.filled": _("An empty hour was filled"),
    "dayplans.list.written": _("Something was put on the own list"),
    "dayplans.list.copied": _("Something told before was copied onto the own list"),
    "dayplans.list.taken_off": _("Something was taken off the own list"),
    "dayplans.day.shared": _("Said who sees the day"),
    "dayplans.day.begun": _("A day plan was begun together"),
    "dayplans.meetings.chosen": _("Chose which meetings are offered"),
    "dayplans.prevention.kept": _("The prevention plan was written"),
    "dayplans.prevention.signed": _("The client made the prevention plan theirs"),
    "dayplans.use.told": _("The client told of a day"),
}


def said(words: Words, code: str) -> str:
    """A code in words."""
    return str(words.get(code, code))


def refusal(code: str) -> str:
    """The sentence of a code: of this room, or of the room that registered it."""
    return words_for(code)


def why_hard(decision: Decision, *, is_ones_own: bool = True) -> tuple[str, ...]:
    """The sentences that hold: from which days it is known that a stretch is hard."""
    prefix = "" if is_ones_own else "client_"
    return tuple(_sentence(each, prefix) for each in decision.lines(State.MET))


def _sentence(reason: Reason, prefix: str) -> str:
    detail = dict(reason.detail)
    parts = [str(PARTS[each]) for each in detail["parts"]]
    detail["part"] = _now(" or ").join(parts)
    detail["days"] = str(MANY_WEEKDAYS[int(detail["weekday"])])
    return words_for(f"{prefix}{reason.code}", detail)

"""The words of this room: refusals, why a word went where, what was done about it."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = Mapping[str, "str | Promise"]

REFUSALS: Words = {
    "told_urgency_missing": _("Say first how soon it must be read."),
    "told_words_missing": _("Write what you want us to know."),
    "told_too_often": _(
        "That was a lot in one hour. Your words still stand here. Send them later, or call us."
    ),
    "word_is_closed": _("What was done about this is on record already."),
    "word_end_unknown": _("Choose what was done."),
    "word_note_missing": _("Say in a sentence what was done."),
    "told_nobody_on_team": _("Nobody treats this client now. Choose another, or close it here."),
    "family_word_open": _("Close it on its own page, with what was done."),
    "family_ask_open": _("Answer it on its own page first."),
    "lesson_unknown": _("There is no such lesson."),
    "night_is_over": _("This night is over or called off."),
    "night_title_missing": _("Give the night a name."),
    "night_place_missing": _("Say where it is."),
    "night_time_ahead": _("Choose a time that lies ahead."),
    "night_runs_backwards": _("It must end after it begins."),
    "people_unclear": _("Between 1 and 9 people."),
    "ask_how_unknown": _("Choose how you could join."),
    "nobody_to_ask": _("There is nobody here whom this could reach."),
    "ask_outcome_unknown": _("Choose what came of it."),
    "nobody_invited": _("Choose who is to come."),
    "contact_not_allowed": _(
        "The client’s consent does not let this person hear of a session now. Ask the client to"
        " sign one that names messages."
    ),
}
REASONS: Words = {
    "matching_one_of_that_name": _("One person here bears the name that was written."),
    "matching_several_of_that_name": _("More than one person here bears that name."),
    "matching_the_one_they_stand_beside": _("The account stands beside this client."),
    "matching_nobody_named_for_certain": _("No name was written that is certain."),
}
CODES: Words = {
    "families.sent.taken": _("A message for the team came in"),
    "families.sent.closed": _("A message for the team was closed"),
    "families.word.placed": _("A message was given to the team"),
    "families.word.closed": _("A message for the team was dealt with"),
    "families.ask.taken": _("A family session was asked for"),
    "families.ask.closed": _("What came of asking for a family session was written down"),
    "families.session.booked": _("A family session was booked"),
    "families.night.made": _("A family night was set"),
    "families.night.cancelled": _("A family night was called off"),
}
# Who looks at their own record must not learn from it that somebody told the team something.
CONFIDED = frozenset({"families.word.placed", "families.word.closed"})
URGENCIES: Words = {
    "now": _("Danger now"),
    "today": _("Today"),
    "wait": _("It can wait"),
}
# What the sender reads in place of it.
URGENCIES_ASKED: Words = {
    "now": _("Someone is in danger now"),
    "today": _("You should read it today"),
    "wait": _("It can wait a few days"),
}
# What became of a word about a client; those of NEED_NOTE ask for a sentence.
DISPOSITIONS: Words = {
    "talked": _("Talked with the client, without saying from whom"),
    "watched": _("Kept in mind; the team knows"),
    "safety": _("Safety steps taken"),
    "emergency": _("Emergency services called"),
    "already_known": _("Known already"),
    "nothing_to_do": _("Read; nothing to do"),
}
# What became of a word that belongs to nobody in care here.
SENT_DISPOSITIONS: Words = {
    "nobody_here": _("Nobody to lay it to; kept"),
    "passed_on": _("Told to the counselor on duty"),
    "emergency": _("Emergency services called"),
    "not_for_us": _("Not for us"),
}
NEED_NOTE = frozenset({"safety", "emergency", "passed_on"})
HOWS: Words = {
    "here": _("In person"),
    "video": _("By video"),
    "phone": _("By phone"),
}
OUTCOMES: Words = {
    "booked": _("Booked"),
    "client_later": _("The client wants it later"),
    "client_no": _("The client does not want it"),
    "not_now": _("Not advised now"),
}


def said(words: Words, code: str) -> str:
    """The words of a code; a code without words says itself."""
    return str(words.get(code, code))

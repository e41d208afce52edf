"""The words of this room's refusals."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from homeward.core.reasons_words import words_for

REFUSALS: Mapping[str, "str | Promise"] = {
    "need_kind_unknown": _("Choose what it is about."),
    "need_severity_unknown": _("Say how much it stands in the way."),
    "need_wish_unknown": _("Say what the client wants."),
    "need_source_unknown": _("Say where it is known from."),
    "need_not_open": _("This need was met or set aside. Open it again first."),
    "need_not_ended": _("This need is open already."),
    "referral_already_open": _("The client is on the way to this place for it already."),
    "linkage_still_open": _("It is still open. Say on its own page what came of it."),
    "work_not_asked": _("Ask whether it still holds, and write it on the client’s page first."),
    "booking_provider_missing": _("Say with whom: a person, or a desk that takes people in."),
    "booking_time_ahead": _("Choose a time that lies ahead."),
    "booking_confirmed_by_missing": _("Say who there confirmed it. A plan is not a booking."),
    "booking_kind_unknown": _("Choose what the appointment is for."),
    "booking_how_unknown": _("Say how it was confirmed."),
    "appointment_is_ahead": _("This appointment is still to come."),
    "appointment_settled": _("What became of this appointment is already on record."),
    "settled_source_missing": _("Say by whose word it is known."),
    "transfer_direction_unknown": _("Say whether it is more care or less."),
    "transfer_level_unknown": _("Choose where the client goes."),
    "transfer_urgency_unknown": _("Say how soon."),
    "transfer_reason_missing": _("Say why."),
    "transfer_client_died": _(
        "It is written down that the client died: nothing is opened any more."
    ),
    "transfer_ended": _("What came of this transfer is already on record."),
    "visit_not_kept": _(
        "A first visit ends this: book the appointment, and say that it was kept once it was."
    ),
    "nothing_to_send": _("Choose at least one part to send."),
    "packets_are_for_clinicians": _("A clinician who signs the record sends a packet."),
    "work_aim_unknown": _("Choose what the client wants."),
    "work_words_missing": _("Write it in the client’s own words."),
    "work_goal_open": _("There is an open goal of this kind already."),
    "work_ending_unknown": _("Say how the goal ended."),
    "work_party_missing": _("Say whom you spoke with."),
    "work_what_missing": _("Say what it was, in short."),
    "work_starts_later": _("Write it down once it has begun."),
    "work_hours_unclear": _("Between 1 and 80 hours a week."),
    "work_answer_unknown": _("Say whether it held and by whose word."),
    "work_checked": _("This was asked before, or its day has not come."),
    "stay_no_residence": _("Choose a recovery residence."),
    "stay_day_ahead": _("Choose a day that is not ahead."),
    "stay_is_open": _("End the stay that is open first."),
    "stay_has_ended": _("This stay has ended."),
    "stay_runs_backwards": _("Moving out comes after moving in."),
    "stay_reason_unknown": _("Say where the client went."),
    "meeting_kind_unknown": _("Choose what kind of meeting."),
    "meeting_day_ahead": _("Choose a day that is not ahead."),
    "choice_milestone_unknown": _("Choose what to celebrate."),
    "choice_place_unknown": _("Choose where."),
    "choice_name_missing": _("Write the name to show."),
    "choice_day_ahead": _("Choose a day that is not ahead."),
}


def refusal(code: str) -> str:
    """The sentence of a code: of this room, or of the room that registered it."""
    return words_for(code)

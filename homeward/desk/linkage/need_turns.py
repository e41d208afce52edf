"""What may happen to a need, to a referral for it, and to an appointment."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from homeward.desk.linkage.forms import needs, visits
from homeward.desk.linkage.matters import BOOKING_FIELDS, booked
from homeward.desk.linkage.turns import Turn, same, which, who
from homeward.linkage import actions


def _end_need(is_met: bool) -> Any:
    return lambda form: actions.end_need(
        **which(form, "need_id"), is_met=is_met, note=form.cleaned_data["note"]
    )


NEED_TURNS: dict[str, Turn] = {
    "ask": Turn(
        _("What does the client want?"),
        needs.AskedForm,
        lambda form: actions.ask_about_need(
            **which(form, "need_id"), **same(form, "wants", "severity", "note")
        ),
        _("Written down."),
    ),
    "send": Turn(
        _("Send the client on"),
        needs.SendForm,
        lambda form: actions.send_on(
            actor=form.about.actor,
            need_id=form.about.row.pk,
            service_id=UUID(form.cleaned_data["service"]),
            **same(form, "footing", "spoke_with", "note"),
            now=form.about.now,
        ),
        _("Sent on. A task asks for the answer."),
        _("Without a consent that names the place, call there together with the client."),
        _("Send on"),
        {
            "consent_needed": "footing", "referral_already_open": "service",
            "place_retired": "service", "step_unknown": "footing",
        },
    ),
    "met": Turn(_("The need is met"), needs.NoteForm, _end_need(True), _("Met.")),
    "dropped": Turn(
        _("Set the need aside"), needs.NoteForm, _end_need(False), _("Set aside."),
        _("The client wants no help with it any more. It can be opened again."),
    ),
    "reopen": Turn(
        _("The need came back"),
        needs.AskedForm,
        lambda form: actions.reopen_need(
            **which(form, "need_id"), **same(form, "wants", "severity", "note")
        ),
        _("Open again; its clock begins anew."),
    ),
}  # fmt: skip

REFERRAL_TURNS: dict[str, Turn] = {
    "answer": Turn(
        _("What the place said"),
        needs.AnswerForm,
        lambda form: actions.record_answer(
            **which(form, "referral_id"),
            **same(form, "step", "footing", "spoke_with", "note"),
            at=form.at_site("at"),
        ),
        _("Recorded."),
        fields={"consent_needed": "footing", "later_than_now": "at", "step_unknown": "step"},
    ),
    "book": Turn(
        _("Book the appointment"),
        visits.BookForm,
        lambda form: actions.book(
            **who(form), **booked(form), kind="need", referral_id=form.about.row.pk
        ),
        _("Booked. A task asks the day after whether it was kept."),
        _("It is a booking with three facts: with whom, when, and who there confirmed it."),
        _("Book it"),
        BOOKING_FIELDS,
    ),
    "end": Turn(
        _("What came of it"),
        needs.EndReferralForm,
        lambda form: actions.end_referral(
            **which(form, "referral_id"), **same(form, "outcome", "reason", "kept_on")
        ),
        _("Ended, and the task with it."),
        _("A kept appointment ends it by itself. Without help given the need waits again."),
        fields={"outcome_needs_reason": "reason", "later_than_now": "kept_on"},
    ),
}

VISIT_TURNS: dict[str, Turn] = {
    "settle": Turn(
        _("Was it kept?"),
        visits.SettleForm,
        lambda form: actions.settle(
            **which(form, "appointment_id"), **same(form, "state", "source", "on", "note")
        ),
        _("Recorded."),
        fields={
            "appointment_is_ahead": "state", "settled_source_missing": "source",
            "later_than_now": "on",
        },
    ),
    "again": Turn(
        _("Book again"),
        visits.BookForm,
        lambda form: actions.book(
            **who(form),
            **booked(form),
            kind=form.about.row.kind,
            replaces_id=form.about.row.pk,
            transfer_id=form.about.row.transfer_id,
            referral_id=form.about.row.referral_id,
            service_id=form.about.row.service_id,
        ),
        _("Booked again; the earlier one stays on record."),
        "",
        _("Book it"),
        BOOKING_FIELDS,
    ),
}  # fmt: skip

STAY_END = Turn(
    _("Moving out"),
    visits.StayEndForm,
    lambda form: actions.move_out(
        **which(form, "stay_id"), **same(form, "moved_out_on", "left_for")
    ),
    _("The stay has ended."),
    fields={
        "stay_runs_backwards": "moved_out_on", "stay_day_ahead": "moved_out_on",
        "stay_has_ended": "moved_out_on",
    },
)  # fmt: skip

WORK_TURNS: dict[str, Turn] = {
    "start": Turn(
        _("A job or course began"),
        visits.StartForm,
        lambda form: actions.record_start(
            actor=form.about.actor, goal_id=form.about.row.pk, now=form.about.now,
            **same(form, "what", "started_on", "weekly_hours"),
        ),
        _("Written down. Two tasks ask later whether it held."),
        fields={"work_starts_later": "started_on", "work_what_missing": "what"},
    ),
    "employer": Turn(
        _("A word with an employer or a school"),
        visits.EmployerForm,
        lambda form: actions.note_employer(
            actor=form.about.actor, goal_id=form.about.row.pk, now=form.about.now,
            **same(form, "party_name", "footing", "what"),
            party_id=UUID(form.cleaned_data["party"]) if form.cleaned_data["party"] else None,
        ),
        _("Written down."),
        _("An employer hears of a client only by the client’s own consent, or from them."),
        fields={
            "consent_needed": "footing", "work_party_missing": "party_name",
            "work_what_missing": "what",
        },
    ),
    "end": Turn(
        _("End the goal"),
        visits.GoalEndForm,
        lambda form: actions.end_goal(
            **which(form, "goal_id"), because=form.cleaned_data["because"]
        ),
        _("The goal has ended."),
    ),
}  # fmt: skip
WORK_CHECK = Turn(
    _("Does it still hold?"),
    visits.CheckForm,
    lambda form: actions.record_check(
        actor=form.about.actor, start_id=form.about.row.pk, now=form.about.now,
        days=int(form.cleaned_data["days"]), **same(form, "held", "source"),
    ),
    _("Written down."),
    fields={"work_checked": "days", "work_answer_unknown": "source"},
)  # fmt: skip

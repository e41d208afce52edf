"""What may be begun on a client's page of daily life; the key stands in the address."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from homeward.desk.linkage.forms import needs, transfers, visits
from homeward.desk.linkage.turns import Turn, same, who
from homeward.linkage import actions

BOOKING_FIELDS = {
    "booking_provider_missing": "provider",
    "booking_time_ahead": "at",
    "booking_confirmed_by_missing": "confirmed_by",
    "booking_how_unknown": "confirmed_how",
    "booking_kind_unknown": "kind",
}


def id_of(text: str) -> UUID | None:
    """The id that was chosen; None where nothing was."""
    return UUID(text) if text else None


def booked(form: Any) -> dict[str, Any]:
    """The facts of a booking, as the action wants them."""
    return {
        **same(form, "provider", "confirmed_by", "confirmed_how", "place"),
        "at": form.at_site("at"),
    }


MATTERS: dict[str, Turn] = {
    "need": Turn(
        _("A need"),
        needs.NeedForm,
        lambda form: actions.tell_need(
            **who(form), **same(form, "kind", "severity", "wants", "own_words", "note"),
            source="staff",
        ),
        _("Written down."),
        _("An answer in an interview is not a wish. What the client wants is asked."),
        fields={"need_kind_unknown": "kind"},
    ),
    "visit": Turn(
        _("Book an appointment elsewhere"),
        visits.VisitForm,
        lambda form: actions.book(
            **who(form), **booked(form), kind=form.cleaned_data["kind"]
        ),
        _("Booked. A task asks the day after whether it was kept."),
        _("It is a booking with three facts: with whom, when, and who there confirmed it."),
        fields=BOOKING_FIELDS,
    ),
    "stay": Turn(
        _("A recovery residence"),
        visits.StayForm,
        lambda form: actions.move_in(
            **who(form),
            service_id=UUID(form.cleaned_data["service"]),
            **same(form, "moved_in_on", "certification", "house_contact", "house_phone"),
        ),
        _("The stay is on record. The house was told nothing by it."),
        _("What the house may hear, the client’s consents decide each time."),
        fields={
            "stay_no_residence": "service",
            "stay_day_ahead": "moved_in_on",
            "stay_is_open": "service",
        },
    ),
    "work": Turn(
        _("Work or school"),
        visits.GoalForm,
        lambda form: actions.set_goal(**who(form), **same(form, "aim", "own_words")),
        _("The goal is on record."),
        fields={
            "work_aim_unknown": "aim", "work_words_missing": "own_words", "work_goal_open": "aim",
        },
    ),
    "transfer": Turn(
        _("Open a transfer"),
        transfers.TransferForm,
        lambda form: actions.open_transfer(
            **who(form),
            **same(form, "direction", "level", "urgency", "reason_code", "reason", "from_day"),
            service_id=id_of(form.cleaned_data["service"]),
        ),
        _("The transfer is open, with a task until its first visit is kept."),
        _("Opening it tells nobody outside. What leaves is decided when it is sent."),
        _("Open the transfer"),
        {
            "transfer_direction_unknown": "direction", "transfer_level_unknown": "level",
            "transfer_reason_missing": "reason_code", "place_retired": "service",
        },
    ),
}  # fmt: skip

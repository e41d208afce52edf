"""What may happen to a transfer."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from homeward.desk.linkage.forms import transfers, visits
from homeward.desk.linkage.matters import BOOKING_FIELDS, booked
from homeward.desk.linkage.turns import Turn, same, which, who
from homeward.linkage import actions

TRANSFER_TURNS: dict[str, Turn] = {
    "place": Turn(
        _("The place"),
        transfers.PlaceForm,
        lambda form: actions.choose_place(
            **which(form, "transfer_id"), service_id=UUID(form.cleaned_data["service"])
        ),
        _("The place is chosen."),
        fields={"place_retired": "service"},
    ),
    "answer": Turn(
        _("What the place said"),
        transfers.TransferAnswerForm,
        lambda form: actions.record_step(
            **which(form, "transfer_id"),
            **same(form, "step", "footing", "spoke_with", "note"),
            at=form.at_site("at"),
        ),
        _("Recorded."),
        fields={
            "consent_needed": "footing", "place_needed": "footing", "later_than_now": "at",
            "step_unknown": "step",
        },
    ),
    "book": Turn(
        _("Book the first visit"),
        visits.BookForm,
        lambda form: actions.book(
            **who(form), **booked(form), kind="transfer", transfer_id=form.about.row.pk
        ),
        _("Booked. The transfer is followed until the visit is kept."),
        _("It is a booking with three facts: with whom, when, and who there confirmed it."),
        _("Book it"),
        BOOKING_FIELDS,
    ),
    "end": Turn(
        _("What came of the transfer"),
        transfers.EndTransferForm,
        lambda form: actions.end_transfer(
            **which(form, "transfer_id"), **same(form, "outcome", "reason", "kept_on")
        ),
        _("Ended, and the task with it."),
        _("A first visit that was kept ends it by itself."),
        fields={
            "outcome_needs_reason": "reason", "visit_not_kept": "outcome",
            "later_than_now": "kept_on",
        },
    ),
}  # fmt: skip

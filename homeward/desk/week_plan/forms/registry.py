"""The form of each kind of move, by the word that stands in its address."""

from typing import Any

from homeward.desk.week_plan.forms.moves import (
    ChangeLeaderForm,
    ChangeRoomForm,
    CloseGroupForm,
    LeaveSeatForm,
    MoveForm,
    MoveMeetingForm,
    TakeSeatForm,
)
from homeward.desk.week_plan.forms.opening import OpenGroupForm
from homeward.desk.week_plan.forms.singles import (
    DropSingleForm,
    MoveSingleForm,
    PlaceSingleForm,
)

MOVE_FORMS: dict[str, type[MoveForm]] = {
    form.kind: form
    for form in (
        MoveMeetingForm, ChangeRoomForm, ChangeLeaderForm, TakeSeatForm, LeaveSeatForm,
        OpenGroupForm, CloseGroupForm, PlaceSingleForm, MoveSingleForm, DropSingleForm,
    )
}  # fmt: skip


def form_for(kind: Any) -> type[MoveForm] | None:
    """The form of a kind; None for a word nobody knows."""
    return MOVE_FORMS.get(str(kind))

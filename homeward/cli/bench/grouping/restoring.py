"""Every deleted draft and every voided note of a group, brought back by the program's own pages.

Ten drafts are deleted and brought back; then the same ten notes are signed, voided and brought
back. Timed is what a person does: the list, the note, the button.
"""

import time
from datetime import datetime, timedelta
from typing import Any

from homeward.cli.bench.grouping.texts import OWN, SHARED
from homeward.kernel.bad_input import BadInput

FIELDS = {"participation": ("shared",), "response": ("engaged",), "progress": "some_progress"}
WHY = "the group bench counts what came back"
TEXTS = (*OWN, "Spoke of the bus that passes the old corner, and of the longer way around it.")


def restore_everything(starts_at: datetime) -> dict[str, Any]:
    """How many were brought back, whole, and how long that took by the pages."""
    from django.test import Client as Browser

    from homeward.cli.bench.grouping.world import make_room
    from homeward.core import clock

    clock.shift_to(starts_at)
    made = make_room(starts_at)
    browser = Browser()
    if not browser.login(username=made.user, password=made.password):
        raise BadInput("password", "the cast has another one")
    _come_and_write(made, starts_at + timedelta(minutes=5))
    words = _words(made)
    for note_id in words:
        _post(browser, "note_deletion", note_id, reason="not_needed")
    drafts = _bring_back(browser, list(words), {})
    _sign_and_void(made, starts_at + timedelta(minutes=95))
    browser.login(username=made.user, password=made.password)
    why = {"words": "It was the right record.", "password": made.password}
    voided = _bring_back(browser, list(words), why)
    if _words(made) != words:
        raise RuntimeError("what came back is not what was there")
    return {
        "drafts_brought_back": len(drafts),
        "voided_notes_brought_back": len(voided),
        "slowest_seconds": round(max(drafts + voided), 2),
        "seconds_for_all": round(sum(drafts + voided), 1),
    }


def _come_and_write(made: Any, at: datetime) -> None:
    from homeward.attendance.actions import mark_attendance
    from homeward.core import clock
    from homeward.notes.actions import save_note_draft, save_shared_part
    from homeward.timetable.models import Seat

    clock.shift_to(at)
    actor = _actor(made)
    save_shared_part(actor=actor, session_id=made.session_id, body=SHARED, now=at)
    seats = Seat.objects.unscoped(WHY).filter(session_id=made.session_id).order_by("number")
    for seat, body in zip(seats, TEXTS, strict=True):
        mark_attendance(actor=actor, seat_id=seat.pk, state="present", now=at)
        save_note_draft(
            actor=actor, session_id=made.session_id, client_id=seat.client_id, body=body,
            now=at, **FIELDS,  # type: ignore[arg-type]
        )  # fmt: skip


def _sign_and_void(made: Any, at: datetime) -> None:
    from homeward.core import clock
    from homeward.notes.actions import close_group, sign_note
    from homeward.notes.actions.set_note_aside import void_note

    clock.shift_to(at)
    actor = _actor(made)
    close_group(actor=actor, session_id=made.session_id, now=at)
    for note_id in _words(made):
        sign_note(actor=actor, note_id=note_id, authenticated_at=at, now=at)
        void_note(
            actor=actor, note_id=note_id, reason="written_twice", words="Two of the same day.",
            authenticated_at=at, now=at,
        )  # fmt: skip


def _bring_back(browser: Any, note_ids: list[Any], typed: dict[str, str]) -> list[float]:
    """Each from the list by its own page; how long each took."""
    from django.urls import reverse

    took = []
    for note_id in note_ids:
        began = time.monotonic()
        page = browser.get(reverse("desk:note_asides")).content.decode()
        address = reverse("desk:note", args=[note_id])
        if address not in page or browser.get(address).status_code != 200:
            raise RuntimeError("what was set aside is not in its list")
        _post(browser, "note_restoration", note_id, **typed)
        took.append(time.monotonic() - began)
    return took


def _post(browser: Any, name: str, note_id: Any, **typed: str) -> None:
    from django.urls import reverse

    from homeward.core.submissions import new_key

    url = reverse(f"desk:{name}", args=[note_id])
    answer = browser.post(url, {"form_key": new_key(), **typed})
    if answer.status_code != 302:
        raise RuntimeError(f"{name}: {answer.status_code}")


def _words(made: Any) -> dict[Any, str]:
    from homeward.notes.models import ClientNote

    rows = ClientNote.objects.unscoped(WHY).filter(session_id=made.session_id)
    return {row.pk: str(row.body) for row in rows.order_by("pk")}


def _actor(made: Any) -> Any:
    from homeward.accounts.models import Account
    from homeward.core.actors import actor_of

    return actor_of(Account.objects.get(username=made.user))

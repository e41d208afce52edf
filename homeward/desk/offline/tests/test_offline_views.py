"""Sending sealed entries over the wire, and what waits for their writer."""

import json
import uuid

import pytest
from django.urls import reverse

from homeward.attendance.models import AttendanceMark, OfflineEntry
from homeward.attendance.sealing import current_key, sealed_for
from homeward.core import clock
from homeward.core.middleware import SEALED_WAITS
from homeward.core.submissions import new_key
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.notes.actions import save_shared_part
from homeward.notes.models import ClientNote
from homeward.timetable.tests.planned import HALF_PAST_NINE, planned_room

pytestmark = pytest.mark.django_db
KEEPING = "Called her sister before going home."


@pytest.fixture
def room(cast):
    clock.shift_to(HALF_PAST_NINE)
    return planned_room(cast)


def entry(room, what, fields, **more):
    content = {
        "account": str(room.dana.account.pk), "session": str(room.session.pk), "what": what,
        "client": str(room.jo.pk), "at": clock.now().isoformat(), "fields": fields, "seen": None,
        **more,
    }  # fmt: skip
    return sealed_for(current_key(clock.now()), uuid.uuid4(), content)


def mark(room, state):
    return entry(room, "mark", [["seat", str(room.seat.pk)], ["state", state]])


def send(browser, *envelopes):
    body = json.dumps({"sent": clock.now().isoformat(), "entries": envelopes})
    return browser.post(reverse("desk:offline_entries"), body, content_type="application/json")


def outcomes(answer):
    return [each["outcome"] for each in answer.json()["outcomes"].values()]


def test_marks_and_words_are_taken_in_by_the_rooms_own_actions(room):
    """Words written blind go below what is stored; sent twice, all stands once."""
    browser = signed_in(room.dana)
    sent = [
        mark(room, "present"),
        entry(room, "draft", [["body", "First."]]),
        entry(room, "draft", [["body", KEEPING]]),
        entry(room, "shared", [["shared", "Evenings."]], client=None),
    ]
    assert outcomes(send(browser, *sent)) == outcomes(send(browser, *sent)) == ["applied"] * 4
    assert ClientNote.objects.unscoped("test").get().body == f"First.\n\n{KEEPING}"
    assert AttendanceMark.objects.unscoped("test").get().source == "offline"


def test_what_cannot_be_put_in_its_place_waits_for_its_writer(room):
    """An unknown state; its writer sees it, a colleague does not, and puts it away."""
    browser = signed_in(room.dana)
    assert outcomes(send(browser, mark(room, "asleep"))) == ["refused"]
    page = browser.get(reverse("desk:offline_waiting")).content.decode()
    assert "A mark of attendance" in page and "asleep" in page
    other = signed_in(room.sam).get(reverse("desk:offline_waiting")).content.decode()
    assert "asleep" not in other

    row = OfflineEntry.objects.get()
    address = reverse("desk:offline_settle", args=[row.pk])
    assert signed_in(room.sam).post(address, {"form_key": new_key()}).status_code == 404
    browser.post(address, {"form_key": new_key()})
    assert "asleep" not in browser.get(reverse("desk:offline_waiting")).content.decode()


def test_a_pad_that_is_sent_in_pieces_stands_once(room):
    """The network came and went while somebody wrote on."""
    browser = signed_in(room.dana)
    pieces = ["Called", "Called her sister", KEEPING]
    for number, piece in enumerate(pieces):
        below = [{"body": each} for each in pieces[:number]]
        sent = entry(room, "draft", [["body", piece]], below=below)
        assert outcomes(send(browser, sent)) == ["applied"]
    assert ClientNote.objects.unscoped("test").get().body == KEEPING


def test_a_refused_part_for_everyone_is_a_to_do_of_its_writer(room):
    """It is about no one client, and stands on the writer's page all the same, until put away."""
    save_shared_part(
        actor=room.dana.actor, session_id=room.session.pk, body="Mornings.", now=clock.now()
    )
    apart = entry(
        room, "shared", [["shared", "Evenings."]], client=None, seen=[{"shared": "Noon."}]
    )
    browser, todo = signed_in(room.dana), reverse("desk:tasks")
    assert outcomes(send(browser, apart)) == ["refused"]

    page = browser.get(todo).content.decode()
    assert "Written without network, not taken in" in page
    assert "The shared part of a note" in page and "Evenings" not in page
    assert "not taken in" not in signed_in(room.sam).get(todo).content.decode()
    row = OfflineEntry.objects.get()
    browser.post(reverse("desk:offline_settle", args=[row.pk]), {"form_key": new_key()})
    assert "not taken in" not in browser.get(todo).content.decode()


def test_a_later_mark_of_somebody_stands(room):
    """An older mark that arrives after it changes nothing, unless it says the same."""
    from homeward.attendance.actions import mark_attendance

    older, same = mark(room, "no_show"), mark(room, "present")
    mark_attendance(
        actor=room.fay.actor, seat_id=room.seat.pk, state="present", now=clock.now()
    )  # fmt: skip
    assert outcomes(send(signed_in(room.dana), older, same)) == ["refused", "applied"]
    assert AttendanceMark.objects.unscoped("test").get().state == "present"


def test_refuses_what_no_device_of_ours_sent(room):
    browser = signed_in(room.dana)
    for body in ("", "[]", '{"sent": "yesterday", "entries": []}', '{"sent": 1}'):
        url = reverse("desk:offline_entries")
        assert browser.post(url, body, content_type="application/json").status_code == 400
    assert browser.post(reverse("desk:offline_entries"), {"sent": "1"}).status_code == 400
    assert outcomes(send(browser, {"key": str(uuid.uuid4())})) == ["unreadable"]
    assert outcomes(send(signed_in(room.ruth), mark(room, "present"))) == ["anothers"]


def test_signing_out_keeps_what_waits_sealed(room):
    """Everything else the browser kept goes, as ever."""
    for waits, cleared in ((False, '"cache", "storage"'), (True, '"cache"')):
        browser = signed_in(room.dana)
        if waits:
            browser.cookies[SEALED_WAITS] = "1"
        answer = browser.post(reverse("account_logout"))
        assert answer.headers["Clear-Site-Data"] == cleared

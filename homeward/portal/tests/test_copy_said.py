"""The copy holds every thread with the team, files by name, and nothing that was confided."""

import json
from datetime import timedelta

import pytest

from homeward.conversations import actions
from homeward.conversations.models import Conversation, Message, OutsideMessage
from homeward.conversations.tests.test_messages import PNG, answer, noon, rows, write
from homeward.portal.tests import scene
from homeward.testing.cast import NOON
from homeward.testing.company import consent

__all__ = ["noon"]
HOUR = timedelta(hours=1)
APART = ("Kim asks in confidence", "Hello Kim", "A thank-you, settled by telephone", "Moreau")


@pytest.fixture
def told(noon, client):
    """Jo and Dana wrote, with a file; Jo took one back; Kim wrote; Pat wrote to Dana, too."""
    asked = write(noon, "River at ten?", uploads=[PNG]).message
    actions.see(actor=noon.dana.actor, messages=[asked], now=NOON + HOUR)
    answer(noon, "Yes, ten by the river.", now=NOON + HOUR)
    gone = write(noon, "River never mind", now=NOON + 2 * HOUR).message
    actions.take_back(actor=noon.jo.actor, model=Message, message_id=gone.pk, now=NOON + 2 * HOUR)
    write(noon, "Thank you!", now=NOON + 3 * HOUR)
    actions.needs_no_answer(
        actor=noon.dana.actor, model=Conversation, thread_id=rows(Conversation).get().pk,
        reason=APART[2], now=NOON + 3 * HOUR,
    )  # fmt: skip
    consent(noon, "family", "family_support", noon.kim.row, ["messages"])
    outside = {"contact_id": noon.kim.row.pk, "now": NOON}
    actions.write_from_outside(actor=noon.kim.actor, body=APART[0], **outside)
    actions.answer_contact(actor=noon.dana.actor, body=APART[1], **outside)
    assert rows(OutsideMessage).count() == 2
    base = {"client": noon.pat.row, "site": noon.pat.row.site, "at": NOON}
    thread = Conversation.objects.create(
        client=noon.pat.row, site=noon.pat.row.site, role="counselor", owner=noon.dana.row,
        last_at=NOON,
    )  # fmt: skip
    Message.objects.create(**base, conversation=thread, channel="page", body="Moreau wrote this.")
    made = actions.approve_text(
        actor=noon.dina.actor, code="call_us", en="Please call us when you can.",
        es="Llámenos cuando pueda.", now=NOON,
    )  # fmt: skip
    actions.send_desk_word(
        actor=noon.fay.actor, client_id=noon.jo.pk, text_id=made.pk, now=NOON + HOUR
    )
    there = scene.session(noon, NOON + HOUR, "Early group")
    seat = scene.seat(noon, noon.jo, there, noon.episode)
    actions.say_late(actor=noon.jo.actor, seat_id=seat.pk, minutes=20, why="bus", now=NOON)
    client.force_login(noon.jo.account)
    return client


def bundle(client):
    entries = json.loads(client.get("/me/record/copy/for-others/").content)["entry"]
    found = [entry["resource"] for entry in entries]
    return [each for each in found if each["resourceType"] == "Communication"], entries


def test_the_file_to_read_holds_the_thread_the_texts_and_being_late(noon, told):
    words = told.get("/me/record/copy/to-read/").content.decode()
    for own in (
        "Messages with my team", "River at ten?", noon.dana.row.name, "Yes, ten by the river.",
        "document-1.pdf, 1 page", "Taken back.", "Please call us when you can.", "Early group",
        "Bus or ride",
    ):  # fmt: skip
        assert own in words, own
    assert "River never mind" not in words
    assert words.index("River at ten?") < words.index("Yes, ten by the river.")
    for apart in APART:
        assert apart not in words, apart


def test_the_desk_s_words_come_in_the_reader_s_language(noon, told):
    noon.jo.account.language = "es"
    noon.jo.account.save()
    words = told.get("/me/record/copy/to-read/").content.decode()
    assert "Llámenos cuando pueda." in words and "Please call us" not in words


def test_the_bundle_has_each_message_as_a_communication(noon, told):
    said, entries = bundle(told)
    places = {entry["fullUrl"] for entry in entries}
    me = f"urn:uuid:{noon.jo.pk}"
    for each in said:
        assert each["subject"] == {"reference": me} and me in places
        assert each["status"] in {"completed", "entered-in-error"}
        assert {"reference": me} in (each["sender"], *each["recipient"])
    by = {each["payload"][0]["contentString"]: each for each in said if "payload" in each}
    asked, answered = by["River at ten?"], by["Yes, ten by the river."]
    assert asked["sender"] == {"reference": me}
    assert asked["received"] == (NOON + HOUR).isoformat() and "received" not in answered
    assert asked["payload"][1]["contentAttachment"]["title"] == "document-1.pdf"
    assert "data" not in asked["payload"][1]["contentAttachment"]
    assert answered["sender"] == {"display": noon.dana.row.name}
    (gone,) = [each for each in said if "payload" not in each]
    assert gone["status"] == "entered-in-error"
    assert len(said) == 6


@pytest.mark.parametrize("path", ["to-read", "for-others"])
def test_nothing_confided_staff_only_or_of_another_client_is_in_it(told, path):
    content = told.get(f"/me/record/copy/{path}/").content.decode()
    for apart in (*APART, "River never mind"):
        assert apart not in content, apart

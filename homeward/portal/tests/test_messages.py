"""Messages, running late and help in one step; what a relative’s page never gives away."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client as Browser
from django.urls import reverse

from homeward.attendance.models import AttendanceMark
from homeward.consents.models import Revocation
from homeward.conversations import actions
from homeward.conversations.models import (
    Conversation,
    Message,
    OutsideMessage,
    RunningLate,
)
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.families.models import SentIn
from homeward.kernel.purposes import Purpose
from homeward.linkage.models import Need
from homeward.portal.tests.scene import seat, session
from homeward.testing.cast import NOON, Cast, Player
from homeward.testing.company import consent

pytestmark = pytest.mark.django_db
SERVICE = Actor.of_service("test")


@pytest.fixture
def noon(cast: Cast) -> Any:
    clock.shift_to(NOON)
    yield cast
    clock.shift_to(None)


def rows(model: Any) -> Any:
    return model.objects.for_actor(SERVICE, Purpose.OPERATIONS)


def signed_in(player: Player) -> Browser:
    browser = Browser()
    browser.force_login(player.account)
    return browser


def sent(browser: Browser, path: str, page: str = "", **typed: Any) -> Any:
    found = browser.get(page or path).content.decode()
    key = re.search(r'name="form_key" value="([^"]+)"', found)
    assert key, found[-2000:]
    return browser.post(path, {"form_key": key.group(1), **typed})


def test_a_client_writes_is_told_when_and_reads_the_answer(noon: Cast) -> None:
    jo = signed_in(noon.jo)
    to = reverse("portal:messages_to", args=["counselor"])
    listed = jo.get(reverse("portal:messages")).content.decode()
    assert "Dana Reyes" in listed and to in listed and "988" in listed
    page = jo.get(to).content.decode()
    # Nobody's hours are on file in this cast, and so no time is said.
    assert "cannot say when" in page and "tel:988" in page and "hear back" not in page
    assert sent(jo, to, body="Kestrel at ten?").status_code == 302
    assert sent(jo, to, body=" ").status_code == 422
    assert jo.get(reverse("portal:messages_to", args=["nurse"])).status_code == 404
    row = rows(Message).get()
    assert "Kestrel at ten?" in jo.get(to).content.decode()
    assert rows(Conversation).get().waits_since is not None
    actions.write_to_client(
        actor=noon.dana.actor, client_id=noon.jo.pk, role="counselor", body="Yes, ten.", now=NOON
    )
    assert "1 new message" in jo.get(reverse("portal:today")).content.decode()
    assert "Yes, ten." in jo.get(to).content.decode()
    assert "1 new message" not in jo.get(reverse("portal:today")).content.decode()
    draft = reverse("portal:messages_draft", args=["counselor"])
    assert "saved" in sent(jo, draft, to, body="Half a thou").json()
    assert "Half a thou" in jo.get(to).content.decode()
    # Another client of another house reaches nothing of it, by any door.
    pat = signed_in(noon.pat)
    back = reverse("portal:message_back", args=[row.pk])
    assert sent(pat, back, to).status_code == 404
    assert "Kestrel" not in pat.get(to).content.decode()
    assert sent(jo, back, to).status_code == 302
    assert "Kestrel" not in jo.get(to).content.decode()


def test_danger_shows_help_at_once_and_says_who_was_told(noon: Cast) -> None:
    jo = signed_in(noon.jo)
    to = reverse("portal:messages_to", args=["counselor"])
    answer = sent(jo, to, body="I don't want to live anymore")
    assert answer.status_code == 302 and answer["Location"] == reverse("portal:help")
    page = jo.get(answer["Location"]).content.decode()
    assert "Dana Reyes was told just now" in page and "988" in page


def test_words_of_danger_wait_for_no_file_and_no_hour(noon: Cast, monkeypatch: Any) -> None:
    jo = signed_in(noon.jo)
    to = reverse("portal:messages_to", args=["counselor"])
    unreadable = SimpleUploadedFile("a.pdf", b"not a paper")
    said = "I don't want to live anymore"
    assert sent(jo, to, body="See this.", files=unreadable).status_code == 422
    unreadable.seek(0)
    answer = sent(jo, to, body=said, files=unreadable)
    assert answer.status_code == 302 and answer["Location"] == reverse("portal:help")
    page = jo.get(answer["Location"]).content.decode()
    assert "The file did not come along" in page and "Dana Reyes was told just now" in page
    assert sent(jo, to, body=said + "." * 5000)["Location"] == reverse("portal:help")
    monkeypatch.setattr("homeward.portal.views.messages.MOST_WRITTEN", 0)
    assert sent(jo, to, body="Kestrel at ten?").status_code == 429
    assert sent(jo, to, body=said)["Location"] == reverse("portal:help")
    assert rows(Message).count() == 3


def test_late_is_said_once_and_taken_back_and_no_mark_is_touched(noon: Cast) -> None:
    jo, late = signed_in(noon.jo), reverse("portal:late")
    assert "Nothing to be late for" in jo.get(late).content.decode()
    held = seat(noon, noon.jo, session(noon, NOON + timedelta(minutes=30)), noon.episode)
    today = jo.get(reverse("portal:today")).content.decode()
    assert "I am running late" in today
    assert sent(jo, late, minutes="7", why="bus").status_code == 422
    assert sent(jo, late, minutes="20", why="moon").status_code == 422
    assert sent(jo, late, minutes="20").status_code == 302  # the reason is theirs to say
    page = jo.get(reverse("portal:today")).content.decode()
    assert "about 20 minutes late" in page
    row = actions.say_late(
        actor=noon.jo.actor, seat_id=held.pk, minutes=45, why="work", now=clock.now()
    )
    assert (row.minutes, rows(RunningLate).count()) == (20, 1), "said twice, the first stands"
    dana = signed_in(noon.dana)
    for place in (
        reverse("desk:arrivals"), reverse("desk:group_room", args=[held.session_id]),
    ):  # fmt: skip
        assert "about 20 min late" in dana.get(place).content.decode(), place
    assert "about 20 min late" in signed_in(noon.fay).get(reverse("desk:arrivals")).content.decode()
    assert not rows(AttendanceMark).exists()
    pat = signed_in(noon.pat)
    back = reverse("portal:late_back", args=[row.pk])
    assert sent(pat, back, reverse("portal:today")).status_code == 404
    for _again in range(2):
        assert sent(jo, back, reverse("portal:today")).status_code == 302
    assert rows(RunningLate).get().taken_back_at is not None
    assert "min late" not in dana.get(reverse("desk:arrivals")).content.decode()


def test_a_ride_is_asked_for_in_one_step(noon: Cast) -> None:
    jo = signed_in(noon.jo)
    ask = reverse("portal:ask_help")
    answer = sent(jo, ask, reverse("portal:today"), kind="transport")
    assert answer.status_code == 302
    need = rows(Need).get()
    assert (need.kind, need.wants) == ("transport", "now")
    told = jo.get(answer["Location"]).content.decode()
    assert "talks with you about it by" in told
    sent(jo, ask, reverse("portal:today"), kind="documents")
    assert sent(jo, ask, reverse("portal:today"), kind="rocket").status_code == 302
    assert sorted(rows(Need).values_list("kind", flat=True)) == ["documents", "transport"]


def test_a_relative_s_page_is_the_same_for_who_may_hear_nothing(noon: Cast) -> None:
    """No consent, one that is quiet, and one that ended: the same bytes; writing shows nothing."""
    kim, path = signed_in(noon.kim), reverse("portal:messages")

    def page() -> str:
        kept = kim.get(path).content.decode()
        return re.sub(r'(value|content|nonce)="[^"]*"', "", kept)

    never = page()
    assert sent(kim, path, body="Is my son well?").status_code == 302
    assert "Thank you" in page()
    assert rows(SentIn).get().words == "Is my son well?", "without consent: the send-only line"
    assert page() == never
    made = consent(noon, "family", "family_support", noon.kim.row, ["messages"])
    assert page() == never, "a consent with nothing to read is quiet"
    assert sent(kim, path, body="How can I help?").status_code == 302
    assert "Thank you" in page()
    assert rows(OutsideMessage).get().body == "How can I help?"
    assert page() == never, "one's own words never come back"
    actions.answer_contact(
        actor=noon.dana.actor, contact_id=noon.kim.pk, body="Come on Sunday.", now=clock.now()
    )
    assert "Come on Sunday." in page()
    Revocation.objects.create(
        client=noon.jo.row, site=noon.site, consent=made, at=clock.now(),
        taken_by=noon.dana.row, how="in_person",
    )  # fmt: skip
    assert page() == never
    assert "Come on Sunday" not in signed_in(noon.jo).get(path).content.decode()

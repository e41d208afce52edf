"""After care on the phone: what is booked, whether we may be in touch, the alumni, the card."""

import re
from datetime import timedelta

import pytest
from django.test import Client as Browser
from django.urls import reverse

from homeward.aftercare.models import AlumniConsent, ContactWish
from homeward.core import clock
from homeward.linkage.models import OutsideAppointment
from homeward.progress import actions as progress
from homeward.progress.models import Appointment
from homeward.testing.cast import NOON, Cast

KEYS = re.compile(r'name="(form_key|form_version)" value="([^"]*)"')
pytestmark = pytest.mark.django_db


def every(model):
    return model.objects.unscoped("test")


@pytest.fixture
def jo(cast: Cast):
    """Jo at her phone on the cast's Tuesday, with an appointment booked and care ended."""
    clock.shift_to(NOON)
    progress.book_appointment(
        actor=cast.dana.actor, episode_id=cast.episode.pk, at=NOON + timedelta(days=3), now=NOON,
        with_whom="Lakeside", confirmed_by="Lee", kind="level_1",
    )  # fmt: skip
    progress.discharge_client(
        actor=cast.dana.actor, episode_id=cast.episode.pk, now=NOON, with_document=False,
        authenticated_at=NOON, closing=progress.Closing(
            type="completed", last_contact_on=NOON.date(), naloxone="declined",
            narrative="Finished and goes on at Lakeside.",
        ),
    )  # fmt: skip
    browser = Browser()
    browser.force_login(cast.jo.account)

    def send(name, data):
        keys = dict(KEYS.findall(browser.get(reverse("portal:after")).content.decode()))
        return browser.post(reverse(name), keys | data)

    browser.send = send
    yield browser
    clock.shift_to(None)


def test_what_nobody_confirmed_is_not_called_booked(jo, cast):
    """A visit that a place confirmed takes the line of the one that was only planned."""
    at = NOON + timedelta(days=4)
    about = {"client": cast.jo.row, "site": cast.site}
    planned = Appointment.objects.create(
        **about, episode=cast.episode, at=at, with_whom="Harbor outpatient", kind="first",
        booked_at=NOON, booked_by=cast.dana.row,
    )  # fmt: skip
    booked, _, rest = (
        jo.get(reverse("portal:after")).content.decode().partition("not confirmed yet")
    )
    assert "Lakeside" in booked and "Harbor outpatient" not in booked
    assert "Harbor outpatient" in rest
    OutsideAppointment.objects.create(
        **about, kind="aftercare", provider="Dr. Lind", at=at, confirmed_by="Ana",
        confirmed_how="phone", booked_at=NOON, booked_by=cast.dana.row,
    )  # fmt: skip
    text = jo.get(reverse("portal:after")).content.decode()
    assert "Dr. Lind" in text and "Harbor outpatient" not in text
    assert "not confirmed yet" not in text
    assert every(Appointment).filter(pk=planned.pk).exists(), "nothing was taken off the record"


def test_one_page_for_what_follows(jo, cast):
    text = jo.get(reverse("portal:after")).content.decode()
    for words in ("Lakeside", "You have not said yet", "can let somebody see that I was in care"):
        assert words in text
    card = jo.get(reverse("portal:card")).content.decode()
    assert "988" in card
    assert "Cedar House" not in card.partition("<main")[2].partition("</main")[0]
    wish = {"may_contact": "yes", "channel": "text", "address": "312 555 0142",
            "from_hour": "20", "until_hour": "9"}  # fmt: skip
    assert jo.send("portal:after_touch", wish).status_code == 422
    assert (
        jo.send("portal:after_touch", wish | {"from_hour": "9", "until_hour": "20"}).status_code
        == 302
    )
    assert every(ContactWish).get().channel == "text"
    assert "## " not in text  # the paper has headings, not the signs for them
    assert jo.send("portal:after_join", {"signer_name": "Somebody"}).status_code == 422
    assert jo.send("portal:after_join", {"signer_name": "jo avery"}).status_code == 302
    assert "Meetings of the alumni" in jo.get(reverse("portal:after")).content.decode()
    assert jo.send("portal:after_leave", {}).status_code == 302
    assert every(AlumniConsent).get().ending.how == "page"
    for outsider in (cast.kim, cast.dana):
        other = Browser()
        other.force_login(outsider.account)
        assert other.get(reverse("portal:after")).status_code == 403

"""Calendar addresses: neutral, revocable, shown once, and silent to a stranger."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from homeward.audit.models import Entry
from homeward.core import clock
from homeward.core.submissions import new_key
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.testing.cast import cast
from homeward.timetable import actions
from homeward.timetable.actions.calendar_feed import NoOpenFeed, NotNeutral
from homeward.timetable.calendars import ClientFeed, StaffFeed
from homeward.timetable.models import Week
from homeward.timetable.tests.planned import FRIDAY_BEFORE, another_client, planned_room, seat

__all__ = ["cast"]


@pytest.fixture
def room(cast):
    """Tuesday's group in a published week, Jo seated, Dana leading."""
    clock.shift_to(FRIDAY_BEFORE)
    cache.clear()
    found = planned_room(cast)
    Week.objects.update(published_at=FRIDAY_BEFORE)
    yield found
    clock.shift_to(None)


def of_jo(room):
    return actions.open_client_feed(actor=room.jo.actor, now=clock.now())


def of_dana(room):
    return actions.open_staff_feed(actor=room.dana.actor, now=clock.now())


def read(client, secret):
    return client.get(reverse("portal:feed", args=[secret]))


def told_by(answer):
    """The headers, save the number every request has of its own; a policy's parts in any order."""
    return {
        name: sorted(part.strip() for part in value.split(";"))
        for name, value in answer.headers.items()
        if name != "X-Request-Id"
    }


def events(answer):
    from icalendar import Calendar

    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


@pytest.mark.django_db
class TestReading:
    def test_says_when_and_nothing_else(self, room, client):
        for secret in (of_jo(room), of_dana(room)):
            answer = read(client, secret)
            (event,) = events(answer)
            assert answer.headers["Content-Type"].startswith("text/calendar")
            assert str(event["SUMMARY"]) == "Appointment"
            assert event["DTSTART"].dt == room.session.starts_at
            text = answer.content.decode()
            for word in ("Jo", "Avery", "Dana", "recovery", "Recovery", "Cedar", "Room", "Main"):
                assert word not in text

    def test_a_cancelled_session_stays_as_cancelled_with_its_uid(self, room, client):
        secret = of_jo(room)
        (before,) = events(read(client, secret))
        actions.cancel_session(
            actor=room.dana.actor, session_id=room.session.pk, reason="weather", now=FRIDAY_BEFORE
        )

        (after,) = events(read(client, secret))

        assert (str(after["STATUS"]), str(after["UID"])) == ("CANCELLED", str(before["UID"]))
        assert after["SEQUENCE"] > before["SEQUENCE"]

    def test_two_of_one_group_cannot_tell_that_they_share_it(self, room, client):
        lee = another_client(room.cast, "Lee Zambrano", 3)
        seat(room.cast, lee, by=room.sam)
        feed = ClientFeed.objects.create(
            client=lee, site=room.site, digest="x" * 64, made_at=FRIDAY_BEFORE
        )
        (mine,) = events(read(client, of_jo(room)))
        from homeward.timetable.feeding import calendar_of

        assert str(mine["UID"]).encode() not in calendar_of(feed, FRIDAY_BEFORE)

    def test_a_draft_week_is_not_told(self, room, client):
        Week.objects.update(published_at=None)

        assert events(read(client, of_jo(room))) == []

    def test_a_place_stands_there_as_the_program_set_it(self, room, client):
        actions.say_calendar_place(
            actor=room.sam.actor, site_id=room.site.pk, words="418 Linden", now=FRIDAY_BEFORE
        )

        (event,) = events(read(client, of_jo(room)))
        assert str(event["LOCATION"]) == "418 Linden"

    @pytest.mark.parametrize("words", ["Recovery clinic", "Cedar House", "IOP group, 2nd floor"])
    def test_a_place_that_says_too_much_is_refused(self, room, words):
        with pytest.raises(NotNeutral):
            actions.say_calendar_place(
                actor=room.sam.actor, site_id=room.site.pk, words=words, now=FRIDAY_BEFORE
            )

    def test_two_readings_at_one_moment_are_both_answered(self, room, client, monkeypatch):
        """A phone and a computer ask at the same time; neither is told of a conflict."""
        from homeward.portal.views import calendar

        secret, told = of_jo(room), calendar.calendar_of

        def with_another(feed, now):
            ClientFeed.objects.unscoped("test").get().change(last_read_at=now)
            return told(feed, now)

        monkeypatch.setattr(calendar, "calendar_of", with_another)

        assert read(client, secret).status_code == 200
        assert Entry.objects.filter(code="timetable.feed.read").count() == 1

    def test_reading_is_audited_and_remembered(self, room, client):
        read(client, of_jo(room))

        assert ClientFeed.objects.unscoped("test").get().last_read_at is not None
        assert Entry.objects.filter(code="timetable.feed.read").count() == 1


@pytest.mark.django_db
class TestEnding:
    def test_ended_never_made_and_closed_answer_alike(self, room, client):
        ended = of_jo(room)
        actions.close_client_feed(actor=room.jo.actor, client_id=room.jo.pk, now=FRIDAY_BEFORE)
        closed = of_dana(room)
        room.dana.account.is_active = False
        room.dana.account.save()

        answers = [read(client, secret) for secret in (ended, closed, "never-made", "x" * 43)]

        first, *others = [(each.status_code, each.content, told_by(each)) for each in answers]
        for each in others:
            assert each == first
        assert first[0] == 404

    def test_a_new_address_ends_the_old_one(self, room, client):
        first, second = of_jo(room), of_jo(room)

        assert (read(client, first).status_code, read(client, second).status_code) == (404, 200)

    @pytest.mark.parametrize("make", [of_jo, of_dana])
    def test_two_presses_at_one_moment_wait_for_each_other(
        self, room, make, django_assert_max_num_queries
    ):
        """Whose address it is is held before the old one ends, so that none fails on the other."""
        with django_assert_max_num_queries(40) as asked:
            make(room)

        said = [each["sql"] for each in asked.captured_queries]
        held = next(place for place, sql in enumerate(said) if "FOR NO KEY UPDATE" in sql)
        ended = next(place for place, sql in enumerate(said) if "revoked_at" in sql)
        assert held < ended

    def test_only_a_digest_is_kept(self, room):
        secret = of_dana(room)

        feed = StaffFeed.objects.get()
        assert secret not in str(vars(feed)) and len(feed.digest) == 64

    def test_staff_may_end_a_clients_address_and_strangers_may_not(self, room):
        of_jo(room)
        with pytest.raises(NoOpenFeed):
            actions.close_client_feed(
                actor=room.omar.actor, client_id=room.jo.pk, now=FRIDAY_BEFORE
            )
        actions.close_client_feed(actor=room.dana.actor, client_id=room.jo.pk, now=FRIDAY_BEFORE)

    def test_too_many_readings_are_refused_alike(self, room, client, monkeypatch):
        from homeward.portal import limits

        monkeypatch.setattr(limits, "MOST_READINGS", 2)
        secret = of_jo(room)
        told = [read(client, each).status_code for each in (secret, "nobody", secret, "nobody")]

        assert told == [200, 404, 429, 429]

    def test_behind_the_houses_own_proxy_each_sender_counts_alone(
        self, room, client, monkeypatch, settings
    ):
        from homeward.portal import limits

        settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
        monkeypatch.setattr(limits, "MOST_READINGS", 1)
        address = reverse("portal:feed", args=[of_jo(room)])
        told = [
            client.get(address, headers={"x-forwarded-for": sender}).status_code
            for sender in ("203.0.113.5", "203.0.113.5", "203.0.113.6")
        ]

        assert told == [200, 429, 200]


@pytest.mark.django_db
class TestPages:
    @pytest.mark.parametrize("who, room_of", [("dana", "desk"), ("jo", "portal")])
    def test_the_address_is_shown_once(self, room, who, room_of):
        browser = signed_in(getattr(room, who))
        page = reverse(f"{room_of}:calendar")

        made = browser.post(reverse(f"{room_of}:calendar_open"), {"form_key": new_key()})
        again = browser.get(page)

        assert "/me/calendar/" in made.content.decode() and ".ics" in made.content.decode()
        assert ".ics" not in again.content.decode()
        assert "Open since" in again.content.decode()
        ended = browser.post(reverse(f"{room_of}:calendar_end"), {"form_key": new_key()})
        assert ended.status_code == 302
        assert "You have no address yet" in browser.get(page).content.decode()

    def test_a_second_press_says_that_it_was_shown(self, room):
        """The secret stays secret; the page is not blank."""
        browser, form = signed_in(room.dana), {"form_key": new_key()}
        opening = reverse("desk:calendar_open")
        browser.post(opening, form, headers={"accept": "text/html"})

        again = browser.post(opening, form, headers={"accept": "text/html"}).content.decode()

        assert "This is done already" in again
        assert ".ics" not in again

    def test_a_place_is_refused_beside_its_field(self, room):
        typed = {"form_key": new_key(), "site": room.site.pk, "words": "Detox clinic"}

        answer = signed_in(room.sam).post(reverse("desk:calendar_place"), typed)

        assert answer.status_code == 422
        assert "say too much" in answer.content.decode()
        assert "Detox clinic" in answer.content.decode()

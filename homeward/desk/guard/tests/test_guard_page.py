"""The hours page over the wire: who sees whom, offering, answering."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from homeward.attendance.models import ForecastMeasure, MakeUpOffer
from homeward.attendance.tests.test_offers import EARLY, short
from homeward.core.submissions import new_key
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.testing.cast import cast
from homeward.timetable.tests.planned import another_client, on_team

__all__ = ["cast", "short"]
PAGE = "/desk/hours/?week=2026-11-23"


def words_of(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def offer(room, by="dana", **typed):
    address = reverse("desk:guard_offers", args=[room.jo.pk])
    told = {"form_key": new_key(), "sessions": room.other.pk, "week": "2026-11-23", **typed}
    return signed_in(getattr(room, by)).post(address, told)


@pytest.mark.django_db
class TestHours:
    def test_says_what_is_missing_and_offers_what_fits(self, short):
        page = words_of(signed_in(short.dana).get(PAGE))

        assert "Jo A." in page
        assert "0 h delivered and 1.5 h planned of 12 h this week" in page
        assert "Skills" in page and "Offer 1 place" in page

    def test_shows_nobody_of_another_site(self, short):
        assert "Jo A." not in words_of(signed_in(short.omar).get(PAGE))

    def test_a_director_reads_and_has_no_buttons(self, short):
        page = words_of(signed_in(short.dina).get(PAGE))

        assert "Jo A." in page and "Offer 1 place" not in page

    def test_one_press_offers_and_the_second_changes_nothing(self, short):
        key = new_key()

        answers = [offer(short, form_key=key) for _ in range(2)]

        assert [each.status_code for each in answers] == [302, 302]
        assert MakeUpOffer.objects.unscoped("test").count() == 1
        page = words_of(signed_in(short.dana).get(PAGE))
        assert "no answer yet" in page and "Offer 1 place" not in page

    def test_what_the_client_said_is_written_down(self, short):
        offer(short)
        made = MakeUpOffer.objects.unscoped("test").get()
        address = reverse("desk:offer_answer", args=[made.pk])
        told = {"answer": "accepted", "week": "2026-11-23"}
        dana = signed_in(short.dana)

        stale = dana.post(
            address, {"form_key": new_key(), "offers": f"{made.pk}:{made.version + 3}", **told}
        )
        done = dana.post(
            address, {"form_key": new_key(), "offers": f"{made.pk}:{made.version}", **told}
        )

        assert (stale.status_code, done.status_code) == (409, 302)
        made = MakeUpOffer.objects.unscoped("test").get()
        assert made.answer == "accepted" and made.seat_id is not None

    def test_an_answer_is_for_the_client_of_its_address(self, short):
        """An offer of somebody else inside the form is none, though the reader may answer it."""
        offer(short)
        made = MakeUpOffer.objects.unscoped("test").get()
        lee = another_client(short.cast, "Lee Zambrano", 3)
        on_team(short.cast, lee, short.dana)
        theirs = MakeUpOffer.objects.create(
            client=lee, site=short.site, episode=lee.episodes.unscoped("test").get(),
            session=short.other, offered_at=EARLY, decision={},
        )  # fmt: skip
        refs = (f"{theirs.pk}:1", f"{made.pk}:{made.version} {theirs.pk}:1")
        address = reverse("desk:offer_answer", args=[made.pk])

        for offers in refs:
            told = {"form_key": new_key(), "answer": "declined", "offers": offers}
            assert signed_in(short.dana).post(address, told).status_code == 404

        answers = MakeUpOffer.objects.unscoped("test").values_list("answer", flat=True)
        assert set(answers) == {""}

    @pytest.mark.parametrize("said", [None, "", "no way", "YES", "accepted"])
    def test_only_a_plain_answer_of_the_client_is_one(self, short, said):
        """An offer is answered once: what is neither yes nor no must not decline it."""
        offer(short)
        made = MakeUpOffer.objects.unscoped("test").get()
        typed = {} if said is None else {"answer": said}
        address = reverse("portal:offer", args=[made.pk])

        jo = signed_in(short.jo)
        answer = jo.post(address, {"form_key": new_key(), **typed}, follow=True)

        assert "Please answer with yes or no." in words_of(answer)
        assert MakeUpOffer.objects.unscoped("test").get().answered_at is None

    @pytest.mark.parametrize("sessions", ["", "nonsense", "00000000-0000-0000-0000-000000000000"])
    def test_what_cannot_be_offered_is_refused(self, short, sessions):
        assert offer(short, sessions=sessions).status_code in (404, 422)
        assert not MakeUpOffer.objects.unscoped("test").exists()

    def test_nobody_beyond_reach_offers(self, short):
        assert offer(short, by="omar").status_code == 404
        assert offer(short, by="dina").status_code == 403

    def test_the_client_sees_the_offer_and_takes_it(self, short):
        offer(short)
        made = MakeUpOffer.objects.unscoped("test").get()
        jo = signed_in(short.jo)
        assert "Other times are open for you" in words_of(jo.get("/me/week/"))

        answer = jo.post(
            reverse("portal:offer", args=[made.pk]), {"form_key": new_key(), "answer": "yes"}
        )

        assert answer.status_code == 302
        assert "It stands in your week now" in words_of(jo.get("/me/week/"))
        others = signed_in(short.pat).post(
            reverse("portal:offer", args=[made.pk]), {"form_key": new_key(), "answer": "yes"}
        )
        assert others.status_code == 404

    def test_shows_how_good_the_forecasts_were(self, short):
        assert "Not measured yet" in words_of(signed_in(short.dana).get(PAGE))
        ForecastMeasure.objects.create(
            site=short.site, measured_on=EARLY.date(), first_on=EARLY.date() - timedelta(weeks=52),
            figures={
                "sessions": 1200, "weeks": 52, "right_percent": 70, "kept_percent": 72,
                "watched": 90, "watched_missed_percent": 46, "others_missed_percent": 23,
                "missed_watched_percent": 31, "brier": "0.1901", "brier_house": "0.2032",
                "bands": [{"from": 0, "below": 50, "sessions": 5, "said_percent": 40,
                           "kept_percent": 38}],
            },
        )  # fmt: skip

        page = words_of(signed_in(short.dana).get(PAGE))

        assert "1,200 sessions of 52 weeks" in page
        assert "46% were missed, of the others 23%" in page

    def test_query_count_does_not_grow(self, short, django_assert_max_num_queries):
        dana = signed_in(short.dana)
        with django_assert_max_num_queries(60) as one:
            dana.get(PAGE)
        for number in range(6):
            on_team(short.cast, another_client(short.cast, f"C {number}", 800 + number), short.dana)

        with django_assert_max_num_queries(len(one.captured_queries)):
            dana.get(PAGE)

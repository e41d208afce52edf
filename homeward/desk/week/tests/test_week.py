"""The week board over the wire."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from homeward.core import clock
from homeward.core.submissions import new_key
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.program.models import Holiday
from homeward.testing.cast import cast
from homeward.timetable.models import GroupSession, Week
from homeward.timetable.tests.planned import (
    FRIDAY_BEFORE,
    MONDAY,
    another_client,
    on_duty,
    plan,
    planned,
    seat,
)

__all__ = ["cast"]
BOARD = "/desk/week/?week=2026-11-23"


@pytest.fixture
def friday(cast):
    clock.shift_to(FRIDAY_BEFORE)
    return cast


def words_of(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


@pytest.mark.django_db
class TestWeekBoard:
    def test_plans_and_publishes_by_duty(self, friday):
        """Sam plans and publishes; Dana has no such buttons and is refused."""
        typed = {"program": friday.program.pk, "site": friday.site.pk, "starts_on": MONDAY}
        seat(friday)
        on_duty(friday)
        sam = signed_in(friday.sam)

        answer = sam.post(reverse("desk:week_plan"), {"form_key": new_key(), **typed})
        assert answer.status_code == 302
        week = Week.objects.get()
        page = words_of(sam.get(BOARD))
        address = reverse("desk:week_publication", args=[week.pk])
        assert "Publish and tell 2 people" in page and "Who was told" not in page
        assert f'href="{address}"' in sam.get(BOARD).content.decode()
        assert "Publish" not in words_of(signed_in(friday.dana).get(BOARD))
        refused = signed_in(friday.dana).post(address, {"form_key": new_key()})
        stale = sam.post(address, {"form_key": new_key(), "form_version": "99"})
        done = sam.post(address, {"form_key": new_key(), "form_version": week.version})

        assert (refused.status_code, stale.status_code, done.status_code) == (403, 422, 302)
        assert "Who was told" in words_of(sam.get(BOARD))
        assert "Who was told" not in words_of(signed_in(friday.dana).get(BOARD))
        again = sam.post(reverse("desk:week_plan"), {"form_key": new_key(), **typed})
        assert again.status_code == 422
        assert "already published" in words_of(again)

    def test_says_who_could_not_be_placed_and_why(self, friday):
        """Jo's phase asks for twelve hours; her one group gives one and a half."""
        planned(friday)

        page = words_of(signed_in(friday.dana).get(BOARD))

        assert "Jo A. needs 10 h 30 min more" in page
        assert "standing seats give only 1.5 hours a week" in page
        assert "no other group fits" in page

    def test_names_the_holiday(self, friday):
        """Minutes that fall on a closed day are a reason of their own."""
        Holiday.objects.create(program=friday.program, on="2026-11-24", name="Closed for snow")
        seat(friday)
        plan(friday)

        page = words_of(signed_in(friday.dana).get(BOARD))

        assert "Closed for snow" in page
        assert "90 minutes fall on a holiday" in page

    @pytest.mark.parametrize(
        ("starts_on", "said"),
        [("2027-03-08", "forward"), ("2026-10-26", "back"), ("2026-11-23", "")],
    )
    def test_says_when_the_clocks_change(self, friday, starts_on, said):
        """Chicago changes them on a Sunday; every session keeps its wall time."""
        page = words_of(signed_in(friday.dana).get(f"/desk/week/?week={starts_on}"))

        assert ("keeps its time by the wall clock" in page) is bool(said)
        assert f"Clocks go {said} on Sunday" in page or not said

    def test_filters_show_one_room_colleague_or_client(self, friday):
        """Unknown values fall back to the first; a shared tile opens its list."""
        session = planned(friday)
        browser = signed_in(friday.dana)
        for asked in ("by=room", "by=staff", f"by=client&of={friday.jo.pk}", "by=client&of=nobody"):
            assert "Early recovery B" in words_of(browser.get(f"{BOARD}&{asked}"))
        beside = GroupSession.objects.get(pk=session.pk)
        beside.pk, beside.group, beside.room, beside._state.adding = uuid4(), None, None, True
        beside.save()
        opened = browser.get(f"{BOARD}&together={beside.pk}")
        assert opened.context["page"].together.when.startswith("Tuesday 24 November, ")
        assert words_of(opened).count("no leader") == 2  # on the board and in the list
        assert "Close the list" in words_of(opened)
        assert browser.get(f"{BOARD}&together=soon").context["page"].together is None

    def test_wrong_addresses_show_this_week(self, friday):
        """A malformed week, site or filter is no error."""
        browser = signed_in(friday.dana)

        assert browser.get("/desk/week/?week=soon&site=moon&by=star&of=x").status_code == 200

    def test_query_count_does_not_grow(self, friday, django_assert_max_num_queries):
        """One client and one session, or twelve of each."""
        planned(friday)
        browser = signed_in(friday.dana)
        with django_assert_max_num_queries(45) as one:
            browser.get(BOARD)
        for number in range(8):
            client = another_client(friday, f"Client {number}", 600 + number)
            seat(friday, client, by=friday.sam)
        GroupSession.objects.update(name="Another")

        with django_assert_max_num_queries(len(one.captured_queries)):
            browser.get(BOARD)

"""The client's week on the chart: what is known already, said anew, and who may."""

from datetime import time

import pytest

from homeward.core.submissions import new_key
from homeward.testing.cast import cast
from homeward.timetable import actions
from homeward.timetable.availability import hours_of
from homeward.timetable.tests.week.house import BEFORE, MONDAY
from homeward.timetable.windows import ClientHours

__all__ = ["cast"]
ADDRESS = "/desk/clients/{}/schedule/hours/"


def typed(**more):
    """A form as it would be sent."""
    return {"starts_on": "2026-01-05", "form_key": new_key(), **more}


@pytest.mark.django_db
class TestHours:
    def test_are_said_with_reasons_and_read_back(self, cast, client):
        """Free from noon, court on Tuesdays: the next planned week knows both."""
        client.force_login(cast.dana.account)
        page = client.get(ADDRESS.format(cast.jo.pk))
        assert page.status_code == 200

        answer = client.post(
            ADDRESS.format(cast.jo.pk),
            typed(
                line0_kind="free", line0_days=["0", "1"], line0_starts="12:00",
                line0_ends="17:00", line1_kind="court", line1_days=["1"], line1_starts="12:00",
                line1_ends="13:00", line1_words="court until one", line2_kind="free",
            ),
        )  # fmt: skip

        assert answer.status_code == 302
        hours = hours_of(cast.dana.actor, cast.jo.row, MONDAY)
        assert hours.can_come(0) == ((720, 1020),)
        assert hours.can_come(1) == ((780, 1020),)
        assert hours.busy[0].words == "court until one"
        assert (
            "court until one"
            in client.get(f"/desk/clients/{cast.jo.pk}/schedule/").content.decode()
        )

    def test_name_the_field_that_is_not_whole(self, cast, client):
        """Days without times, and no free hour at all."""
        client.force_login(cast.dana.account)
        answer = client.post(
            ADDRESS.format(cast.jo.pk),
            typed(line0_kind="work", line0_days=["0"], line1_kind="free", line2_kind="free"),
        )
        assert answer.status_code == 422
        assert "line0_starts" in answer.context["form"].errors

    def test_are_closed_to_the_other_site(self, cast, client):
        """Omar finds no such client."""
        client.force_login(cast.omar.account)
        assert client.get(ADDRESS.format(cast.jo.pk)).status_code == 404

    def test_what_was_said_before_ends_and_stays(self, cast):
        """The history of a week is kept; the newest word holds from its day."""
        free = actions.HoursLine("free", 0, time(9), time(12))
        for starts_on, line in ((MONDAY, free), (MONDAY.replace(day=30), free)):
            actions.say_hours(
                actor=cast.dana.actor, client_id=cast.jo.pk, lines=[line], starts_on=starts_on,
                now=BEFORE,
            )  # fmt: skip
        rows = ClientHours.objects.unscoped("test").order_by("starts_on")
        assert [row.ends_on for row in rows] == [MONDAY.replace(day=30), None]

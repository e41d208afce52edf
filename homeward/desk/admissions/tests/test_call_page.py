"""The call page: kept as typed, danger said at once, unknown kept unknown."""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse

from homeward.admissions.models import Inquiry, Obligation
from homeward.admissions.tests.test_holds import rows
from homeward.core.models import Draft
from homeward.desk.admissions.tests.browsing import send, signed_in
from homeward.testing.cast import NOON, Cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]


class TestTheCall:
    def test_is_kept_as_it_is_typed_and_comes_back(self, cast: Cast) -> None:
        """A draft outlives the page; it is sealed, the account's own, and gone once sent."""
        ada = signed_in(cast.ada)
        url = reverse("desk:admissions_inquiry_draft")
        typed = {
            "caller_name": "Lee Brown", "substances": ["alcohol", "cocaine"],
            "suicidal": "thoughts", "work_days": ["0", "1"], "work_starts": "09:00",
        }  # fmt: skip
        assert ada.post(url, typed).json()["saved"].startswith("saved 12:00:0")
        sealed = Draft.objects.get()
        with connection.cursor() as cursor:
            cursor.execute("SELECT body FROM core_draft")
            assert "Lee" not in cursor.fetchone()[0]
        again = signed_in(cast.ada).get(reverse("desk:admissions_inquiry"))
        page = again.content.decode()
        assert 'value="Lee Brown"' in page
        assert 'value="09:00"' in page
        assert "Thoughts of suicide. Offer 988" in page
        assert (
            "Lee Brown" not in signed_in(cast.sam).get(url.replace("draft/", "")).content.decode()
        )
        assert sealed.account_id == cast.ada.account.pk
        send(
            ada, "desk:admissions_inquiry", [],
            {"caller_name": "Lee Brown", "relation": "self", "site_id": cast.site.pk},
        )  # fmt: skip
        assert not Draft.objects.exists()

    def test_can_be_started_afresh(self, cast: Cast) -> None:
        """Thrown away by its writer only."""
        ada, fay = signed_in(cast.ada), signed_in(cast.fay)
        url = reverse("desk:admissions_inquiry_draft")
        for browser in (ada, fay):
            browser.post(url, {"caller_name": "Lee"})
        assert ada.post(url, {"forget": "1"}).status_code == 302
        assert [each.account_id for each in Draft.objects.all()] == [cast.fay.account.pk]

    def test_says_danger_and_priority_while_it_is_typed(self, cast: Cast) -> None:
        """988 and a named person, withdrawal, the law's group; nothing is kept."""
        from datetime import time as clock_time

        from homeward.staff.models import WorkingHours

        WorkingHours.objects.create(
            worker=cast.sam.row, weekday=1, starts=clock_time(8), ends=clock_time(18),
            starts_on=NOON.date() - timedelta(days=30),
        )  # fmt: skip
        ada, url = signed_in(cast.ada), reverse("desk:admissions_inquiry_live")
        told = {
            "site_id": cast.site.pk, "suicidal": "danger_now", "withdrawal_risk": "severe",
            "is_pregnant": "yes", "injects": "yes",
        }  # fmt: skip
        page = ada.post(url, told).content.decode()
        assert "988" in page
        assert "Sam Whitfield" in page
        assert "911" in page
        assert "Pregnant and injecting: first of all" in page
        calm = ada.post(url, {"site_id": cast.site.pk}).content.decode()
        assert "Not asked yet: suicide, withdrawal, pregnancy" in calm
        assert not rows(Inquiry).exists()

    def test_keeps_unknown_unknown(self, cast: Cast) -> None:
        """What was not asked is None and never False; a week is kept with its times."""
        ada = signed_in(cast.ada)
        send(
            ada, "desk:admissions_inquiry", [],
            {
                "caller_name": "Lee Brown", "relation": "self", "site_id": cast.site.pk,
                "is_pregnant": "unknown", "work_days": ["0", "2"], "work_starts": "09:00",
                "work_ends": "17:00",
            },
        )  # fmt: skip
        row = rows(Inquiry).get()
        assert (row.is_pregnant, row.injects, row.may_call_back, row.may_leave_message) == (
            None, None, None, None,
        )  # fmt: skip
        assert (row.suicidal, row.withdrawal_risk, row.payer_id) == ("", "", None)
        assert {each.weekday for each in rows(Obligation)} == {0, 2}
        page = ada.get(reverse("desk:admissions_case", args=[row.pk])).content.decode()
        assert "not asked" in page
        assert "09:00–17:00" in page

    def test_names_a_week_it_cannot_read(self, cast: Cast) -> None:
        """Days without times; what was typed stays."""
        answer = send(
            signed_in(cast.ada), "desk:admissions_inquiry", [],
            {
                "caller_name": "Lee Brown", "relation": "self", "site_id": cast.site.pk,
                "court_days": ["3"],
            },
        )  # fmt: skip
        assert answer.status_code == 422
        assert "Enter a start, and an end after it." in answer.content.decode()
        assert "Lee Brown" in answer.content.decode()

"""Closed days and half days: sessions fall out, places are offered, and it may be opened again."""

import pytest
from django.urls import reverse

from homeward.attendance.models import MakeUpOffer
from homeward.attendance.tests.test_offers import short
from homeward.core.submissions import new_key
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.testing.cast import cast
from homeward.timetable.capacity import Closure
from homeward.timetable.models import GroupSession

__all__ = ["cast", "short"]


def close(room, by="sam", **typed):
    told = {
        "form_key": new_key(), "site": "main", "on": "2026-11-24", "starts": "08:00",
        "ends": "12:00", "name": "Water main", **typed,
    }  # fmt: skip
    return signed_in(getattr(room, by)).post(reverse("desk:closures"), told)


@pytest.mark.django_db
class TestClosing:
    def test_a_half_day_cancels_what_falls_in_and_offers_the_rest(self, short):
        """Tuesday morning closes: Jo's group falls out, Thursday's place is offered."""
        assert close(short).status_code == 302

        cancelled = GroupSession.objects.exclude(cancelled_at=None)
        assert [each.name for each in cancelled] == ["Early recovery B"]
        assert MakeUpOffer.objects.unscoped("test").get().session_id == short.other.pk

    def test_a_half_day_elsewhere_in_the_day_cancels_nothing(self, short):
        close(short, starts="13:00", ends="17:00")

        assert not GroupSession.objects.exclude(cancelled_at=None).exists()
        assert Closure.objects.count() == 1

    @pytest.mark.parametrize("typed", [{"ends": "07:00"}, {"on": "soon"}, {"name": ""}])
    def test_what_makes_no_sense_is_refused_and_closes_nothing(self, short, typed):
        assert close(short, **typed).status_code == 422
        assert not Closure.objects.exists()

    def test_only_who_plans_the_week_closes_and_opens(self, short):
        assert close(short, by="dana").status_code == 403
        close(short)
        address = reverse("desk:closure_reopen", args=[Closure.objects.get().pk])
        assert signed_in(short.dana).post(address, {"form_key": new_key()}).status_code == 403

        assert signed_in(short.sam).post(address, {"form_key": new_key()}).status_code == 302
        assert Closure.objects.get().withdrawn_at is not None

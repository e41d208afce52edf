"""Somebody who was here before may ask again, and the admissions desk may screen them again."""

from datetime import date, timedelta
from typing import Any

import pytest

from homeward.admissions import actions
from homeward.admissions.readiness import readiness
from homeward.admissions.rules.admission import stopping
from homeward.admissions.tests import walking
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.instruments.actions import answer_instrument
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.testing.cast import Cast

pytestmark = pytest.mark.django_db


def leave(cast: Cast) -> None:
    """Jo's episode ended."""
    now = clock.now()
    cast.episode.change(ended_at=now, ended_on=now.date())


def reached(cast: Cast) -> bool:
    """Whether Ada may write Jo's record."""
    rows = Client.objects.for_actor(cast.ada.actor, Purpose.TREATMENT, to=Access.WRITE)
    return bool(rows.filter(pk=cast.jo.pk).exists())


def ask_again(cast: Cast) -> Any:
    """Jo calls; her record is found by name and birth date."""
    inquiry = walking.call(cast, caller_name="Jo Avery")
    actions.record_contact(
        actor=cast.ada.actor, inquiry_id=inquiry.pk, outcome="reached", now=clock.now()
    )
    actions.start_screening(
        actor=cast.ada.actor, inquiry_id=inquiry.pk, name="Jo Avery", birth_date=date(1992, 3, 5),
        existing_client_id=cast.jo.pk, now=clock.now(),
    )  # fmt: skip
    return inquiry


class TestAReturningClient:
    def test_is_screened_again(self, cast: Cast) -> None:
        """Answers are kept on the record she has."""
        leave(cast)
        ask_again(cast)
        kept = answer_instrument(
            actor=cast.ada.actor, client_id=cast.jo.pk, instrument="audit_c",
            answers=walking.AUDIT_C, now=clock.now(),
        )  # fmt: skip
        assert kept.client_id == cast.jo.pk
        assert reached(cast)

    def test_is_closed_to_the_desk_while_she_does_not_ask(self, cast: Cast) -> None:
        """Leaving does not open a record; nor does an inquiry that came to nothing."""
        leave(cast)
        assert not reached(cast)
        inquiry = ask_again(cast)
        assert reached(cast)
        actions.close_inquiry(
            actor=cast.ada.actor, inquiry_id=inquiry.pk, outcome="lost", reason="not_reached",
            now=clock.now(),
        )  # fmt: skip
        assert not reached(cast)

    def test_is_closed_to_the_desk_while_she_is_in_the_program(self, cast: Cast) -> None:
        """After admission the desk keeps the minimal slice, an inquiry or not."""
        assert not reached(cast)
        ask_again(cast)
        assert not reached(cast)
        rows = Client.objects.for_actor(Actor.of_service("test"), Purpose.TREATMENT)
        assert rows.get(pk=cast.jo.pk).name == "Jo Avery"

    def test_is_moved_along_by_the_call_that_is_still_open(self, cast: Cast) -> None:
        """Also where one that came to nothing says that it was asked later."""
        leave(cast)
        ended, still_open = ask_again(cast), ask_again(cast)
        ended.refresh_from_db()
        ended.change(first_request_at=clock.now() + timedelta(hours=1))
        actions.close_inquiry(
            actor=cast.ada.actor, inquiry_id=ended.pk, outcome="lost", reason="not_reached",
            now=clock.now(),
        )  # fmt: skip
        client = Client.objects.for_actor(Actor.of_service("test"), Purpose.TREATMENT).get(
            pk=cast.jo.pk
        )
        walking.screen(cast, client)
        still_open.refresh_from_db()
        assert still_open.state == "screened"

    def test_is_assessed_again_before_being_admitted_again(self, cast: Cast) -> None:
        """The assessment of the last time is not the one of today."""
        leave(cast)
        client = Client.objects.for_actor(Actor.of_service("test"), Purpose.TREATMENT).get(
            pk=cast.jo.pk
        )
        decision = readiness(client, cast.program, clock.now())
        assert "placement_decided" in stopping(decision)

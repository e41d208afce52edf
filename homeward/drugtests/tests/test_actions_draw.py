"""Committing, running and revealing: only the program, in that order, each once."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from homeward.audit.models import Entry
from homeward.core.refusals import NotAllowed
from homeward.drugtests import actions
from homeward.drugtests.actions.commit_draw import TooLateToCommit
from homeward.drugtests.actions.notify_test import DrawSaysWhen
from homeward.drugtests.actions.reveal_draw import DayIsNotOver, NeverDrawn
from homeward.drugtests.actions.run_draw import NotTheDay
from homeward.drugtests.commands import verify_draw
from homeward.drugtests.jobs import keep_draws
from homeward.drugtests.models import Draw, DrugTest
from homeward.drugtests.queries import published_day
from homeward.drugtests.roster import token_of
from homeward.kernel.purposes import Purpose
from homeward.testing.cast import NOON, TUESDAY

from .conftest import THE_PROGRAM

YESTERDAY = NOON - timedelta(days=1)
TOMORROW = NOON + timedelta(days=1)


def committed(pool, **values):
    return actions.commit_draw(
        actor=THE_PROGRAM, pool_id=pool.pk, day=TUESDAY, now=YESTERDAY, **values
    )


class TestCommitDraw:
    def test_publishes_a_commitment_and_seals_the_secret(self, pool):
        draw = committed(pool)
        assert len(draw.commitment) == 64
        assert draw.secret == ""
        assert set(published_day(draw)) == {"pool", "day", "method", "commitment", "committed_at"}
        assert Entry.objects.filter(
            code="drugtests.draw.committed", reason=draw.commitment
        ).exists()

    def test_keeps_the_first_commitment(self, pool):
        """Committing twice cannot exchange the secret."""
        first = committed(pool)
        again = committed(pool, secret="11" * 32)
        assert (again.pk, again.commitment) == (first.pk, first.commitment)

    def test_refuses_the_day_itself(self, pool):
        with pytest.raises(TooLateToCommit):
            actions.commit_draw(actor=THE_PROGRAM, pool_id=pool.pk, day=TUESDAY, now=NOON)

    @pytest.mark.parametrize("who", ["dana", "dina", "omar"])
    def test_refuses_every_person(self, pool, tuesday, who):
        """Nobody may choose a secret, the director and Omar no more than Dana."""
        with pytest.raises(NotAllowed):
            actions.commit_draw(
                actor=getattr(tuesday, who).actor, pool_id=pool.pk, day=TUESDAY, now=YESTERDAY
            )


class TestRunDraw:
    def test_orders_a_test_for_everyone_drawn(self, pool, tuesday, seated):
        """Jo was last tested four weeks ago, so the minimum draws them whatever the lot."""
        draw = actions.run_draw(actor=THE_PROGRAM, draw_id=committed(pool).pk, now=NOON)
        test = DrugTest.objects.for_actor(tuesday.dana.actor, Purpose.TREATMENT).get(draw=draw)
        assert test.client_id == tuesday.jo.pk
        assert test.state == "notified"
        assert NOON + timedelta(hours=4) <= test.due_at <= NOON + timedelta(hours=24)
        assert test.due_at == seated.ends_at
        assert draw.drawn == [token_of("iop-main", TUESDAY, tuesday.jo.pk)]
        assert Entry.objects.filter(
            code="drugtests.test.drawn", client_ids=[tuesday.jo.pk]
        ).exists()

    def test_leaves_out_whoever_does_not_come_that_day(self, pool, tuesday):
        """A draw must not punish work: no seat, no test."""
        draw = actions.run_draw(actor=THE_PROGRAM, draw_id=committed(pool).pk, now=NOON)
        assert draw.drawn == []
        assert [entry["eligible"] for entry in draw.roster] == [False]

    def test_draws_once(self, pool, seated):
        draw = committed(pool)
        first = actions.run_draw(actor=THE_PROGRAM, draw_id=draw.pk, now=NOON)
        again = actions.run_draw(actor=THE_PROGRAM, draw_id=draw.pk, now=NOON)
        assert (again.drawn_at, again.version) == (first.drawn_at, first.version)
        assert DrugTest.objects.unscoped("test").count() == 1

    def test_refuses_another_day(self, pool):
        draw = committed(pool)
        for other in (YESTERDAY, TOMORROW):
            with pytest.raises(NotTheDay):
                actions.run_draw(actor=THE_PROGRAM, draw_id=draw.pk, now=other)

    @pytest.mark.parametrize("who", ["dana", "dina", "omar"])
    def test_refuses_every_person(self, pool, tuesday, who):
        with pytest.raises(NotAllowed):
            actions.run_draw(
                actor=getattr(tuesday, who).actor, draw_id=committed(pool).pk, now=NOON
            )

    def test_counts_state_from_earlier_draws_only(self, pool, tuesday, seated):
        """A test for cause neither saves nor costs anybody a drawn one."""
        DrugTest.objects.create(
            client=tuesday.jo.row,
            site=tuesday.site,
            episode=tuesday.episode,
            panel=["etg"],
            is_for_cause=True,
            cause="Slurred speech at arrival",
            ordered_by=tuesday.dana.row,
            seconded_by=tuesday.ruth.row,
            ordered_at=YESTERDAY,
            due_at=NOON,
        )
        draw = actions.run_draw(actor=THE_PROGRAM, draw_id=committed(pool).pk, now=NOON)
        assert draw.roster[0]["times_this_month"] == 0
        assert draw.roster[0]["times_this_window"] == 0


class TestRevealDraw:
    def test_lets_anyone_check_the_day(self, pool, seated):
        draw = actions.run_draw(actor=THE_PROGRAM, draw_id=committed(pool).pk, now=NOON)
        assert "drawn" not in published_day(draw), "nobody can follow a token through the day"
        draw = actions.reveal_draw(actor=THE_PROGRAM, draw_id=draw.pk, now=TOMORROW)
        assert verify_draw(published_day(draw), arguments=())[0] == {"valid": True, "reasons": []}

    def test_names_nobody(self, pool, tuesday, seated):
        draw = actions.run_draw(actor=THE_PROGRAM, draw_id=committed(pool).pk, now=NOON)
        draw = actions.reveal_draw(actor=THE_PROGRAM, draw_id=draw.pk, now=TOMORROW)
        text = str(published_day(draw))
        assert "Jo" not in text
        assert "HW-00001" not in text
        assert str(tuesday.jo.pk) not in text

    def test_refuses_before_the_day_is_over(self, pool, seated):
        draw = actions.run_draw(actor=THE_PROGRAM, draw_id=committed(pool).pk, now=NOON)
        with pytest.raises(DayIsNotOver):
            actions.reveal_draw(actor=THE_PROGRAM, draw_id=draw.pk, now=NOON)

    def test_refuses_a_day_never_drawn(self, pool):
        with pytest.raises(NeverDrawn):
            actions.reveal_draw(actor=THE_PROGRAM, draw_id=committed(pool).pk, now=TOMORROW)

    def test_is_frozen_afterwards(self, pool, seated):
        """A revealed draw is never changed, not even with SQL as the app."""
        draw = actions.run_draw(actor=THE_PROGRAM, draw_id=committed(pool).pk, now=NOON)
        actions.reveal_draw(actor=THE_PROGRAM, draw_id=draw.pk, now=TOMORROW)
        with pytest.raises(IntegrityError), transaction.atomic():
            Draw.objects.filter(pk=draw.pk).update(drawn=[])


def test_the_job_keeps_every_pool_up(tuesday, seated):
    """Commit the evening before, draw from six, reveal the next day; repeating changes nothing."""
    for now in (YESTERDAY, YESTERDAY, NOON, NOON, TOMORROW, TOMORROW):
        keep_draws(now=now)
    draw = Draw.objects.get(day=TUESDAY, pool__code="iop-main")
    assert verify_draw(published_day(draw), arguments=())[1] == 0
    assert Draw.objects.filter(day=TUESDAY + timedelta(days=1), drawn_at__isnull=False).exists()


@pytest.mark.parametrize("hours", [None, 4, 24])
def test_nobody_moves_the_window_of_a_drawn_test(pool, tuesday, seated, hours):
    """Shortened it would be missed at once, restarted every day it would never be due."""
    draw = actions.run_draw(actor=THE_PROGRAM, draw_id=committed(pool).pk, now=NOON)
    test = DrugTest.objects.unscoped("test").get(draw=draw)
    for who in (tuesday.tess, tuesday.dana):
        with pytest.raises(DrawSaysWhen):
            actions.notify_test(
                actor=who.actor, test_id=test.pk, now=NOON,
                due_at=None if hours is None else NOON + timedelta(hours=hours),
            )  # fmt: skip
    again = DrugTest.objects.unscoped("test").get(pk=test.pk)
    assert (again.due_at, again.version) == (test.due_at, test.version)


def test_two_drawn_tests_of_a_day_are_impossible(pool, tuesday, seated):
    draw = actions.run_draw(actor=THE_PROGRAM, draw_id=committed(pool).pk, now=NOON)
    with pytest.raises(IntegrityError), transaction.atomic():
        DrugTest.objects.create(
            client=tuesday.jo.row,
            site=tuesday.site,
            episode=tuesday.episode,
            draw=draw,
            ordered_at=NOON,
            due_at=NOON,
        )

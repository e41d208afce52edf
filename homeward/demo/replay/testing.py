"""Drug tests: drawn by the program, told, collected, read, looked at, talked over."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from homeward.demo.replay.performing import Replay, performs
from homeward.demo.rows.book import utc
from homeward.demo.rows.draws import COMMITTED, DAY, DRAWN, pool_code
from homeward.demo.rows.drugtest_results import (
    EXPECTED,
    LOOKED_AT,
    asks_for_a_talk,
    reading_of,
)
from homeward.demo.rows.drugtests import TEMPERATURE_READ
from homeward.demo.story import events
from homeward.demo.wording import TALKED_OVER, initials
from homeward.drugtests import actions
from homeward.drugtests.actions.enter_results import Measured
from homeward.drugtests.models import Certificate, Draw, DrugTest, Kit
from homeward.drugtests.roster import DRAWING, roster_of
from homeward.drugtests.rules.draw import METHOD, lot_of
from homeward.drugtests.rules.on_site import OWN_PANEL
from homeward.drugtests.rules.panel import KNOWN_ANALYTES

WHY = "replay"
MOST_SECRETS = 500
DRAWN_BY = timedelta(seconds=1)


def keep_draws(replay: Replay, first_day: date) -> None:
    """Open the pools and commit, run and reveal a draw for every day."""
    for code, site in replay.setting.sites.items():
        pool = actions.open_pool(
            actor=DRAWING,
            program_id=replay.setting.program.pk,
            site_id=site.pk,
            code=pool_code(replay.setting.program, code),
            now=replay.at(first_day, COMMITTED),
        )
        _commit_later(replay, pool, first_day)


def _commit_later(replay: Replay, pool: Any, today: date) -> None:
    replay.later(replay.at(today, COMMITTED), lambda now: _commit(replay, pool, today, now))


def _commit(replay: Replay, pool: Any, today: date, now: datetime) -> None:
    """Commit for tomorrow, under a secret by which the draw picks as the story says."""
    day = today + DAY
    draw = actions.commit_draw(actor=DRAWING, pool_id=pool.pk, day=day, now=now, secret="0" * 64)
    replay.later(replay.at(day, DRAWN), lambda then: _run(replay, pool, draw, then))
    replay.later(
        replay.at(day + DAY, COMMITTED),
        lambda then: actions.reveal_draw(actor=DRAWING, draw_id=draw.pk, now=then),
    )
    _commit_later(replay, pool, day)


def _run(replay: Replay, pool: Any, draw: Draw, now: datetime) -> None:
    """Before the morning's draw, look for a secret that draws as the story says."""
    wanted = {
        event.person
        for event in replay.events
        if isinstance(event, events.TestDrawn) and event.day == draw.day
    }
    listed = roster_of(pool, draw.day)
    for number in range(MOST_SECRETS):
        secret = f"{number:064x}"
        drawn = any(
            item.entry.is_drawn(
                lot_of(secret, METHOD, draw.pool.code, draw.day.isoformat(), item.entry.token),
                draw.day,
            )
            for item in listed
        )
        if drawn == bool(wanted and listed):
            break
    row = Draw.objects.get(pk=draw.pk)
    row.sealed_secret = secret
    row.save(update_fields=["sealed_secret"])
    actions.run_draw(actor=DRAWING, draw_id=draw.pk, now=now)


@performs(events.TestDrawn)
def test_drawn(replay: Replay, event: events.TestDrawn) -> None:
    """The draw of that morning has ordered it; the panel is the story's."""
    replay.live_until(utc(event.at) + DRAWN_BY)
    test = DrugTest.objects.unscoped(WHY).get(draw__day=event.day, client_id=replay.client_id)
    test.change(panel=list(event.panel))
    replay.ids[event.test] = test.pk


@performs(events.TestNotified)
def test_notified(replay: Replay, event: events.TestNotified) -> None:
    """Tell the client; a draw has told them itself, and only the story's window is not its own."""
    test = DrugTest.objects.unscoped(WHY).get(pk=replay.ids[event.test])
    if test.draw_id is not None:
        test.change(notified_at=utc(event.at), due_at=utc(event.due_at))
        return
    actions.notify_test(
        actor=replay.who(event),
        test_id=replay.ids[event.test],
        due_at=utc(event.due_at),
        now=utc(event.at),
    )


@performs(events.TestCollected)
def test_collected(replay: Replay, event: events.TestCollected) -> None:
    """Take the specimen."""
    actions.record_collection(
        actor=replay.who(event),
        test_id=replay.ids[event.test],
        collection=event.collection,
        temperature_f=Decimal(str(event.temperature_f)),
        temperature_minutes=TEMPERATURE_READ,
        is_identity_checked=True,
        is_sealed=True,
        client_initials=initials(replay.profile.name),
        now=utc(event.at),
    )


@performs(events.TestEnded)
def test_ended(replay: Replay, event: events.TestEnded) -> None:
    """End it without a specimen; one whose window cannot be kept ends by itself."""
    by_itself = event.state == DrugTest.State.CANCELLED
    actions.end_test(
        actor=DRAWING if by_itself else replay.who(event),
        test_id=replay.ids[event.test],
        state=event.state,
        reason=event.reason,
        client_initials=initials(replay.profile.name),
        now=utc(event.at),
    )


@performs(events.TestResulted)
def test_resulted(replay: Replay, event: events.TestResulted) -> None:
    """Enter the readings; whoever carries the client looks at them within days.

    The story does not tell of the clinician who set what each is tested for; somebody had.
    """
    test_id = replay.ids[event.test]
    DrugTest.objects.unscoped(WHY).filter(pk=test_id).update(panel_need=OWN_PANEL)
    actions.enter_results(
        actor=replay.who(event),
        test_id=replay.ids[event.test],
        kit_id=_kit(replay).pk,
        method=event.method,
        readings=[
            Measured(
                analyte=item.analyte,
                reading=str(reading_of(item)),
                level=None if item.level is None else Decimal(str(item.level)),
                cutoff=None if item.cutoff is None else Decimal(str(item.cutoff)),
                unit=item.unit,
                is_prescribed=item.value in EXPECTED,
            )
            for item in event.results
        ],
        creatinine=Decimal(str(event.creatinine_mg_dl)),
        gravity=Decimal(str(event.specific_gravity)),
        is_called_invalid=event.specimen == "invalid",
        now=utc(event.at),
    )
    replay.later(utc(event.at) + LOOKED_AT, lambda now: _look_at(replay, event.test, now))


def _kit(replay: Replay) -> Kit:
    """The lot of cups that everything of the story is read with, under a certificate."""
    site = next(iter(replay.setting.sites.values()))
    known = Kit.objects.filter(lot="replay").first()
    if known is not None:
        return known
    by = replay.staff(replay.counselor).worker_id
    for each in replay.setting.sites.values():
        Certificate.objects.create(
            site=each, number="replay", kind="waiver", starts_on=date(2020, 1, 1),
            ends_on=date(2040, 1, 1), recorded_at=replay.at(date(2020, 1, 1), DRAWN),
            recorded_by_id=by,
        )  # fmt: skip
    return Kit.objects.create(
        site=site, name="Cup", lot="replay", analytes=list(KNOWN_ANALYTES), added_by_id=by,
        expires_on=date(2040, 1, 1), added_at=replay.at(date(2020, 1, 1), DRAWN),
    )  # fmt: skip


def _look_at(replay: Replay, test: str, now: datetime) -> None:
    row = DrugTest.objects.unscoped(WHY).select_related("episode").get(pk=replay.ids[test])
    actor = replay.staff(replay.counselor)
    if asks_for_a_talk(row, row.results.unscoped(WHY).all(), row.episode.ended_at is None):
        actions.discuss_result(
            actor=actor,
            test_id=row.pk,
            client_account="no_comment",
            discussion=TALKED_OVER,
            now=now,
        )
    elif row.state == DrugTest.State.RESULTED:
        actions.review_result(actor=actor, test_id=row.pk, now=now)


@performs(events.TestReviewed)
def test_reviewed(replay: Replay, event: events.TestReviewed) -> None:
    """Look at the result."""
    row = DrugTest.objects.unscoped(WHY).get(pk=replay.ids[event.test])
    if row.state == DrugTest.State.RESULTED:
        actions.review_result(actor=replay.who(event), test_id=row.pk, now=utc(event.at))


@performs(events.TestDiscussed)
def test_discussed(replay: Replay, event: events.TestDiscussed) -> None:
    """Talk it over."""
    actions.discuss_result(
        actor=replay.who(event),
        test_id=replay.ids[event.test],
        client_account=event.client_account,
        discussion=event.response,
        unconfirmed_reason=event.unconfirmed_reason,
        now=utc(event.at),
    )

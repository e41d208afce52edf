"""Drug tests from the draw to the specimen."""

from decimal import Decimal

from homeward.demo.rows.book import utc
from homeward.demo.rows.draws import draw_of
from homeward.demo.rows.teller import Teller, tells
from homeward.demo.story import events
from homeward.demo.wording import initials
from homeward.drugtests.actions.end_test import SAID_BY_CLIENT
from homeward.drugtests.models import DrugTest

State = DrugTest.State
TEMPERATURE_READ = 2


@tells(events.TestDrawn)
def test_drawn(told: Teller, event: events.TestDrawn) -> None:
    """A test of that day's draw, told to the client at once."""
    life, at = told.life(event), utc(event.at)
    if not life.is_in_care:
        return
    draw, due_at = draw_of(told, life, event)
    life.tests[event.test] = told.book.add(
        DrugTest,
        event.test,
        episode=life.episode,
        draw=draw,
        panel=list(event.panel),
        panel_need="own_substances",
        state=State.NOTIFIED.value,
        ordered_at=at,
        notified_at=at,
        due_at=due_at,
        **life.about(),
    )


@tells(events.TestNotified)
def test_notified(told: Teller, event: events.TestNotified) -> None:
    """The client was told in person; the window starts anew."""
    if (test := told.life(event).tests.get(event.test)) is not None:
        told.book.change(test, notified_at=utc(event.at), due_at=utc(event.due_at))


@tells(events.TestCollected)
def test_collected(told: Teller, event: events.TestCollected) -> None:
    """A specimen in hand."""
    life = told.life(event)
    if (test := life.tests.get(event.test)) is None:
        return
    told.book.change(
        test,
        state=State.COLLECTED.value,
        collected_at=utc(event.at),
        collected_by_id=told.setting.worker_id(event.by),
        observed=event.collection,
        temperature_f=Decimal(str(event.temperature_f)),
        temperature_minutes=TEMPERATURE_READ,
        is_identity_checked=True,
        identity_by="known",
        is_sealed=True,
        client_initials=initials(life.client.name) if event.client_initialed else "",
    )


@tells(events.TestEnded)
def test_ended(told: Teller, event: events.TestEnded) -> None:
    """No specimen, with what happened."""
    if (test := told.life(event).tests.get(event.test)) is not None:
        told.book.change(
            test,
            state=event.state,
            ended_at=utc(event.at),
            # Nobody cancels a test alone: one whose window cannot be kept ends by itself.
            ended_by_id=None
            if event.state == State.CANCELLED
            else told.setting.worker_id(event.by),
            ended_reason=event.reason[:200],
            client_initials=initials(told.life(event).client.name)
            if event.state in SAID_BY_CLIENT
            else "",
        )

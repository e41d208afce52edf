"""Effects outside the database: promised with the change, delivered at least once, never twice."""

from datetime import timedelta

import pytest

from homeward import audit
from homeward.core import outbox
from homeward.core.models import OutboxItem
from homeward.testing.cast import NOON

State = OutboxItem.State
delivered: list[str] = []


@pytest.fixture(autouse=True)
def _handlers(monkeypatch):
    delivered.clear()
    monkeypatch.setattr(outbox, "_handlers", {})

    @outbox.handles("test.letter")
    def deliver(item, now):
        delivered.append(item.key)
        return State.DELIVERED, "sent"

    @outbox.handles("test.broken")
    def break_down(item, now):
        raise OSError("the line is dead")

    @outbox.handles("test.revoked")
    def withhold(item, now):
        return State.WITHHELD, "consent_revoked"


def promise(kind: str = "test.letter", key: str = "letter-1") -> OutboxItem:
    with audit.unit():
        return outbox.send(kind, key=key, payload={"id": "1"}, now=NOON)


@pytest.mark.django_db(transaction=True)
class TestOutbox:
    def test_delivers_once_however_often_it_is_asked(self):
        """The job and the sweep may both come; the effect is one."""
        item = promise()

        outcomes = [outbox.deliver(item.pk, now=NOON) for _ in range(3)]

        assert (outcomes, delivered) == ([State.DELIVERED] * 3, ["letter-1"])

    def test_the_same_key_is_one_promise(self):
        """Two actions that promise the same letter send it once."""
        assert promise().pk == promise().pk

    def test_an_undone_change_takes_its_promise_with_it(self):
        """Rolled back, the effect was never asked for."""

        def undone() -> None:
            with audit.unit():
                outbox.send("test.letter", key="never", payload={}, now=NOON)
                raise ValueError

        with pytest.raises(ValueError):
            undone()

        assert not OutboxItem.objects.filter(key="never").exists()

    def test_a_dead_line_is_tried_again_later_and_later(self):
        """Nothing is lost while the other side sleeps."""
        item = promise("test.broken")

        assert outbox.deliver(item.pk, now=NOON) == State.WAITING
        item.refresh_from_db()
        assert (item.attempts, item.due_at) == (1, NOON + timedelta(seconds=60))

    def test_after_many_tries_a_person_must_look(self):
        """In doubt is a state of its own, neither sent nor forgotten."""
        item = promise("test.broken")
        for _ in range(outbox.MOST_ATTEMPTS):
            outbox.deliver(item.pk, now=NOON)

        item.refresh_from_db()
        assert item.state == State.IN_DOUBT

    def test_a_handler_may_withhold_at_the_instant_of_sending(self):
        """A revocation between promise and sending wins."""
        item = promise("test.revoked")

        assert outbox.deliver(item.pk, now=NOON) == State.WITHHELD

"""A signal and what was told of somebody's life, for the access matrix."""

from datetime import timedelta
from typing import Any

from homeward.retention.models import OwnDate, RiskSignal
from homeward.retention.rules.course import Fact, Kind, raised
from homeward.testing.stage import NOON


def add_signals(rows: dict[str, Any], about: dict[str, Any], subject: Any) -> None:
    """An open signal with one line of reasons, and a day of their own."""
    fact = Fact(Kind.CRAVING, NOON.date(), "check_in", str(subject.client.pk), 8)
    rows["signal"] = RiskSignal.objects.create(
        **about, episode=subject.episode, code="craving_rise", trigger=fact.key,
        decision=raised("craving_rise", [fact], fact, needed=2, before="2.0", now="8.0").to_json(),
        rule_set="signals-1", rule_version="1", raised_at=NOON, looked_on=NOON.date(),
        owner=subject.counselor, due_at=NOON + timedelta(hours=24),
    )  # fmt: skip
    rows["told"] = OwnDate.objects.create(
        **about, month=11, day=26, what=subject.canary("assessment"), said_at=NOON,
        said_to=subject.counselor,
    )  # fmt: skip

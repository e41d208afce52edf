"""The week: lines that stand on their weekdays from a day on, until they are ended."""

from collections.abc import Collection
from datetime import date, datetime, time
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.dayplans.kinds import LineKind
from homeward.dayplans.models import WeekLine
from homeward.dayplans.reaching import day_at, held, plan_for_writing, purpose_of
from homeward.dayplans.refusals import LineUnclear

MOST_LINES, LONGEST = 80, 80


@action
def add_to_week(
    *,
    actor: Actor,
    client_id: UUID,
    weekdays: Collection[int],
    starts: time,
    ends: time,
    kind: str,
    now: datetime,
    label: str = "",
    from_on: date | None = None,
) -> list[WeekLine]:
    """One line for each weekday (Monday 0), from a day on; over midnight where it ends earlier.

    Staff write only while the client shares everything. Raises LineUnclear, DayNotShared;
    Client.DoesNotExist out of reach.
    """
    client, _plan = plan_for_writing(actor, client_id, now)
    from_on = from_on or day_at(now, client)
    wrong = {
        "line_weekday_missing": not weekdays or not set(weekdays) <= set(range(7)),
        "line_has_no_length": starts == ends,
        "line_kind_unknown": kind not in LineKind.values,
        "line_label_missing": kind == LineKind.OTHER and not label.strip(),
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise LineUnclear(*codes)
    standing = WeekLine.objects.for_actor(actor, purpose_of(actor)).filter(
        client_id=client.pk, until_on=None
    )
    if standing.count() + len(set(weekdays)) > MOST_LINES:
        raise LineUnclear("line_too_many")
    made = []
    for weekday in sorted(set(weekdays)):
        row = WeekLine.objects.create(
            client=client, site_id=client.site_id, weekday=weekday, starts=starts, ends=ends,
            kind=kind, label=" ".join(label.split())[:LONGEST], from_on=from_on, written_at=now,
            written_by_id=actor.worker_id,
        )  # fmt: skip
        audit.record("dayplans.line.written", actor=actor, subject=row, at=now)
        made.append(row)
    return made


@action
def end_line(*, actor: Actor, client_id: UUID, line_id: UUID, now: datetime) -> WeekLine:
    """From today on a line of the week does not stand any more; days that were keep it."""
    client, _plan = plan_for_writing(actor, client_id, now)
    row = held(WeekLine, actor, client.pk, line_id)
    if row.until_on is None:
        row.change(until_on=max(row.from_on, day_at(now, client)))
        audit.record("dayplans.line.ended", actor=actor, subject=row, at=now)
    return row

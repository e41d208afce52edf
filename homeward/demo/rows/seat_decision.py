"""Why a standing seat was offered, as the timetable's rule says it."""

from typing import Any

from homeward.demo.rows.life import Life
from homeward.demo.rows.teller import Teller
from homeward.demo.story import events
from homeward.timetable.rules.seating import ClientFacts, GroupFacts, HoursAsked, seat_for


def seat_decision(
    told: Teller, life: Life, group: Any, event: events.SeatTaken, coming: list[Any]
) -> Any:
    """The seating rule's answer for a client and a group, from the rows so far."""
    day = event.from_day
    standing = [row for row in told.standing.get(event.slot, []) if _stands(row, day)]
    fullest = max(
        (sum(s.released_at is None for s in told.seats_in.get(key, [])) for key, _ in coming),
        default=0,
    )
    held = [row for row in life.memberships.values() if _stands(row, day)]
    elsewhere = [row for row in held if row.group_id != group.pk]
    clashes = {
        row.group.name
        for row in elsewhere
        if row.group.weekday == group.weekday
        and row.group.starts < group.ends
        and row.group.ends > group.starts
    }
    clashes |= {
        each.session.name
        for _, session in coming
        for each in life.seats_on.get(session.on, [])
        if each.released_at is None
        and each.session.group_id != group.pk
        and each.starts_at < session.ends_at
        and each.ends_at > session.starts_at
    }
    episode = life.episode
    return seat_for(
        GroupFacts(
            code=group.code,
            site=str(group.site_id),
            track=str(group.track_id or ""),
            phases=frozenset(str(phase.pk) for phase in group.phases.all()),
            capacity=group.capacity,
            taken=max(len(standing), fullest),
            minutes=group.clinical_minutes,
        ),
        ClientFacts(
            site=str(episode.site_id),
            track=str(episode.track_id),
            phase=str(episode.phase_id),
            clashes=tuple(sorted(clashes)),
            is_seated=any(row.group_id == group.pk for row in held),
            planned_minutes=sum(row.group.clinical_minutes for row in elsewhere),
        ),
        HoursAsked(
            episode.phase.weekly_minutes, int(told.setting.numbers(day)["iop_max_weekly_minutes"])
        ),
    )


def _stands(row: Any, day: Any) -> bool:
    return row.ends_on is None or row.ends_on > day

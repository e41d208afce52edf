"""Writing what the program room itself reads: places, phases, curriculum, numbers, closed days."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from homeward.program.file.outline import DeadlinePart, NumberPart, PhasePart, ProgramOutline
from homeward.program.file.sections import Loading, Tally
from homeward.program.file.writing import by_code, settle
from homeward.program.models import (
    CurriculumTopic,
    Deadline,
    Holiday,
    HouseRule,
    Organisation,
    Phase,
    Program,
    Room,
    RuleNumber,
    SessionType,
    Site,
    Track,
)

OUT_OF_THE_WAY = 10_000


def load_organisation(outline: ProgramOutline, tally: Tally) -> Organisation:
    """The one organisation of this installation."""
    part = outline.organisation
    return settle(
        Organisation.objects.first(),
        Organisation,
        {},
        {
            "name": part.name,
            "public_name": part.public_name,
            "neutral_name": part.neutral_name,
            "phone": part.phone,
            "time_zone": part.time_zone,
            "week_starts_on": part.week_starts_on,
            "jurisdiction": part.jurisdiction,
        },
        tally,
    )


def load_program(outline: ProgramOutline, tally: Tally) -> Program:
    """The program's own row."""
    return settle(
        Program.objects.filter(code=outline.code).first(),
        Program,
        {"code": outline.code},
        {
            "name": outline.name,
            "level_edition": outline.level_edition,
            "level_code": outline.level_code,
            "is_telehealth_allowed": outline.is_telehealth_allowed,
        },
        tally,
    )


def load_parts(loading: Loading) -> None:
    """Everything below the program that this room owns."""
    sites = _load_sites(loading)
    _load_phases(loading)
    _load_tracks(loading, sites)
    _load_curriculum(loading)
    today = today_of(loading)
    _load_numbers(loading, today)
    _load_deadlines(loading, today)
    _load_holidays(loading, today)


def today_of(loading: Loading) -> date:
    """The organisation's date at the moment of loading."""
    return loading.now.astimezone(ZoneInfo(loading.outline.organisation.time_zone)).date()


def _load_sites(loading: Loading) -> dict[str, Site]:
    rows = by_code(Site.objects.all())
    for part in loading.outline.sites:
        values = {
            "name": part.name,
            "time_zone": part.time_zone,
            "address": part.address,
            "phone": part.phone,
            "state": part.state,
        }
        row = rows[part.code] = settle(
            rows.get(part.code), Site, {"code": part.code}, values, loading.tally("sites")
        )
        rooms = by_code(Room.objects.filter(site=row))
        for room in part.rooms:
            settle(
                rooms.get(room.code),
                Room,
                {"site": row, "code": room.code},
                {"name": room.name, "seats": room.seats},
                loading.tally("rooms"),
            )
    return rows


def _load_phases(loading: Loading) -> None:
    rows = by_code(Phase.objects.filter(program=loading.program))
    wanted = {part.code: place for place, part in enumerate(loading.outline.phases, start=1)}
    kept = [code for code in rows if code not in wanted]
    wanted |= {code: len(wanted) + place for place, code in enumerate(kept, start=1)}
    moved = [row for code, row in rows.items() if row.position != wanted[code]]
    for place, row in enumerate(moved):
        # Positions are unique, so two phases can only trade places by way of a third.
        Phase.objects.filter(pk=row.pk).update(position=OUT_OF_THE_WAY + place)
    for code in kept:
        settle(rows[code], Phase, {}, {"position": wanted[code]}, loading.tally("phases"))
    for part in loading.outline.phases:
        settle(
            rows.get(part.code),
            Phase,
            {"program": loading.program, "code": part.code},
            _phase_values(part, wanted[part.code]),
            loading.tally("phases"),
        )


def _phase_values(part: PhasePart, position: int) -> dict[str, Any]:
    return {
        "name": part.name,
        "position": position,
        "color": part.color,
        "level_code": part.level,
        "weekly_minutes": part.weekly_minutes,
        "days_per_week": part.days_per_week,
        "typical_weeks": part.typical_weeks,
        "tests_per_month": part.tests_per_month,
    }


def _load_tracks(loading: Loading, sites: dict[str, Site]) -> None:
    rows = by_code(Track.objects.filter(program=loading.program))
    for part in loading.outline.tracks:
        settle(
            rows.get(part.code),
            Track,
            {"program": loading.program, "code": part.code},
            {
                "name": part.name,
                "site_id": sites[part.site].pk,
                "day_starts": part.day_starts,
                "day_ends": part.day_ends,
            },
            loading.tally("tracks"),
        )


def _load_curriculum(loading: Loading) -> None:
    program = loading.program
    rows = by_code(SessionType.objects.filter(program=program))
    for kind in loading.outline.session_types:
        values = {
            "name": kind.name,
            "kind": kind.kind,
            "minutes": kind.minutes,
            "clinical_minutes": kind.clinical_minutes,
            "blocks": [block.to_json() for block in kind.blocks],
            "smallest": kind.smallest,
            "largest": kind.largest,
            "is_clinical": kind.clinical_minutes > 0,
            "credentials": list(kind.credentials),
        }
        identity = {"program": program, "code": kind.code}
        settle(rows.get(kind.code), SessionType, identity, values, loading.tally("session_types"))
    rows = by_code(CurriculumTopic.objects.filter(program=program))
    for place, topic in enumerate(loading.outline.topics, start=1):
        values = {
            "title": topic.title,
            "summary": topic.summary,
            "position": place,
            "for_types": list(topic.for_types),
        }
        identity = {"program": program, "code": topic.code}
        settle(rows.get(topic.code), CurriculumTopic, identity, values, loading.tally("topics"))
    rows = by_code(HouseRule.objects.filter(program=program))
    for place, rule in enumerate(loading.outline.house_rules, start=1):
        values = {"text": rule.text, "position": place}
        identity = {"program": program, "code": rule.code}
        settle(rows.get(rule.code), HouseRule, identity, values, loading.tally("house_rules"))


def number_values(part: NumberPart | DeadlinePart) -> dict[str, Any]:
    """The columns a number or deadline is compared by, its source among them."""
    source = {
        "tag": part.source.tag,
        "source_title": part.source.title,
        "citation": part.source.citation,
    }
    if isinstance(part, NumberPart):
        return {"value": part.value, "unit": part.unit, **source}
    return {
        "clock_start": part.clock_start,
        "limit": part.limit,
        "unit": part.unit,
        "calendar": part.calendar,
        **source,
    }


def _load_numbers(loading: Loading, today: date) -> None:
    program = loading.program
    rows = RuleNumber.objects.filter(program=program).order_by("starts_on")
    last = {row.code: row for row in rows}
    for part in loading.outline.numbers:
        identity = {"program": program, "code": part.code}
        settle_value(
            last.get(part.code), RuleNumber, identity, part, today, loading.tally("numbers")
        )


def _load_deadlines(loading: Loading, today: date) -> None:
    program = loading.program
    rows = Deadline.objects.filter(program=program).order_by("starts_on")
    last = {(row.document, row.applies_to): row for row in rows}
    for part in loading.outline.deadlines:
        key = (part.document, part.applies_to)
        identity = {"program": program, "document": part.document, "applies_to": part.applies_to}
        settle_value(last.get(key), Deadline, identity, part, today, loading.tally("deadlines"))


def settle_value(
    last: Any,
    model: Any,
    identity: dict[str, Any],
    part: NumberPart | DeadlinePart,
    today: date,
    tally: Tally,
) -> None:
    """A value that changed is a new row from the file's day, or from today when that has passed.

    `last` is the row that starts last. Only a row of the same day that nobody has adopted yet is
    changed in place.
    """
    values = number_values(part)
    if last is None:
        settle(None, model, {**identity, "starts_on": part.starts_on}, values, tally)
    elif all(getattr(last, name) == value for name, value in values.items()):
        tally.same += 1
    else:
        starts_on = (
            part.starts_on if part.starts_on > last.starts_on else max(today, last.starts_on)
        )
        if starts_on == last.starts_on and last.adopted_at is None:
            settle(last, model, {}, values, tally)
            return
        if starts_on == last.starts_on:
            starts_on = date.fromordinal(starts_on.toordinal() + 1)
        settle(None, model, {**identity, "starts_on": starts_on}, values, tally)


def _load_holidays(loading: Loading, today: date) -> None:
    rows = {row.on: row for row in Holiday.objects.filter(program=loading.program)}
    tally = loading.tally("holidays")
    for part in loading.outline.holidays:
        identity = {"program": loading.program, "on": part.on}
        settle(rows.pop(part.on, None), Holiday, identity, {"name": part.name}, tally)
    for day, row in rows.items():
        if day > today:  # a closing that never came has no history
            row.delete()
            tally.ended += 1

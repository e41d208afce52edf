"""Breaches that were open before they had clocks get them, from the day they were known.

Only what is missing is set: a clock that runs is not moved, and one that was ruled out or closed
has none.
"""

from django.db import migrations

from homeward.core.clock import local_day
from homeward.incidents.rules.breach import HHS, MEDIA, PEOPLE, Breach, BreachNumbers, breach_clocks
from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.reasons import Decision, Source
from homeward.program.rules.defaults import safe_number

COLUMNS = {PEOPLE: "people_due_at", HHS: "hhs_due_at", MEDIA: "media_due_at"}
CODES = {
    "people_days": "breach_people_days",
    "many_people": "breach_many_people",
    "year_end_days": "breach_year_end_days",
    "warning_days": "breach_warning_days",
}


def start(apps, schema_editor):
    """The clocks of every open breach, by its program's numbers of the day it was known."""
    rows = apps.get_model("incidents", "Incident").objects.filter(
        kind="privacy_breach", closed_at=None, breach_ruled_out_because=""
    )
    stated = apps.get_model("program", "RuleNumber").objects
    for row in rows.select_related("site"):
        zone = row.site.time_zone
        on = local_day(row.known_at, zone)
        numbers = BreachNumbers(
            **{name: _number(stated, row.program_id, code, on) for name, code in CODES.items()}
        )
        known = Breach(people=row.breach_people, in_one_state=row.breach_in_one_state)
        clocks = breach_clocks(on, zone, known, numbers)
        missing = [
            code for code, column in COLUMNS.items()
            if code in clocks.due and getattr(row, column) is None
        ]  # fmt: skip
        if not missing:
            continue
        for code in missing:
            setattr(row, COLUMNS[code], clocks.due[code])
        row.timers = _told(row.timers, clocks)
        row.version += 1
        row.save(update_fields=[*(COLUMNS[code] for code in missing), "timers", "version"])


def _number(stated, program_id, code, on):
    """A number as it held on a day; the safe one where the program stated none."""
    held = stated.filter(program_id=program_id, code=code, starts_on__lte=on)
    row = held.order_by("-starts_on").first()
    if row is None:
        return safe_number(code)
    source = Source(code, row.source_title, row.tag, row.citation)
    return ProgramNumber(
        code, row.value, row.unit, source, row.starts_on, row.adopted_at is not None
    )


def _told(timers, clocks):
    """The recorded decision with these clocks, from when they warn, and why."""
    decided = timers.get("timers")
    if not decided:
        return timers
    made = Decision("", "", "", clocks.reasons).to_json()["reasons"]
    new = {line["code"] for line in made}
    extras = decided.get("extras", {})
    instants = {
        name: {code: at.isoformat() for code, at in found.items()}
        for name, found in (("due", clocks.due), ("warns", clocks.warns))
    }
    return timers | {
        "timers": decided
        | {
            "reasons": [*(r for r in decided["reasons"] if r["code"] not in new), *made],
            "extras": extras
            | {name: {**extras.get(name, {}), **at} for name, at in instants.items()},
        }
    }


class Migration(migrations.Migration):
    """Data only."""

    dependencies = [
        ("incidents", "0003_breach_clocks"),
        ("program", "0006_state_report_is_a_deadline"),
    ]

    operations = [migrations.RunPython(start, migrations.RunPython.noop)]

"""The lines of the weekly need, one thing each."""

from typing import TYPE_CHECKING

from homeward.kernel.reasons import Reason, Source, State

if TYPE_CHECKING:
    from homeward.timetable.rules.need import NeedFacts, NeedNumbers

PLAN = Source("program_week", "The program's own week for this phase and track", "norm")
AUTHORIZED = Source("authorization", "The payer's authorization", "payer")
TREATMENT = Source("treatment_plan", "The client's treatment plan in force", "norm")
# Minutes of a unit; a day or half a day is counted in days.
UNIT_MINUTES = {"hour": 60, "quarter_hour": 15}


def first_lines(facts: "NeedFacts", numbers: "NeedNumbers", one_to_ones: int) -> list[Reason]:
    """Phase, days, one-to-ones and authorization."""
    lines = [
        Reason(
            "need_phase_week",
            State.MET if facts.mix else State.NOT_MET,
            (),
            PLAN,
            {"phase": facts.phase, "hours": hours(facts.phase_minutes), "days": facts.phase_days},
        )
    ]
    if facts.is_intensive:
        short = facts.phase_days < int(numbers.least_days)
        lines.append(
            Reason(
                "need_level_days",
                State.NOT_MET if short else State.MET,
                (),
                numbers.least_days.source,
                {"days": int(numbers.least_days)},
            )
        )
    if facts.held_days is not None and facts.held_days < facts.phase_days:
        detail = {"days": facts.held_days, "phase_days": facts.phase_days}
        lines.append(Reason("need_fewer_days_held", State.NOT_MET, (), PLAN, detail))
    if facts.individual:
        number = (
            numbers.individual_first if facts.is_first_phase else numbers.individual_later_weeks
        )
        detail = {"times": one_to_ones, "booked": facts.already_booked}
        lines.append(Reason("need_individual", State.MET, (), number.source, detail))
    lines += [
        Reason(
            "need_plan_asks", State.MET, (), TREATMENT,
            {"service": each.code, "times": each.times, "booked": each.booked},
        )
        for each in facts.asked
        if each.times
    ]  # fmt: skip
    # Whoever reads it amends the plan, adds the kind to the program, or books it elsewhere.
    lines += [
        Reason("need_not_held", State.NOT_MET, (), TREATMENT, {"service": kind})
        for kind in facts.not_held
    ]
    if facts.most_authorized is not None:
        limit = {"hours": hours(facts.most_authorized)}
        lines.append(Reason("need_authorized", State.MET, (), AUTHORIZED, limit))
    return lines


def closed_lines(lost: list[int]) -> list[Reason]:
    """What closed days take from the program's week, and what of it is made up."""
    out, again = sum(each for each in lost if each > 0), -sum(each for each in lost if each < 0)
    found = []
    if out:
        found.append(Reason("need_closed_days", State.MET, (), PLAN, {"hours": hours(out)}))
    if again:
        found.append(Reason("need_made_up", State.NOT_MET, (), PLAN, {"hours": hours(again)}))
    return found


def authorized_lines(facts: "NeedFacts", total: int, days: int) -> list[Reason]:
    """Where the week and the payer's authorization do not agree; nothing where they do.

    Care is planned as it is needed; the line tells somebody to ask the payer for more.
    """
    held = facts.authorized
    if held is None:
        missing = facts.needs_authorization and facts.is_intensive
        return [_apart("need_not_authorized")] if missing else []
    if facts.binding is None:
        return [_apart("need_other_level", level=held.level, own=facts.level)]
    found = []
    if facts.most_authorized is not None and total > facts.most_authorized:
        most = hours(facts.most_authorized)
        found.append(_apart("need_over_authorized", hours=hours(total), most=most))
    if held.least is not None and total < held.least:
        found.append(_apart("need_under_authorized", hours=hours(total), least=hours(held.least)))
    if held.units_left is not None and _units(held.counted_in, total, days) > held.units_left:
        found.append(_apart("need_units_short", left=held.units_left))
    return found


def _units(counted_in: str, minutes: int, days: int) -> int:
    """Units that a week of so many minutes on so many days comes to."""
    each = UNIT_MINUTES.get(counted_in)
    if each is not None:
        return -(-minutes // each)
    return days * 2 if counted_in == "half_day" else days


def _apart(code: str, **detail: object) -> Reason:
    return Reason(code, State.NOT_MET, (), AUTHORIZED, detail)


def minutes_line(facts: "NeedFacts", numbers: "NeedNumbers", total: int, least: int) -> Reason:
    """Whether the meetings come to the phase's minutes and, where it counts, to the level's."""
    detail = {
        "hours": hours(total),
        "phase_hours": hours(facts.phase_minutes),
        "least_hours": hours(int(numbers.least_minutes)),
    }
    if facts.is_intensive and total < int(numbers.least_minutes):
        code, state = "need_below_level", State.NOT_MET
    elif total < facts.phase_minutes:
        code, state = "need_below_phase", State.NOT_MET
    else:
        code, state = "need_hours", State.MET
    return Reason(code, state, (), numbers.least_minutes.source if least else PLAN, detail)


def hours(minutes: int) -> str:
    """Minutes as hours with at most one decimal."""
    return f"{minutes / 60:g}" if minutes % 6 == 0 else f"{minutes / 60:.1f}"

"""The lines of the weekly need, one thing each."""

from typing import TYPE_CHECKING

from homeward.kernel.reasons import Reason, Source, State

if TYPE_CHECKING:
    from homeward.timetable.rules.need import NeedFacts, NeedNumbers

PLAN = Source("program_week", "The program's own week for this phase and track", "norm")
AUTHORIZED = Source("authorization", "The payer's authorization", "payer")


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
    if facts.authorized_most is not None:
        limit = {"hours": hours(facts.authorized_most)}
        lines.append(Reason("need_authorized", State.MET, (), AUTHORIZED, limit))
    return lines


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

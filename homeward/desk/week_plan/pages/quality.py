"""How good a plan is: what is unmet first, then broken promises, then comfort against the bound."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy

from homeward.core.components import Fact, Figure
from homeward.desk.week_plan.sittings import Sitting
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.schedule import Schedule

COMFORT = {
    "open_meeting": ngettext_lazy("%d group meeting is held", "%d group meetings are held"),
    "under": ngettext_lazy(
        "%d seat short of a comfortable size, counted at each meeting",
        "%d seats short of a comfortable size, counted at each meeting",
    ),
    "over": ngettext_lazy(
        "%d person above the size aimed for, counted at each meeting",
        "%d people above the size aimed for, counted at each meeting",
    ),
    "extra_day": ngettext_lazy(
        "%d day on which somebody comes beyond the days they need",
        "%d days on which somebody comes beyond the days they need",
    ),
    "short_day": ngettext_lazy(
        "%d day on which somebody comes for less than two hours",
        "%d days on which somebody comes for less than two hours",
    ),
    "lunch": ngettext_lazy("%d idle stretch over lunch", "%d idle stretches over lunch"),
    "mode": ngettext_lazy(
        "%d session in another way than preferred", "%d sessions in another way than preferred"
    ),
    "pref": ngettext_lazy(
        "%d stretch outside preferred hours", "%d stretches outside preferred hours"
    ),
    "overload": ngettext_lazy(
        "%d stretch a colleague works beyond their week",
        "%d stretches colleagues work beyond their week",
    ),
}
STATUS = {
    "optimal": gettext_lazy("Proven: nothing better exists"),
    "complete": gettext_lazy("Everything is placed; the best found in the time it had"),
    "partial": gettext_lazy("The best found in the time it had"),
    "cancelled": gettext_lazy("Stopped by hand, with the best found until then"),
}


@dataclass(frozen=True, slots=True)
class Quality:
    """The card `This plan`: one tag, a few figures, what comfort is made of, how it was made."""

    tag: str
    tone: str
    figures: tuple[Figure, ...]
    comfort: tuple[Fact, ...]
    comfort_words: str
    made: tuple[Fact, ...]


def quality_of(
    draft: Any,
    instance: Instance,
    schedule: Schedule,
    report: Any,
    sittings: list[Sitting],
    broken: int,
    changed: int | None,
) -> Quality:
    """Unmet, promises and comfort in words. Costs are the plan's own points, not money.

    `broken` counts the rules that stand in the way of publishing; kept promises do not. `changed`
    are the clients whose week changes, None where nobody was told one.
    """
    tiers = report.tiers
    gap = gap_percent(tiers.tier3, bound_of(draft.bounds))
    return Quality(
        tag=_tag(report.unplaced, tiers.tier1, gap),
        tone="urgent" if broken else "attention" if report.unplaced else "done",
        figures=_figures(draft, instance, schedule, report, sittings, broken, changed),
        comfort=_comfort(report.costs, instance.weights),
        comfort_words=_comfort_words(tiers.tier3, gap),
        made=_made(draft),
    )


def bound_of(bounds: Mapping[str, Any]) -> float | None:
    """The proven least comfort cost, as far as one was found."""
    found = bounds.get("tier3")
    return float(found) if found is not None else None


def gap_percent(cost: int, bound: float | None) -> int | None:
    """How far a cost may be from the best possible, rounded up; None without a useful bound."""
    if bound is None or bound <= 0:
        return 0 if bound == 0 == cost else None
    return max(0, -int(-(cost - bound) * 100 // bound))


def _tag(unplaced: int, tier1: int, gap: int | None) -> str:
    if unplaced:
        first = ngettext("%d session not placed", "%d sessions not placed", unplaced) % unplaced
    else:
        first = _("all placed") if not tier1 else _("all placed, some weeks short")
    if gap is None:
        return first
    return _("%(first)s · comfort within %(gap)s%%") % {"first": first, "gap": gap}


def _comfort_words(cost: int, gap: int | None) -> str:
    if gap is None:
        return _(
            "Comfort costs %(cost)s points. How near the best that is was not found out yet."
        ) % {"cost": f"{cost:,}"}
    if gap == 0:
        return _("Comfort costs %(cost)s points, and nothing less is possible.") % {
            "cost": f"{cost:,}"
        }
    return _("Comfort costs %(cost)s points, at most %(gap)s%% from the best possible.") % {
        "cost": f"{cost:,}",
        "gap": gap,
    }


def _figures(
    draft: Any,
    instance: Instance,
    schedule: Schedule,
    report: Any,
    sittings: list[Sitting],
    broken: int,
    changed: int | None,
) -> tuple[Figure, ...]:
    got: dict[str, int] = dict.fromkeys(instance.clients, 0)
    for each in sittings:
        for person in each.people:
            if person in got:
                got[person] += instance.services[each.service].slots
    wanted = {id_: _slots_needed(instance, id_) for id_ in instance.clients}
    hour = 60 / instance.grid.slot_minutes
    placed = sum(min(got[id_], wanted[id_]) for id_ in wanted)
    full = sum(got[id_] >= wanted[id_] for id_ in wanted)
    sizes = [len(group.members) for group in schedule.groups]
    figures = [
        Figure(str(report.unplaced), _("Sessions not placed"), _tone(report.unplaced, "urgent")),
        Figure(
            _("%(placed)s of %(required)s")
            % {
                "placed": f"{placed / hour:,.0f}",
                "required": f"{sum(wanted.values()) / hour:,.0f}",
            },
            _("Hours placed of hours needed"),
        ),
        Figure(
            _("%(count)s of %(all)s") % {"count": full, "all": len(wanted)},
            _("Clients with all they need"),
        ),
    ]
    if broken:
        figures.insert(0, Figure(str(broken), _("Rules broken"), "urgent"))
    if changed is not None:
        figures.append(
            Figure(str(changed), _("Clients who see a change"), _tone(changed, "attention"))
        )
    figures += [
        Figure(f"{min(sizes)}–{max(sizes)}" if sizes else "—", _("Group size, smallest–largest")),
        Figure(f"{report.tiers.tier3:,}", _("Comfort points, fewer are better")),
    ]
    if found := seconds_words(draft):
        figures.append(Figure(found, _("Found in")))
    return tuple(figures)


def seconds_words(draft: Any) -> str:
    """How long planning took; nothing where no engine ran."""
    if draft.ended_at is None or draft.started_at is None or not draft.trace:
        return ""
    seconds = (draft.ended_at - draft.started_at).total_seconds()
    return _("%(seconds)s s") % {"seconds": f"{seconds:.0f}"}


def _slots_needed(instance: Instance, client: str) -> int:
    return sum(
        instance.services[code].slots * meetings
        for code, meetings in instance.clients[client].needs.items()
        if code in instance.services
    )


def _tone(count: int, tone: str) -> str:
    return tone if count else "done"


def _comfort(costs: Mapping[str, int], weights: Mapping[str, int]) -> tuple[Fact, ...]:
    lines = []
    for name, words in COMFORT.items():
        cost = costs.get(name, 0)
        weight = weights.get(name, 0)
        if not cost or not weight:
            continue
        count = round(cost / weight)
        lines.append(
            Fact(str(words % count).capitalize(), _("%(cost)s points") % {"cost": f"{cost:,}"})
        )
    return tuple(lines)


def _made(draft: Any) -> tuple[Fact, ...]:
    effort = {"quick": _("Quick"), "normal": _("Normal"), "thorough": _("Thorough")}
    lines = [
        Fact(_("Started by"), draft.started_by.name if draft.started_by else _("the program")),
        Fact(_("Effort"), str(effort.get(draft.effort, draft.effort))),
        Fact(_("Outcome"), str(STATUS.get(draft.status, draft.status or "—"))),
        Fact(_("Seed"), str(draft.seed)),
        Fact(_("Fingerprint"), draft.fingerprint or "—"),
    ]
    if draft.deadline_fired:
        lines.append(
            Fact(
                _("Clock"),
                _("The clock ended it; the same input may come out otherwise on another machine."),
            )
        )
    return tuple(lines)

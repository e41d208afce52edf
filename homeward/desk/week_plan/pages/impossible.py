"""Meetings that no week could hold, each with the reason, in words."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from homeward.desk.week_plan.ground import Ground

# Who gives a reason of their own is named by it; nobody else is.
WHY = {
    "nobody_assigned": gettext_lazy("nobody is assigned to them for it"),
    "assigned_may_not": gettext_lazy("who is assigned to them may not hold it"),
    "windows_too_short": gettext_lazy("none of their free stretches is long enough"),
    "too_few_days": gettext_lazy("they are free on too few days"),
    "no_room": gettext_lazy("no room of the kind is open"),
    "hours_never_meet": gettext_lazy("their free hours and their colleague's never meet"),
    "authorised_hours": gettext_lazy("it is more than is authorized"),
    "class_too_small": gettext_lazy("too few people are in the same phase and language"),
    "nobody_leads_it": gettext_lazy("nobody who is there may lead it"),
    "no_day_pattern": gettext_lazy("no allowed set of days has so many meetings"),
    "no_pattern_fits_windows": gettext_lazy("no set of days fits their free hours"),
    "never_enough_together": gettext_lazy(
        "at no time are enough people and somebody to lead free together"
    ),
}
SHOWN = 6


def impossible_words(ground: Ground, found: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Sessions of one kind lost for one reason, said once; how many, and of whom."""
    lost: Counter[tuple[str, str]] = Counter()
    people: dict[tuple[str, str], list[str]] = {}
    for each in found:
        code = each["reasons"][0]["code"] if each["reasons"] else ""
        key = each["service"], code
        lost[key] += each["missing"]
        people.setdefault(key, []).append(ground.labels.names.client(each["client"]))
    lines = []
    for key, number in lost.most_common():
        service, code = key
        said = ngettext(
            "%(service)s: %(count)d session has no possible time, %(why)s (%(names)s)",
            "%(service)s: %(count)d sessions have no possible time, %(why)s (%(names)s)",
            number,
        )
        lines.append(
            said
            % {
                "count": number,
                "service": ground.labels.names.service(service),
                "why": WHY.get(code, code.replace("_", " ")),
                "names": _few(sorted(people[key])),
            }
        )
    return tuple(lines)


def _few(names: list[str]) -> str:
    if len(names) <= SHOWN:
        return ", ".join(names)
    more = len(names) - SHOWN
    return _("%(names)s and %(more)d more") % {"names": ", ".join(names[:SHOWN]), "more": more}

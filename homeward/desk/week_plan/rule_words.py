"""The hard rules in words, with whom a broken one concerns.

What keeps two people apart is only ever "a placement rule": no name, no pair, no reason.
"""

import re
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from homeward.desk.week_plan.ground import Ground

PLACEMENT = gettext_lazy("A placement rule stands against it.")
SILENT = frozenset({"K-GROUP", "K-SITE", "K-CONFLICT"})
RULES = {
    "G-DUP": gettext_lazy("%(who)s would sit in one group twice."),
    "G-SIZE": gettext_lazy("The group would be too small or too large: %(what)s."),
    "G-PATTERN": gettext_lazy(
        "The group would not meet on one of the allowed sets of days, always at one time."
    ),
    "G-MATCH": gettext_lazy("%(who)s is in another phase, language or kind of group."),
    "G-KIND": gettext_lazy("A kind of session in it is no longer held."),
    "G-COUNT": gettext_lazy("The group does not meet as often as %(who)s needs."),
    "G-MAKEUP": gettext_lazy("%(who)s has nothing to make up there."),
    "S-SKILL": gettext_lazy("%(who)s does not hold this kind of session for these people."),
    "S-OWN": gettext_lazy("It would not be with the colleague assigned: %(who)s."),
    "S-OVERLAP": gettext_lazy("%(who)s would be in two places at once%(when)s."),
    "S-HOURS": gettext_lazy("%(who)s does not work then%(when)s."),
    "S-MAXDAY": gettext_lazy("%(who)s would see clients longer than a day allows%(when)s."),
    "S-MAXWEEK": gettext_lazy("%(who)s would see clients longer than their week allows."),
    "S-CREDENTIAL": gettext_lazy("%(who)s holds no credential for it then%(when)s."),
    "S-DOCUMENT": gettext_lazy("%(who)s would have no time to write the note%(when)s."),
    "S-DUTY": gettext_lazy("Too few colleagues would be on duty%(when)s."),
    "S-LEDDAY": gettext_lazy("%(who)s would lead more groups than a day allows%(when)s."),
    "R-KIND": gettext_lazy("It needs a room of the right kind%(when)s."),
    "R-OVERLAP": gettext_lazy("%(who)s is taken then%(when)s."),
    "R-CAP": gettext_lazy("%(who)s has too few places."),
    "R-CLOSED": gettext_lazy("%(who)s is closed then%(when)s."),
    "T-CLOSED": gettext_lazy("The house is closed then%(when)s."),
    "C-UNKNOWN": gettext_lazy("%(who)s is not in this week."),
    "C-AVAIL": gettext_lazy("%(who)s is not free then%(when)s."),
    "C-OVERLAP": gettext_lazy("%(who)s would be in two places at once%(when)s."),
    "C-MODE": gettext_lazy("%(who)s cannot meet in that way%(when)s."),
    "C-MODEMIX": gettext_lazy("%(who)s would meet in person and by telehealth on one day%(when)s."),
    "C-MAXDAY": gettext_lazy("%(who)s would have too long a day%(when)s."),
    "C-SAMEDAY": gettext_lazy("%(who)s would have the same kind of session twice%(when)s."),
    "C-GAP": gettext_lazy("%(who)s would sit idle between sessions%(when)s."),
    "C-EXCESS": gettext_lazy("%(who)s would have more than they need."),
    "C-AUTHMAX": gettext_lazy("%(who)s would have more than is authorized."),
}
ABOUT = {"S": ("staff", "clients"), "R": ("rooms",)}
PLACE = re.compile(r"day (\d+)(?: slot (\d+))?")
COUNT = re.compile(r"has (\d+)")
SHOWN = 12


def broken_rules(ground: Ground, violations: Any) -> tuple[str, ...]:
    """Each broken rule in words, said once; the rest are counted."""
    said = list(dict.fromkeys(_sentence(ground, each) for each in violations))
    if len(said) > SHOWN:
        rest = len(said) - SHOWN
        said = [*said[:SHOWN], _("and %(count)s more of the same kind") % {"count": rest}]
    return tuple(said)


def rule_sentence(code: str) -> str:
    """One rule without saying whom it concerns."""
    if code in SILENT or code not in RULES:
        return str(PLACEMENT)
    return str(RULES[code]) % {"who": _("Somebody"), "when": "", "what": _("by its members")}


def _sentence(ground: Ground, violation: Any) -> str:
    if violation.code in SILENT:
        return str(PLACEMENT)
    words = RULES.get(violation.code)
    if words is None:
        return _("A rule stands against it: %(code)s.") % {"code": violation.code}
    found = PLACE.search(violation.where)
    when = ""
    if found:
        day, slot = int(found[1]), found[2]
        place = ground.times.day(day) if slot is None else ground.when(day, int(slot))
        when = _(", %(place)s") % {"place": place}
    size = COUNT.search(violation.where)
    people = int(size[1]) if size else 0
    what = ngettext("%(count)s person", "%(count)s people", people) % {"count": people}
    return str(words) % {
        "who": concerned(ground, violation), "when": when, "what": what if size else "",
    }  # fmt: skip


def concerned(ground: Ground, violation: Any) -> str:
    """The person or room the rule is about: a client's rule names clients, and so on."""
    names, instance = ground.labels.names, ground.instance
    tokens = re.findall(r"[^\s,]+", violation.where)
    order = ABOUT.get(violation.code[0], ("clients", "staff"))
    say = {"clients": names.client, "staff": names.staff, "rooms": names.room}
    for kind in order:
        known = getattr(instance, kind)
        found = [say[kind](token) for token in dict.fromkeys(tokens) if token in known]
        if found:
            return str(found[0])
    groups = ground.groups
    return next((ground.labels.group(groups[each]) for each in tokens if each in groups), _("It"))

"""Why something could not be placed, from the engine's count of what stands in the way.

A client's own hours are named by their reason; another client is never named, and what keeps
two people apart is "a placement rule".
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from homeward.desk.week_plan.forms.repairs import WhatIfForm
from homeward.desk.week_plan.ground import Ground
from homeward.desk.week_plan.pages.unplaced import Offer
from homeward.timetable.solver.explaining.explain import explain
from homeward.timetable.solver.instance import OFFICE

SHOWN = 2
OFFERED = 4
BLOCKERS = {
    "program_closed": gettext_lazy("the house is closed"),
    "too_few_on_duty": gettext_lazy("too few colleagues are on duty"),
    "client_not_available": gettext_lazy("the client is not free"),
    "client_busy": gettext_lazy("the client has another session"),
    "client_idle_gap": gettext_lazy("the client would sit idle between sessions"),
    "client_day_full": gettext_lazy("the client would have too long a day"),
    "client_week_full": gettext_lazy("the client would have more than is authorized"),
    "client_mode": gettext_lazy("the client does not meet in this way"),
    "client_other_mode_that_day": gettext_lazy("the client meets in the other way that day"),
    "client_service_that_day": gettext_lazy("the client has this kind of session that day already"),
    "client_need_met": gettext_lazy("the client has all they need of this kind"),
    "placement_rule": gettext_lazy("a placement rule"),
    "staff_not_qualified": gettext_lazy("%(who)s does not hold such sessions"),
    "staff_not_assigned": gettext_lazy("%(who)s is not assigned to this client"),
    "staff_barred": gettext_lazy("%(who)s may not hold such sessions this week"),
    "staff_credential_ended": gettext_lazy("%(who)s holds no credential by then"),
    "staff_not_working": gettext_lazy("%(who)s does not work"),
    "staff_busy": gettext_lazy("%(who)s is with someone else"),
    "staff_documenting": gettext_lazy("%(who)s writes the note of a group"),
    "staff_day_full": gettext_lazy("%(who)s has a full day"),
    "staff_week_full": gettext_lazy("%(who)s has a full week"),
    "staff_led_groups_full": gettext_lazy("%(who)s leads as many groups that day as one may"),
    "declared_conflict": gettext_lazy("a placement rule"),
    "room_busy": gettext_lazy("%(who)s is taken"),
    "room_closed": gettext_lazy("%(who)s is closed"),
    "room_small": gettext_lazy("%(who)s has too few places"),
    "room_kind": gettext_lazy("%(who)s is another kind of room"),
    "no_room_free": gettext_lazy("no room of the kind is free"),
    "no_leader_free": gettext_lazy("nobody who could lead is free"),
    "group_full": gettext_lazy("%(who)s is full"),
    "group_mismatch": gettext_lazy("the group is for another phase, language or kind"),
    "group_pattern": gettext_lazy("the days are no allowed set of days"),
    "group_count": gettext_lazy("the group meets more or less often than needed"),
    "too_few_people": gettext_lazy("too few people who need it could come"),
}
WHY_BUSY = {
    "work": gettext_lazy("work"),
    "school": gettext_lazy("school"),
    "childcare": gettext_lazy("childcare"),
    "court": gettext_lazy("court"),
    "transport": gettext_lazy("transport"),
}
Explained = dict[tuple[str, str], tuple[tuple[str, ...], tuple[Offer, ...]]]


def explained(ground: Ground, hours: Mapping[str, tuple[str, ...]]) -> Explained:
    """Reasons and offers for each unmet need; `hours` are why each client is bound at times."""
    found: Explained = {}
    for each in explain(ground.instance, ground.schedule):
        why = tuple(
            _line(ground, counted, each.starts, hours.get(each.client, ()))
            for counted in each.blockers[:SHOWN]
        )
        offers = tuple(_offer(ground, each, offer) for offer in _first(each.offers))
        found[each.client, each.service] = (why, offers)
    return found


def _first(offers: Any) -> list[Any]:
    """A few offers, one for each thing that would have to give way first."""
    chosen: dict[object, Any] = {}
    for each in offers:
        chosen.setdefault((each.blocker, each.days), each)
    return list(chosen.values())[:OFFERED]


def _line(ground: Ground, counted: Any, starts: int, hours: tuple[str, ...]) -> str:
    words = blocker_words(ground, counted.blocker)
    if counted.blocker.code == "client_not_available" and hours:
        reasons = ", ".join(str(WHY_BUSY.get(each, each)) for each in hours)
        words = _("%(words)s (%(reasons)s)") % {"words": words, "reasons": reasons}
    if counted.starts >= starts:
        return _("%(words)s, at every time there is") % {"words": words}
    return ngettext(
        "%(words)s, at %(count)d of %(all)d times",
        "%(words)s, at %(count)d of %(all)d times",
        counted.starts,
    ) % {"words": words, "count": counted.starts, "all": starts}


def blocker_words(ground: Ground, blocker: Any) -> str:
    """One obstacle in words."""
    words = str(BLOCKERS.get(blocker.code, blocker.code.replace("_", " ")))
    return words % {"who": _record(ground, blocker)} if "%(who)s" in words else words


def _record(ground: Ground, blocker: Any) -> str:
    names = ground.labels.names
    if blocker.kind == "staff":
        return str(names.staff(blocker.ref))
    if blocker.kind == "room":
        return str(names.room(blocker.ref))
    group = ground.groups.get(blocker.ref)
    return ground.labels.group(group) if group else _("the group")


def _offer(ground: Ground, need: Any, offer: Any) -> Offer:
    """A start with one thing in its way, or none; without any it can be tried as a move."""
    when = " ".join(ground.times.day(day) for day in offer.days)
    group = ground.groups.get(offer.group)
    place = f"{when} · {ground.times.at(offer.start)}"
    if group is not None:
        place = _("a seat in %(group)s") % {"group": ground.labels.group(group)}
    elif ground.instance.services[need.service].is_group:
        place = _("a new group on %(place)s") % {"place": place}
    if offer.blocker is None:
        words = _("%(place)s is open") % {"place": place}
    else:
        words = _("%(place)s would fit but for this: %(reason)s") % {
            "place": place,
            "reason": blocker_words(ground, offer.blocker),
        }
    if offer.blocker is None:
        return Offer(words, _try_url(ground, need, offer))
    # What stands in the way is another record: the engine says what would come of changing it.
    asked = {"client": need.client, "service": need.service, "offer": need.offers.index(offer)}
    return Offer(words, question=WhatIfForm(initial=asked))


def _try_url(ground: Ground, need: Any, offer: Any) -> str:
    """Where the offer is tried by the checker: a seat, or a talk; a new group is opened by hand."""
    if ground.instance.services[need.service].is_group:
        if not offer.group:
            return ""
        asked = {"kind": "TakeSeat", "group": offer.group, "client": need.client}
    else:
        asked = {
            "kind": "PlaceSingle", "client": need.client, "service": need.service,
            "staff": offer.staff, "day": str(offer.days[0]), "start": str(offer.start),
            "mode": offer.mode,
            "room": _free_office(ground, ground.instance.services[need.service].slots, offer),
        }  # fmt: skip
    address = reverse("desk:week_draft_trial", args=[ground.draft_id])
    return f"{address}?{urlencode(asked)}"


def _free_office(ground: Ground, slots: int, offer: Any) -> str:
    """An office nobody sits in then; the checker has the last word."""
    if offer.mode == "telehealth":
        return ""
    that_day = [each for each in ground.sittings() if each.day == offer.days[0]]
    ends = offer.start + slots
    busy = {each.room for each in that_day if each.start < ends and offer.start < each.ends}
    offices = [room.id for room in ground.instance.rooms.values() if room.kind == OFFICE]
    return next((room for room in sorted(offices) if room not in busy), "")

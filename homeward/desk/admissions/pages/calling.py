"""What a call means while it is still going on: the priority, the danger, the days that fit."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from homeward.admissions.medical import clinician_on_duty
from homeward.admissions.prioritising import priority_numbers
from homeward.admissions.rules.availability import Stretch, days_that_fit, free_windows
from homeward.admissions.rules.priority import Request, priority_of
from homeward.admissions.words import PRIORITIES
from homeward.desk.admissions.choices import WEEKDAYS
from homeward.desk.admissions.pages.pipeline import limits_of
from homeward.kernel.reasons import Decision
from homeward.program.models import Site, Track


@dataclass(frozen=True, slots=True)
class Alarm:
    """What to say and do before anything else; `title` first, in one breath."""

    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Live:
    """The live part of the call: alarms, the priority with its clocks, which tracks fit."""

    alarms: tuple[Alarm, ...]
    priority: Decision
    priority_words: str
    is_urgent: bool
    unasked: tuple[str, ...]
    fits: tuple[str, ...]

    @classmethod
    def of(cls, told: dict[str, Any], site: Site, program: Any, now: datetime) -> "Live":
        """From what stands in the form now; a field that cannot be read yet counts as not asked."""
        numbers = priority_numbers(program, now)
        decision = priority_of(
            Request(
                first_request_at=now,
                is_pregnant=told.get("is_pregnant"),
                injects=told.get("injects"),
            ),
            numbers,
        )
        return cls(
            alarms=tuple(_alarms(told, site, now)),
            priority=decision,
            priority_words=" · ".join((str(PRIORITIES[decision.outcome]), *limits_of(decision))),
            is_urgent=decision.outcome != "ordinary",
            unasked=tuple(_unasked(told)),
            fits=tuple(_fits(told, site)),
        )


def _alarms(told: dict[str, Any], site: Site, now: datetime) -> list[Alarm]:
    found = []
    if told.get("suicidal") in ("danger_now", "thoughts"):
        found.append(_suicide(told["suicidal"], site, now))
    if told.get("withdrawal_risk") == "severe":
        found.append(
            Alarm(
                _("Withdrawal can be dangerous. Call 911 for shaking, confusion or a seizure."),
                _(
                    "Alcohol and sedatives must not be stopped alone. "
                    "Keep the caller on the line; a medical evaluation comes first today."
                ),
            )
        )
    return found


def _suicide(how: str, site: Site, now: datetime) -> Alarm:
    worker = clinician_on_duty(site, now)
    hand = (
        _("Bring in %(name)s now; stay on the line until they are there.") % {"name": worker.name}
        if worker
        else _("No clinician is at work now: call 988 together and stay on the line.")
    )
    if how == "danger_now":
        return Alarm(_("In danger now. Call 911 or 988 with the caller, do not hang up."), hand)
    return Alarm(_("Thoughts of suicide. Offer 988 in this call, call or text."), hand)


def _unasked(told: dict[str, Any]) -> list[str]:
    words = (
        ("suicidal", _("suicide"), ""),
        ("withdrawal_risk", _("withdrawal"), ""),
        ("is_pregnant", _("pregnancy"), None),
        ("injects", _("injecting"), None),
        ("may_leave_message", _("a message"), None),
        ("last_use", _("last use"), ""),
    )
    return [label for name, label, unknown in words if told.get(name, unknown) == unknown]


def _fits(told: dict[str, Any], site: Site) -> list[str]:
    busy = told.get("obligations") or ()
    if not busy:
        return []
    windows = free_windows(
        Stretch(each.weekday, _minutes(each.starts), _minutes(each.ends)) for each in busy
    )
    names = dict(WEEKDAYS)
    lines = []
    for track in Track.objects.filter(site=site).order_by("day_starts", "name"):
        days = days_that_fit(windows, _minutes(track.day_starts), _minutes(track.day_ends))
        shown = ", ".join(str(names[str(day)]) for day in days) or _("no day")
        lines.append(_("%(track)s: %(days)s") % {"track": track.name, "days": shown})
    return lines


def _minutes(time: Any) -> int:
    return int(time.hour * 60 + time.minute)

"""What was told at the call, the week it leaves free, and what was done since."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from homeward.admissions import queries
from homeward.admissions.models import Inquiry
from homeward.admissions.rules.availability import Stretch, days_that_fit, free_windows
from homeward.admissions.words import CLOSINGS, OUTCOMES, RELATIONS, STATES
from homeward.core.actors import Actor
from homeward.core.components import Fact, Moment
from homeward.desk.admissions import choices
from homeward.desk.admissions.times import when
from homeward.program.models import Track


def told(inquiry: Inquiry) -> Iterator[Fact]:
    """The facts of the first call, each with "not asked" where it was not."""
    unknown = _("not asked")
    yes_no = {True: _("yes"), False: _("no"), None: unknown}
    yield Fact(
        _("Caller"), f"{inquiry.caller_name} · {RELATIONS.get(inquiry.relation, inquiry.relation)}"
    )
    yield Fact(_("Call back"), call_words(inquiry))
    found = ", ".join(choices.words_of(choices.SUBSTANCES, code) for code in inquiry.substances)
    yield Fact(_("Substances"), found or unknown)
    yield Fact(
        _("Last use"),
        choices.words_of(choices.LAST_USE, inquiry.last_use) if inquiry.last_use else unknown,
    )
    yield Fact(_("Pregnant"), yes_no[inquiry.is_pregnant])
    yield Fact(_("Injects"), yes_no[inquiry.injects])
    yield Fact(_("Thoughts of suicide"), choices.words_of(choices.SUICIDAL, inquiry.suicidal))
    yield Fact(_("Withdrawal"), choices.words_of(choices.WITHDRAWAL, inquiry.withdrawal_risk))
    yield Fact(_("Payer"), inquiry.payer.name if inquiry.payer else unknown)
    if inquiry.note:
        yield Fact(_("In their words"), inquiry.note)


def danger(inquiry: Inquiry) -> str:
    """The one thing to do first, where the first call told of danger."""
    if inquiry.suicidal == "danger_now":
        return _(
            "In danger at the first call. Stay on the line, call 988 or 911 together, "
            "and tell a clinician now."
        )
    if inquiry.withdrawal_risk == "severe":
        return _("Severe withdrawal risk at the first call: a medical evaluation comes first.")
    return ""


def call_words(inquiry: Inquiry) -> str:
    """Whether and how the person may be called back."""
    if inquiry.may_call_back is False:
        return _("Asked not to be called back.")
    if inquiry.may_leave_message is None:
        return _("%(phone)s · not asked about messages: leave none") % {"phone": inquiry.phone}
    if not inquiry.may_leave_message:
        return _("%(phone)s · leave no message") % {"phone": inquiry.phone}
    return _("%(phone)s · a message may be left as “%(name)s”") % {
        "phone": inquiry.phone,
        "name": inquiry.message_name or _("a private caller"),
    }


def week(actor: Actor, inquiry: Inquiry) -> Iterator[Fact]:
    """What fills the person's days, and when they are free."""
    days = dict(choices.WEEKDAYS)
    kinds = dict(choices.OBLIGATIONS)
    rows = queries.obligations_of(actor, inquiry)
    for row in rows:
        words = f"{row.starts:%H:%M}–{row.ends:%H:%M} {kinds.get(row.kind, row.kind)}"
        yield Fact(str(days[str(row.weekday)]), words)
    if not rows:
        return
    busy = [
        Stretch(
            row.weekday, row.starts.hour * 60 + row.starts.minute,
            row.ends.hour * 60 + row.ends.minute,
        )
        for row in rows
    ]  # fmt: skip
    windows = free_windows(busy)
    for track in Track.objects.filter(site=inquiry.site, program=inquiry.program):
        starts, ends = (each.hour * 60 + each.minute for each in (track.day_starts, track.day_ends))
        fits = days_that_fit(windows, starts, ends)
        words = ", ".join(str(days[str(day)]) for day in fits) or _("no day")
        yield Fact(_("%(track)s fits on") % {"track": track.name}, words)


def history(actor: Actor, inquiry: Inquiry) -> Iterator[Moment]:
    """The steps of the inquiry, the newest first."""
    for step in reversed(queries.steps_of(actor, inquiry)):
        moved = step.from_state != step.to_state
        what = str(STATES.get(step.to_state, step.to_state)) if moved else _("Call back")
        code, _colon, rest = step.reason.partition(": ")
        reason = str(OUTCOMES.get(code) or CLOSINGS.get(code) or "")
        yield Moment(
            when=when(step.at),
            what=what,
            by=step.by.name if step.by else "",
            detail=" ".join(filter(None, (reason, rest))),
            machine_time=step.at.isoformat(),
        )

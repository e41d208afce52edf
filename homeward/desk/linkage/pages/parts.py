"""Parts of a client's page: where they live, work, vocational sessions, meetings, transfers."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Sum
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.attendance.models import AttendanceMark
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.components import Act
from homeward.desk.linkage.pages.lines import STAND_TONES, Line, day, hand_off_of
from homeward.kernel.purposes import Purpose
from homeward.linkage import queries, words
from homeward.linkage.actions.work import check_days
from homeward.linkage.models import Transfer
from homeward.linkage.rules.hand_off import outcome_of
from homeward.linkage.sending import answer_for
from homeward.people.models import Client

# Kinds of session that count as vocational, as program files name them.
VOCATIONAL = ("vocational",)
CAME = ("present", "late", "left_early", "late_and_left_early", "virtual_present", "makeup")


def transfer_line(row: Transfer, now: datetime) -> Line:
    """One transfer: where to, where it stands, and how that is against its days."""
    stands = outcome_of(hand_off_of(row, now))
    state = words.said(words.TRANSFER_STATES, row.state)
    if row.outcome:
        state = words.said(words.TRANSFER_OUTCOMES, row.outcome)
    sub = [row.where or _("no place chosen yet"), state]
    if row.ended_at is None:
        sub.append(_("first visit by %(day)s") % {"day": day(row.due_on)})
    return Line(
        words.said(words.LEVELS, row.level),
        " · ".join(sub),
        words.said(words.STANDS, stands),
        STAND_TONES[stands],
        reverse("desk:transfer", args=[row.pk]),
    )


def stay_lines(actor: Actor, client: Client, now: datetime, *, may_write: bool) -> Iterator[Line]:
    """Recovery residences, with what the house may be told now."""
    for row in queries.stays_of(actor, client.pk):
        days = _("since %(day)s") % {"day": day(row.moved_in_on)}
        if row.moved_out_on:
            days = f"{day(row.moved_in_on)} – {day(row.moved_out_on)}"
        sub = [days, row.certification]
        if row.house_contact:
            call = " ".join(filter(None, (row.house_contact, row.house_phone)))
            sub.append(_("call %(who)s") % {"who": call})
        tag, tone, act = "", "neutral", None
        if row.moved_out_on:
            sub.append(words.said(words.LEFT_FOR, row.left_for))
        else:
            withheld = answer_for(client, row.service, now).withheld
            tag = _("tell the house nothing") if withheld else _("the house may be told")
            tone = "attention" if withheld else "done"
            if may_write:
                url = reverse("desk:stay_end", args=[row.pk])
                act = Act(_("Moving out"), url, about=row.service.name)
        yield Line(row.service.name, " · ".join(filter(None, sub)), tag, tone, act=act)


def work_lines(actor: Actor, client: Client, now: datetime, *, may_write: bool) -> Iterator[Line]:
    """Goals of work and school, and what began, with whether it held."""
    for goal in queries.goals_of(actor, client.pk):
        acts: tuple[Act, ...] = ()
        if may_write and goal.ended_at is None:
            acts = tuple(
                Act(label, reverse("desk:work_turn", args=[goal.pk, code]), about=goal.own_words)
                for code, label in (
                    ("start", _("It began")), ("employer", _("Employer")), ("end", _("End")),
                )
            )  # fmt: skip
        tag = words.said(words.GOAL_ENDINGS, goal.ended_because) if goal.ended_because else ""
        sub = f"“{goal.own_words}” · {day(goal.set_on)}"
        yield Line(words.said(words.AIMS, goal.aim), sub, tag, more=acts)
    today = local_day(now, client.site.time_zone)
    days = check_days(client, now)
    for start in queries.starts_of(actor, client.pk):
        checks = sorted(start.checks.all(), key=lambda check: check.days)
        said = [
            _("%(days)s days: %(held)s")
            % {"days": check.days, "held": words.said(words.HELD, check.held)}
            for check in checks
        ]
        hours = ngettext("%d hour a week", "%d hours a week", start.weekly_hours)
        sub = [day(start.started_on), hours % start.weekly_hours, *said]
        asked = {check.days for check in checks}
        is_due = any(
            each not in asked and start.started_on + timedelta(days=each) <= today for each in days
        )
        url = reverse("desk:work_check", args=[start.pk])
        act = Act(_("Does it hold?"), url, about=start.what) if is_due and may_write else None
        tone = "done" if checks and checks[-1].held == "yes" else "neutral"
        tag = _("holds") if tone == "done" else ""
        yield Line(start.what, " · ".join(sub), tag, tone, act=act)
    for told in queries.employers_told(actor, client.pk):
        footing = words.said(words.FOOTINGS, told.footing)
        yield Line(told.party_name, f"{told.what} · {footing}")


def session_lines(actor: Actor, episode: Any) -> Iterator[Line]:
    """Vocational sessions the client came to, by kind: counted where they are credited."""
    if episode is None:
        return
    rows = AttendanceMark.objects.for_actor(actor, Purpose.TREATMENT).filter(
        episode_id=episode.pk, state__in=CAME, session__session_type__kind__in=VOCATIONAL
    )
    found = rows.order_by().values("session__session_type__name").annotate(
        times=Count("pk"), minutes=Sum("credited_minutes")
    )  # fmt: skip
    for row in found.order_by("session__session_type__name"):
        times = ngettext("%d time", "%d times", row["times"]) % row["times"]
        minutes = _("%(minutes)s minutes credited") % {"minutes": row["minutes"] or 0}
        yield Line(row["session__session_type__name"], f"{times} · {minutes}")


def meeting_lines(actor: Actor, client: Client) -> Iterator[Line]:
    """Meetings the client chose to show; the log behind them is theirs."""
    for row in queries.shared_meetings(actor, client.pk):
        kind = words.said(words.MEETINGS, row.kind)
        yield Line(row.name or kind, f"{day(row.on)} · {kind}")

"""What the client's pages of daily life, meetings and milestones print."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.core.forms import ActionForm
from homeward.linkage import queries, words
from homeward.linkage.celebrating import own_milestones
from homeward.linkage.models import Need
from homeward.portal.own import Own
from homeward.portal.support_forms import (
    HelpForm,
    MeetingForm,
    MeetingTurnForm,
    MilestoneForm,
    TakeBackForm,
    WishForm,
)
from homeward.program.queries import numbers_for


@dataclass(frozen=True, slots=True)
class OwnLine:
    """One line of a list of one's own; `form` is there where something may be said about it."""

    id: object
    title: str
    sub: str
    tag: str = ""
    tone: str = "neutral"
    form: ActionForm | None = None
    is_shared: bool = False
    wants: str = ""


@dataclass(frozen=True, slots=True)
class Support:
    """What help was asked for and where it stands, appointments elsewhere, and the form."""

    form: HelpForm
    needs: tuple[OwnLine, ...]
    visits: tuple[OwnLine, ...]

    @classmethod
    def of(cls, own: Own, form: HelpForm | None = None) -> "Support":
        """Only the client's own; three reads."""
        referrals = queries.referrals_of(own.actor, own.client.pk)
        places: dict[object, list[str]] = {}
        for row in referrals:
            if row.ended_at is None:
                places.setdefault(row.need_id, []).append(row.service.name)
        needs = queries.needs_of(own.actor, own.client.pk)
        return cls(
            form or HelpForm(),
            tuple(_need(row, places.get(row.pk, [])) for row in needs),
            tuple(
                OwnLine(
                    row.pk,
                    row.provider,
                    " · ".join(
                        filter(None, (date_format(own.at_wall(row.at), "l j F, H:i"), row.place))
                    ),
                )
                for row in queries.booked_ahead(own.actor, own.client.pk, own.now)
            ),
        )


def _need(row: Need, places: list[str]) -> OwnLine:
    if row.state == Need.State.MET:
        return OwnLine(row.pk, words.said(words.NEEDS, row.kind), "", _("done"), "done")
    if row.state == Need.State.DROPPED:
        return OwnLine(row.pk, words.said(words.NEEDS, row.kind), _("Set aside for now"))
    sub = _("Your team works on it")
    tag, tone = _("asked for"), "info"
    if places:
        sub = _("On the way to %(place)s") % {"place": ", ".join(places)}
    elif row.wants == "not_asked":
        sub, tag, tone = _("Would you like help with this?"), _("your call"), "attention"
    elif row.wants in ("later", "no"):
        sub, tag, tone = _("Not now, as you said"), "", "neutral"
    return OwnLine(
        row.pk, words.said(words.NEEDS, row.kind), sub, tag, tone,
        form=WishForm(version=row.version), wants=row.wants,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Meetings:
    """One's own log of meetings."""

    form: MeetingForm
    lines: tuple[OwnLine, ...]
    suggested: str = ""

    @classmethod
    def of(cls, own: Own, form: MeetingForm | None = None) -> "Meetings":
        """The newest first; how many a week help many people is the program's number."""
        return cls(
            form or MeetingForm(initial={"on": own.today.isoformat()}),
            tuple(
                OwnLine(
                    row.pk,
                    row.name or words.said(words.MEETINGS, row.kind),
                    " · ".join(
                        filter(
                            None,
                            (
                                date_format(row.on, "j F"),
                                words.said(words.MEETINGS, row.kind) if row.name else "",
                                row.note,
                            ),
                        )
                    ),
                    _("your team sees it") if row.is_shared else _("only you see it"),
                    "info" if row.is_shared else "neutral",
                    MeetingTurnForm(version=row.version),
                    row.is_shared,
                )
                for row in queries.own_meetings(own.actor)
            ),
            _suggested(own),
        )


def _suggested(own: Own) -> str:
    """Suggested and never required; nothing where the program suggests none or care is over."""
    if own.episode is None:
        return ""
    numbers = numbers_for(own.episode.program_id, own.today)
    count = int(numbers["mutual_help_per_week"])
    if not count:
        return ""
    return ngettext(
        "%(count)s meeting a week helps many people. You choose if you go, and to which.",
        "%(count)s meetings a week help many people. You choose if you go, and to which.",
        count,
    ) % {"count": count}


@dataclass(frozen=True, slots=True)
class Milestones:
    """What one chose to celebrate, and the form to choose more."""

    form: MilestoneForm
    lines: tuple[OwnLine, ...]

    @classmethod
    def of(cls, own: Own, form: MilestoneForm | None = None) -> "Milestones":
        """Those that stand; with the day where it has come."""
        reached = own_milestones(own.client, own.now)
        lines = []
        for row in queries.own_choices(own.actor):
            day = reached.get(row.milestone)
            sub = [words.said(words.SHOWN, row.shown), row.name_shown]
            tag = date_format(day, "j F") if day else _("still to come")
            lines.append(
                OwnLine(
                    row.pk, words.said(words.MILESTONES, row.milestone), " · ".join(sub), tag,
                    "done" if day else "neutral", TakeBackForm(),
                )
            )  # fmt: skip
        return cls(form or MilestoneForm(initial={"name_shown": ""}), tuple(lines))

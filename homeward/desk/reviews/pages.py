"""What the list of reviews prints, and how an open episode is reached."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.admissions.models import Episode
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.charts import Hours
from homeward.core.components import Act, Face, Need
from homeward.desk.clients.reach import name_for, short_name_for
from homeward.desk.reviews.suggesting import TONES, main_reasons, suggestion_words
from homeward.desk.words import PHASE_CLASSES, initials_of
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import decision_from_json
from homeward.kernel.records import RecordClass
from homeward.people.queries import reaches
from homeward.progress import words, words_of_reviews
from homeward.progress.models import LevelReview
from homeward.progress.outreach import open_outreach
from homeward.progress.queries import decided_reviews, hours_this_week, open_reviews

LATELY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class CardRow:
    """One card in the weekly list."""

    initials: str
    name: str
    url: str
    sub: str
    suggestion: str
    tone: str
    because: str
    phase: str
    phase_label: str
    hours: Hours | None
    act: Act | None


@dataclass(frozen=True, slots=True)
class WeeklyList:
    """The cards to decide, those that ask for a change first, and what was decided lately."""

    subline: str
    changes: tuple[CardRow, ...]
    stays: tuple[CardRow, ...]
    decided: tuple[CardRow, ...]
    missed: int

    @classmethod
    def of(cls, actor: Actor, now: datetime) -> "WeeklyList":
        """The actor's own clients; a supervisor's supervisees'."""
        cards = open_reviews(actor)
        episodes = {card.episode_id: card.episode for card in cards}
        hours = hours_this_week(actor, episodes.values(), now)
        rows = [card_row(actor, card, hours.get(card.client_id)) for card in cards]
        changing = [row for row, card in zip(rows, cards, strict=True) if card.suggested != "stay"]
        staying = [row for row, card in zip(rows, cards, strict=True) if card.suggested == "stay"]
        number = ngettext("%(count)s card to decide", "%(count)s cards to decide", len(cards))
        return cls(
            subline=number % {"count": len(cards)},
            changes=tuple(changing),
            stays=tuple(staying),
            decided=tuple(
                _decided(actor, card) for card in _latest(decided_reviews(actor, now - LATELY))
            ),
            missed=len(open_outreach(actor, now)),
        )


def _latest(newest_first: list[LevelReview]) -> list[LevelReview]:
    """One card a client: the last decision stands for the week."""
    found: dict[Any, LevelReview] = {}
    for card in newest_first:
        found.setdefault(card.client_id, card)
    return list(found.values())


def card_row(actor: Actor, card: LevelReview, week: Any) -> CardRow:
    """One card in a list; `week` are the hours of this week, None where they are not shown."""
    decision = decision_from_json(card.suggestion)
    name = short_name_for(actor, card.client)
    return CardRow(
        initials=initials_of(name_for(actor, card.client)),
        name=name,
        url=reverse("desk:review", args=[card.pk]),
        sub=main_reasons(decision),
        suggestion=suggestion_words(card),
        tone=TONES[card.suggested],
        because=""
        if card.opened_because == "weekly"
        else str(words.BECAUSE.get(card.opened_because, "")),
        phase=PHASE_CLASSES.get(card.episode.phase.color, "early"),
        phase_label=card.episode.phase.name,
        hours=_hours(actor, card, week),
        act=Act(_("Decide"), reverse("desk:review", args=[card.pk]), about=name),
    )


def _hours(actor: Actor, card: LevelReview, found: Any) -> Hours | None:
    if found is None:
        return None
    week, _decision = found
    return Hours(
        delivered=week.delivered_minutes / 60,
        planned=week.planned_minutes / 60,
        required=week.required_minutes / 60,
        name=short_name_for(actor, card.client),
    )


def _decided(actor: Actor, card: LevelReview) -> CardRow:
    by = card.decided_by.name if card.decided_by else ""
    day = date_format(timezone.localtime(card.decided_at), "D j M") if card.decided_at else ""
    name = short_name_for(actor, card.client)
    return CardRow(
        initials=initials_of(name_for(actor, card.client)),
        name=name,
        url=reverse("desk:review", args=[card.pk]),
        sub=f"{card.reason} · {by}, {day}",
        suggestion=str(words.OUTCOMES[card.outcome]),
        tone=TONES[card.outcome],
        because="",
        phase=PHASE_CLASSES.get(card.episode.phase.color, "early"),
        phase_label=card.episode.phase.name,
        hours=None,
        act=None,
    )


def may_replay(actor: Actor) -> bool:
    """Whether the replay of the rules is open to the actor."""
    return may(actor.roles, RecordClass.OUTCOMES, Access.READ)


def open_episode(actor: Actor, client_id: Any) -> Episode:
    """The client's open episode; Http404 when there is none in reach."""
    rows = Episode.objects.for_actor(actor, Purpose.TREATMENT).filter(
        client_id=client_id, ended_at=None
    )
    episode: Episode | None = rows.select_related(
        "client__site", "program", "phase", "site", "placement"
    ).first()
    if episode is None or not reaches(actor, episode.client, RecordClass.ASSESSMENT):
        raise Http404
    return episode


def denial_rows(actor: Actor, denials: list[Any]) -> tuple[Need, ...]:
    """Each payer's no that is still being answered."""
    return tuple(
        Need(
            Face(
                initials_of(name_for(actor, row.client)),
                short_name_for(actor, row.client),
                reverse("desk:denial", args=[row.pk]),
            ),
            _("%(payer)s said no to level %(level)s")
            % {"payer": row.payer_name, "level": row.recommended_level},
            _first_clock(row),
            Act(
                _("Open"),
                reverse("desk:denial", args=[row.pk]),
                about=short_name_for(actor, row.client),
            ),
            "attention",
        )
        for row in denials
    )


def _first_clock(row: Any) -> str:
    """The clock that ends first and still runs."""
    now = clock.now()
    ends = sorted(
        (found, each["code"])
        for each in row.clocks
        if (found := parse_datetime(each["ends_at"])) is not None and found > now
    )
    if not ends:
        return _("Every clock has run out")
    moment, code = ends[0]
    return _("%(what)s until %(when)s") % {
        "what": words_of_reviews.CLOCKS[code],
        "when": date_format(timezone.localtime(moment), "D j M, H:i"),
    }

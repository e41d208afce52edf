"""What the review pages print."""

from dataclasses import dataclass, replace
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
from homeward.core.components import Act, Face, Fact, Moment, Need
from homeward.core.reasons_words import words_for
from homeward.desk.clients.reach import name_for, short_name_for
from homeward.desk.prints.making import may_make_files
from homeward.desk.reviews.card_page import level_facts, rating_facts, table_words
from homeward.desk.words import PHASE_CLASSES, initials_of
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision, Reason, State, decision_from_json
from homeward.kernel.records import RecordClass
from homeward.people.queries import reaches
from homeward.progress import words, words_of_reviews
from homeward.progress.actions import may_tell
from homeward.progress.models import LevelReview
from homeward.progress.outreach import open_outreach
from homeward.progress.queries import (
    decided_reviews,
    hours_this_week,
    open_reviews,
    reviews_of,
)

TONES = {"stay": "neutral", "step_down": "done", "step_up": "urgent", "discharge": "attention"}
LATELY = timedelta(days=7)
EARLIER_SHOWN = 12


def suggestion_words(review: LevelReview) -> str:
    """The suggestion as a short sentence, with the hours where staying means hours."""
    hours = f"{review.suggestion.get('extras', {}).get('hours', 0):g}"
    extras = review.suggestion.get("extras", {})
    if review.suggested == "stay" and extras.get("contact_lost"):
        return _("Reach the client first: contact is lost. The door stays open")
    if review.suggested == "stay":
        return _("Stay at %(hours)s hours is suggested") % {"hours": hours}
    following = review.suggestion.get("extras", {}).get("next_hours")
    if review.suggested == "step_down" and following is not None:
        return _("Step down to %(hours)s hours is suggested") % {"hours": f"{following:g}"}
    if review.suggested == "step_up":
        return _("More care is suggested")
    if review.suggestion.get("extras", {}).get("contact_lost"):
        return _("A decision about discharge is suggested: contact is lost")
    return _("Discharge is suggested: the program is completed")


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
        sub=_main_reasons(decision),
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


def _weightiest_first(decision: Decision) -> Decision:
    """The same lines in the order a team reads them: what speaks for a change, then the rest."""

    def weight(line: Reason) -> int:
        is_trigger = line.code in TRIGGER_CODES
        if line.state is State.UNKNOWN:
            return 4 if is_trigger else 3
        if is_trigger:
            return 0 if line.state is State.MET else 5
        return 1 if line.state is State.NOT_MET else 2

    return replace(decision, reasons=tuple(sorted(decision.reasons, key=weight)))


def _split(decision: Decision) -> tuple[Decision, Decision | None]:
    """The lines that weigh, and apart from them what is not known or did not happen."""
    weighs = [
        line
        for line in decision.reasons
        if line.state is not State.UNKNOWN
        and (line.state is State.MET or line.code not in TRIGGER_CODES)
    ]
    rest = [line for line in decision.reasons if line not in weighs]
    return (
        replace(decision, reasons=tuple(weighs)),
        replace(decision, reasons=tuple(rest)) if rest else None,
    )


def _main_reasons(decision: Decision) -> str:
    """The lines that weigh most, in words: triggers that are met, else what is missing."""
    triggers = [line for line in decision.lines(State.MET) if line.code in TRIGGER_CODES]
    shown = triggers or [
        line for line in decision.lines(State.NOT_MET) if line.code not in TRIGGER_CODES
    ]
    if not shown:
        shown = list(decision.lines(State.MET))
    return " · ".join(words_for(line.code, line.detail) for line in shown[:2])


TRIGGER_CODES = frozenset(
    {"use_rising", "missed_in_row", "safety_concern_open", "overdose_lately", "withdrawal_signs",
     "housing_unsafe", "contact_lost", "hospital_lately", "mind_worse", "use_told"}
)  # fmt: skip


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


@dataclass(frozen=True, slots=True)
class Card:
    """One card: the suggestion with every line, the decision where there is one."""

    review: LevelReview
    name: str
    initials: str
    client_url: str
    call_url: str
    event_url: str
    due: str
    discharge_url: str
    pdf_url: str
    subline: str
    phase: str
    phase_label: str
    week: str
    suggestion: str
    tone: str
    weighing: Decision
    rest: Decision | None
    decided: tuple[Fact, ...]
    earlier: tuple[Moment, ...]

    @classmethod
    def of(cls, actor: Actor, review: LevelReview) -> "Card":
        """Everything in words."""
        episode, client = review.episode, review.client
        weighing, rest = _split(_weightiest_first(decision_from_json(review.suggestion)))
        day = (clock.today() - episode.admitted_on).days + 1
        return cls(
            review=review,
            name=name_for(actor, client),
            initials=initials_of(name_for(actor, client)),
            client_url=reverse("desk:chart", args=[client.pk]),
            call_url=reverse("desk:reviewer_call", args=[client.pk])
            if not episode.ended_at
            else "",
            event_url=reverse("desk:review_event", args=[client.pk])
            if not episode.ended_at and may_tell(actor)
            else "",
            due=_held_by(review),
            discharge_url=reverse("desk:discharge", args=[client.pk])
            if not episode.ended_at
            else "",
            pdf_url=reverse("desk:print_review", args=[review.pk])
            if review.outcome and may_make_files(actor)
            else "",
            subline=_("Day %(day)s · level %(level)s · %(because)s")
            % {
                "day": day,
                "level": episode.level_code,
                "because": words.BECAUSE.get(review.opened_because, ""),
            },
            phase=PHASE_CLASSES.get(episode.phase.color, "early"),
            phase_label=episode.phase.name,
            week=date_format(review.week_of, "j F"),
            suggestion=suggestion_words(review),
            tone=TONES[review.suggested],
            weighing=weighing,
            rest=rest,
            decided=tuple(_decision_facts(review)),
            earlier=tuple(
                _moment(card)
                for card in _one_a_week(reviews_of(actor, episode), review)[:EARLIER_SHOWN]
            ),
        )


def _held_by(review: LevelReview) -> str:
    """By when a review that something called for is held; nothing once it was."""
    if review.decided_at is not None or review.held_by is None:
        return ""
    last = timezone.localtime(review.held_by) - timedelta(minutes=1)
    return _("To be held by %(day)s") % {"day": date_format(last, "l j F")}


def _one_a_week(newest_first: list[LevelReview], shown: LevelReview) -> list[LevelReview]:
    """The last card of each week with each outcome: a second review that changed nothing is told
    once."""
    found: dict[tuple[Any, str], LevelReview] = {}
    for card in newest_first:
        if card.pk != shown.pk:
            found.setdefault((card.week_of, card.outcome), card)
    return list(found.values())


def _decision_facts(review: LevelReview) -> list[Fact]:
    if review.decided_at is None:
        return []
    facts = [
        Fact(_("Decided"), str(words.OUTCOMES[review.outcome])),
        Fact(_("Why"), review.reason),
        Fact(_("The client"), review.client_view),
    ]
    if review.to_phase:
        facts.append(Fact(_("To phase"), review.to_phase.name))
    if review.first_appointment_on:
        first = date_format(review.first_appointment_on, "D j M Y")
        facts.append(Fact(_("First appointment"), f"{first}, {review.receiving_program}"))
    facts += [*level_facts(review), *rating_facts(review)]
    if review.participants:
        facts.append(Fact(_("At the table"), table_words(review.participants)))
    by = review.decided_by.name if review.decided_by else ""
    when = date_format(timezone.localtime(review.decided_at), "D j M Y, H:i")
    return [*facts, Fact(_("By"), f"{by}, {when}")]


def _moment(card: LevelReview) -> Moment:
    what = words.OUTCOMES[card.outcome] if card.outcome else _("Not decided")
    by = card.decided_by.name if card.decided_by else ""
    return Moment(
        date_format(card.week_of, "j M"), str(what), by, card.reason,
        reverse("desk:review", args=[card.pk]), TONES.get(card.outcome, "neutral"),
    )  # fmt: skip


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
            Act(_("Open"), reverse("desk:denial", args=[row.pk]), about=row.client.short_name),
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

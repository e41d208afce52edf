"""One card: whose, what is suggested and why, and the decision where there is one."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.core.components import Fact, Moment
from homeward.desk.clients.reach import name_for
from homeward.desk.prints.making import may_make_files
from homeward.desk.reviews.card_page import level_facts, rating_facts, table_words
from homeward.desk.reviews.suggesting import TONES, split, suggestion_words, weightiest_first
from homeward.desk.words import PHASE_CLASSES, initials_of
from homeward.kernel.reasons import Decision, decision_from_json
from homeward.progress import words
from homeward.progress.actions import may_tell
from homeward.progress.models import LevelReview
from homeward.progress.queries import reviews_of
from homeward.progress.reviews import facts_now

EARLIER_SHOWN = 12


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
        if review.decided_at is None and episode.ended_at is None:
            for name, value in facts_now(review, clock.now()).items():
                setattr(review, name, value)
        weighing, rest = split(weightiest_first(decision_from_json(review.suggestion)))
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

"""A payer's no: the level recommended stands; a talk, an appeal and a safety plan become duties."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext

from homeward import audit
from homeward.admissions.models import Episode
from homeward.core.actors import Actor
from homeward.core.facts import announce, listens_to
from homeward.coverage.authorizations import Authorization
from homeward.coverage.authorized import payer_numbers
from homeward.coverage.facts import AuthorizationChanged
from homeward.kernel.purposes import Purpose
from homeward.program.queries import closed_days, numbers_for
from homeward.progress import before_signing
from homeward.progress import tasks_opened as duties
from homeward.progress.facts import LevelDenied
from homeward.progress.models import LevelReview
from homeward.progress.reaching import local_day, start_of
from homeward.progress.review_records import LevelDenial
from homeward.progress.rules.causes import held_by
from homeward.progress.rules.payer_clocks import (
    APPEAL,
    NUMBER_OF,
    PEER_TO_PEER,
    Clock,
    clocks_after,
)
from homeward.progress.standing import REVIEWING
from homeward.tasks.models import CareTask
from homeward.tasks.rules.due import SAME_DAY, due_at

# Closed days looked for beyond the days themselves.
LOOKED_AHEAD = 21


@listens_to(AuthorizationChanged)
def keep_denial(fact: AuthorizationChanged) -> None:
    """A denial is kept beside the newest review, once; anything else changes nothing here."""
    row = Authorization.objects.for_actor(REVIEWING, Purpose.PAYMENT).select_related(
        "coverage__payer", "site", "client__site"
    ).get(pk=fact.authorization_id)  # fmt: skip
    if row.state != Authorization.State.DENIED:
        return
    episode = _episode_of(row)
    if episode is not None:
        deny(row, episode, actor=fact.actor, now=fact.at)


def deny(row: Any, episode: Any, *, actor: Actor, now: datetime) -> LevelDenial:
    """The denial with its clocks and duties; the one there is where the payer repeats itself."""
    held = LevelDenial.objects.for_actor(REVIEWING, Purpose.TREATMENT).filter(authorization=row)
    found: LevelDenial | None = held.first()
    if found is not None:
        return found
    zone = row.site.time_zone
    payer = row.coverage.payer
    denied_at = _said_at(row, now, zone)
    numbers = payer_numbers([payer.pk], NUMBER_OF.values(), local_day(denied_at, zone))
    clocks = clocks_after(
        denied_at, {code: number for (_id, code), number in numbers.items()}, zone
    )
    review = _newest_decision(episode)
    denial = LevelDenial.objects.create(
        client_id=row.client_id, site_id=row.site_id, review=review, episode=episode,
        authorization=row, denied_at=denied_at, payer_name=payer.name[:120],
        recommended_level=(review.recommended_level if review else "") or row.level_code,
        clocks=[clock_json(clock) for clock in clocks],
    )  # fmt: skip
    audit.record("progress.denial.kept", actor=actor, subject=denial, at=now)
    _open_duties(denial, row, clocks, actor=actor, now=now)
    before_signing.ask_where_it_waits([denial], actor=actor, now=now)
    announce(LevelDenied(denial.pk, denial.client_id, denial.recommended_level, actor, now))
    return denial


def _said_at(row: Any, now: datetime, zone: str) -> datetime:
    """When the payer said it: the day of its letter, where that is not today."""
    said_on: date | None = row.decided_on
    if said_on is None or said_on >= local_day(now, zone):
        return now
    return start_of(said_on, zone).astimezone(now.tzinfo)


def file_appeal_by(episode: Any, denied_at: datetime, last: datetime, zone: str) -> datetime:
    """The end of the program's business days after the letter, never behind the legal last day."""
    on = local_day(denied_at, zone)
    days = int(numbers_for(episode.program_id, on)["payer_appeal_business_days"])
    closed = closed_days(episode.program_id, on, on + timedelta(days=3 * days + LOOKED_AHEAD))
    return min(last, held_by(denied_at, days, zone, closed))


def clock_json(clock: Clock) -> dict[str, Any]:
    """As a denial keeps it."""
    return {
        "code": clock.code, "ends_at": clock.ends_at.isoformat(), "amount": clock.amount,
        "unit": clock.unit, "source": clock.source.to_json(),
    }  # fmt: skip


def _episode_of(row: Any) -> Any:
    rows = Episode.objects.for_actor(REVIEWING, Purpose.PAYMENT).filter(
        client_id=row.client_id, ended_at=None
    )
    return rows.select_related("phase", "site").order_by("-admitted_at").first()


def _newest_decision(episode: Any) -> LevelReview | None:
    rows = LevelReview.objects.for_actor(REVIEWING, Purpose.TREATMENT).filter(
        episode_id=episode.pk, decided_at__isnull=False
    )
    found: LevelReview | None = rows.order_by("-decided_at").first()
    return found


def _open_duties(
    denial: LevelDenial, row: Any, clocks: tuple[Clock, ...], *, actor: Actor, now: datetime
) -> None:
    by_code = {clock.code: clock for clock in clocks}
    client, zone = row.client, row.site.time_zone
    last = by_code[APPEAL].ends_at
    last_day = local_day(last - timedelta(minutes=1), zone)
    words = gettext("Appeal against the payer’s answer; the last day by law is %(day)s") % {
        "day": date_format(last_day, "j F Y")
    }
    physician = duties.on_the_team(client.pk, ("physician",), now)
    counselor = duties.on_the_team(client.pk, ("counselor",), now)
    asked = (
        (duties.PEER_TO_PEER, physician, by_code[PEER_TO_PEER].ends_at, CareTask.Urgency.SAME_DAY),
        (duties.APPEAL, duties.at_the_desk(client, now) or counselor,
         file_appeal_by(denial.episode, denial.denied_at, last, zone), CareTask.Urgency.ROUTINE),
        (duties.SAFETY_PLAN, counselor, due_at(SAME_DAY, now, client.site.time_zone),
         CareTask.Urgency.SAME_DAY),
    )  # fmt: skip
    for kind, owner, ends_at, urgency in asked:
        duties.ask(
            client, kind, owner, ends_at, f"{kind}:{denial.pk}", actor=actor, now=now,
            urgency=urgency, denial=denial.pk,
            **({"words": words} if kind == duties.APPEAL else {}),
        )  # fmt: skip

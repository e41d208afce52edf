"""Reads about draws and tests worth a name."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Q

from homeward.core.access import Access, may
from homeward.core.actors import SERVICE, Actor
from homeward.drugtests.findings import in_order, standing_rows
from homeward.drugtests.models import (
    AgreedDays,
    AnalyteResult,
    Draw,
    DrugTest,
    Kit,
    LabMessage,
    LabOrder,
    Panel,
    Pool,
)
from homeward.drugtests.reaching import messages_within
from homeward.drugtests.rules.reading import POSITIVE, UNREADABLE, said_by
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass

State = DrugTest.State
WAITING = (State.ORDERED, State.NOTIFIED)
IN_HAND = (State.COLLECTED, State.SENT, State.RECEIVED)
TO_TALK = (State.RESULTED, State.REVIEWED)
NOTEWORTHY = (*POSITIVE, "unexpected", "invalid")
PUBLISHED_BEFORE = ("pool", "day", "method", "commitment", "committed_at")


def reading_of(test: DrugTest) -> str:
    """What this test says: an outcome, or what its specimen is where that takes the word from it.

    The one reading for every page and count (`rules/reading.py`).
    """
    return said_by(test.outcome, test.specimen)


def creatinine_of(test: DrugTest) -> Decimal | None:
    """How concentrated the specimen was, mg/dL; None where nobody measured it."""
    measured = test.measured.get("creatinine")
    return Decimal(measured) if measured else None


def disputable(test: DrugTest) -> bool:
    """Whether the client may still say that it is wrong: something was read, nothing is settled."""
    return test.disputed_at is None and test.state in TO_TALK and reading_of(test) in NOTEWORTHY


def noteworthy(test: DrugTest) -> bool:
    """Whether a result asks for a talk: what was found, and a specimen that cannot be read."""
    return test.outcome in NOTEWORTHY or (test.outcome != "pending" and test.specimen in UNREADABLE)


def reads_results(actor: Actor) -> bool:
    """Whether this actor may read results at all, or only collects."""
    return actor.kind == SERVICE or may(actor.roles, RecordClass.DRUG_TESTS, Access.READ)


def resolves_messages(actor: Actor) -> bool:
    """Whether the actor decides whose a laboratory's message is: who judges results and writes."""
    roles = actor.roles
    return all(may(roles, RecordClass.DRUG_TESTS, verb) for verb in (Access.READ, Access.WRITE))


def drug_tests_today(actor: Actor, now: datetime, to: Access = Access.MINIMAL) -> list[DrugTest]:
    """What is still to be done about tests, and what was done today; first due first."""
    since = now - timedelta(hours=24)
    rows = DrugTest.objects.for_actor(actor, Purpose.TREATMENT, to=to).filter(
        Q(state__in=(*WAITING, *IN_HAND), ordered_at__gte=now - timedelta(days=14))
        | Q(ordered_at__gte=since)
    )
    return list(rows.select_related("client", "site").order_by("due_at", "pk"))


def drug_test(actor: Actor, test_id: UUID) -> DrugTest:
    """One test as far as the actor may know it; DrugTest.DoesNotExist out of scope."""
    to = Access.READ if reads_results(actor) else Access.WRITE
    rows = DrugTest.objects.for_actor(actor, Purpose.TREATMENT, to=to)
    test: DrugTest = rows.select_related(
        "client", "draw__pool", "site", "episode", "ordered_by", "seconded_by", "collected_by",
        "reviewed_by", "discussed_by", "ended_by", "kit", "skip_asked_by", "read_on_site_by",
        "panel_set",
    ).get(pk=test_id)  # fmt: skip
    return test


def results_of(actor: Actor, test: DrugTest) -> list[AnalyteResult]:
    """The results of a test as its panel has them, what was named of a class below the class."""
    if not reads_results(actor):
        return []
    rows = AnalyteResult.objects.for_actor(actor, Purpose.TREATMENT).filter(
        test=test, superseded_by=None
    )
    return in_order(rows, test.panel)


def earlier_positives(actor: Actor, test: DrugTest) -> list[AnalyteResult]:
    """Positive results of the same client before this test, for the words about residual."""
    if not reads_results(actor) or test.collected_at is None:
        return []
    rows = AnalyteResult.objects.for_actor(actor, Purpose.TREATMENT).filter(
        client_id=test.client_id,
        result__in=("positive", "presumptive_positive"),
        superseded_by=None,
        test__collected_at__lt=test.collected_at,
    )
    return list(rows.select_related("test").order_by("test__collected_at"))


def corrected_results(actor: Actor, test: DrugTest) -> list[AnalyteResult]:
    """What a laboratory has corrected since: the former results, the oldest first."""
    if not reads_results(actor):
        return []
    rows = AnalyteResult.objects.for_actor(actor, Purpose.TREATMENT).filter(
        test=test, superseded_by__isnull=False
    )
    return list(rows.order_by("analyte", "method", "number"))


def unconfirmed(test: DrugTest) -> tuple[str, ...]:
    """The analytes read as positive that no definitive method has answered, in panel order.

    A class is answered when one of its members was found, or all that matter were ruled out.
    """
    service = Actor.of_service("drugtests.results")
    rows = AnalyteResult.objects.for_actor(service, Purpose.TREATMENT)
    present = standing_rows(rows.filter(test=test, superseded_by=None))
    found = [row for row in present if row.result == "presumptive_positive"]
    return tuple(row.analyte for row in in_order(found, test.panel))


def lab_orders_of(actor: Actor, test: DrugTest) -> list[LabOrder]:
    """The orders of this specimen at laboratories, the oldest first."""
    to = Access.READ if reads_results(actor) else Access.WRITE
    rows = LabOrder.objects.for_actor(actor, Purpose.TREATMENT, to=to).filter(test=test)
    return list(rows.select_related("laboratory").order_by("sent_at", "pk"))


def kits_of(site_ids: Iterable[UUID], *, in_use_only: bool = True) -> list[Kit]:
    """The lots of cups at these sites, what expires first at the top."""
    rows = Kit.objects.filter(site_id__in=list(site_ids)).select_related("site")
    if in_use_only:
        rows = rows.filter(withdrawn_at=None)
    return list(rows.order_by("expires_on", "name", "lot"))


def messages_to_resolve(actor: Actor) -> list[LabMessage]:
    """Messages that wait for a person, the oldest first.

    One whose order is known is shown at the order's own site; one of nobody's, where that
    laboratory has had a specimen from (`messages_within`).
    """
    if not resolves_messages(actor):
        return []
    rows = messages_within(actor).filter(state=LabMessage.State.QUARANTINED)
    return list(rows.select_related("laboratory", "lab_order").order_by("received_at", "pk"))


def panel_of(actor: Actor, episode: Any) -> Panel | None:
    """The episode's own panel as it stands."""
    rows = Panel.objects.for_actor(actor, Purpose.TREATMENT)
    found: Panel | None = (
        rows.filter(episode=episode, ended_at=None).select_related("set_by").first()
    )
    return found


def agreed_days_of(actor: Actor, episode: Any) -> AgreedDays | None:
    """The weekdays somebody agreed to beside those they attend."""
    rows = AgreedDays.objects.for_actor(actor, Purpose.TREATMENT)
    found: AgreedDays | None = (
        rows.filter(episode=episode, ended_at=None).select_related("recorded_by").first()
    )
    return found


def results_to_discuss(actor: Actor, clients: Iterable[UUID] | None = None) -> list[DrugTest]:
    """Results of people in care that ask for a talk (`noteworthy`), not yet discussed.

    The oldest first. Who has left keeps the result on record; there is no next contact for it.
    """
    rows = DrugTest.objects.for_actor(actor, Purpose.TREATMENT).filter(
        Q(outcome__in=NOTEWORTHY) | (Q(specimen__in=UNREADABLE) & ~Q(outcome="pending")),
        state__in=TO_TALK, episode__ended_at=None,
    )  # fmt: skip
    if clients is not None:
        rows = rows.filter(client_id__in=list(clients))
    return list(rows.select_related("client").order_by("resulted_at", "pk"))


def drug_tests_of(actor: Actor, episode: Any) -> list[DrugTest]:
    """All tests of an episode, the oldest first."""
    rows = DrugTest.objects.for_actor(actor, Purpose.TREATMENT).filter(episode_id=episode.pk)
    return list(rows.order_by("ordered_at", "pk"))


def draws_of(actor: Actor, first: date, last: date) -> list[Draw]:
    """The draws of the sites where the actor works, newest day first; they hold tokens only."""
    rows = Draw.objects.filter(day__gte=first, day__lte=last).select_related("pool__site")
    if actor.kind != SERVICE and all(grant.site_id for grant in actor.grants):
        rows = rows.filter(pool__site_id__in=actor.site_ids)
    return list(rows.order_by("-day", "pool__code"))


def pools_in_use() -> list[Pool]:
    """Every pool."""
    return list(Pool.objects.select_related("site", "program").order_by("code"))


def published_day(draw: Draw) -> dict[str, Any]:
    """What anyone may know of a draw now: the commitment, the seal, then all that checks it.

    The roster and who is drawn stay with the program until the secret is published, so that
    nobody can follow a token through the day.
    """
    document: dict[str, Any] = {
        "pool": draw.pool.code,
        "day": draw.day.isoformat(),
        "method": draw.method,
        "commitment": draw.commitment,
        "committed_at": draw.committed_at.isoformat(),
    }
    if draw.seal and draw.revealed_at is None and draw.drawn_at is not None:
        document |= {"seal": draw.seal, "drawn_at": draw.drawn_at.isoformat()}
    if draw.revealed_at is not None and draw.drawn_at is not None:
        document |= {
            "secret": draw.secret,
            "roster": draw.roster,
            "drawn": draw.drawn,
            "drawn_at": draw.drawn_at.isoformat(),
            "revealed_at": draw.revealed_at.isoformat(),
        }
        if draw.seal:  # the first method had none
            document["seal"] = draw.seal
    return document

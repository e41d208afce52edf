"""What the testing room stands on: certificates, kits, a laboratory, own panels, a kept message."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from homeward.core.actors import Actor, actor_of
from homeward.drugtests import actions
from homeward.drugtests.actions.set_panel import PanelLine
from homeward.drugtests.made_messages import Line, oru
from homeward.drugtests.models import Certificate, DrugTest, Kit, Laboratory, LabOrder
from homeward.drugtests.queries import unconfirmed
from homeward.drugtests.rules.panel import KNOWN_ANALYTES
from homeward.kernel.purposes import Purpose
from homeward.people.models import TeamMembership
from homeward.program.models import Site

DEMO = Actor.of_service("demo")
INTERFACE = Actor.of_service("drugtests.laboratory")
CUP = [code for code in KNOWN_ANALYTES if code != "xylazine"]  # no cup reads it
CODES = {code: code for code in KNOWN_ANALYTES} | {"fent": "fentanyl", "thc-cooh": "thc"}
NEEDS = {
    "etg": "Drinking is the first concern; agreed at intake.",
    "fentanyl": "Found in the local supply of what was used.",
}
PANELS = 4


def add_testing_room(now: datetime) -> int:
    """Rows that the story does not tell of; once. How many were written."""
    if Laboratory.objects.exists():
        return 0
    laboratory = actions.set_up_laboratory(
        actor=DEMO, code="north-river", name="North River Laboratory", sender="NRLAB", codes=CODES,
        clia_number="36D0999999", clia_ends_on=now.date() + timedelta(days=210),
        analytes=KNOWN_ANALYTES, now=now,
    )  # fmt: skip
    workers = list(_clinicians())
    written = 1 + sum(_bench(site, workers[0][0], now) for site in Site.objects.all())
    panels = 0
    waiting = _tests_today()
    for actor, client in workers:
        if panels < PANELS or client.pk in waiting:
            panels += _own_panel(actor, client, now)
    written += panels
    return written + _at_the_laboratory(laboratory, now)


def _clinicians() -> Iterator[tuple[Actor, Any]]:
    """Primary counselors with one of their clients each."""
    rows = TeamMembership.objects.for_actor(DEMO, Purpose.OPERATIONS).filter(
        is_primary=True, ends_at=None, worker__account__isnull=False
    )
    for row in rows.select_related("worker__account", "client").order_by("starts_at", "pk"):
        assert row.worker.account is not None
        yield actor_of(row.worker.account), row.client


def _tests_today() -> set[Any]:
    """Whose specimen may be read today: their counselors have set what each is tested for."""
    rows = DrugTest.objects.for_actor(DEMO, Purpose.OPERATIONS).filter(
        state__in=("ordered", "notified", "collected")
    )
    return set(rows.values_list("client_id", flat=True))


def _bench(site: Site, by: Actor, now: datetime) -> int:
    today = now.date()
    Certificate.objects.create(
        site=site, number=f"36D{site.pk.int % 10**7:07}", kind="waiver", recorded_at=now,
        starts_on=today - timedelta(days=400), ends_on=today + timedelta(days=330),
        recorded_by_id=by.worker_id,
    )  # fmt: skip
    for lot, days in (("K2207", 19), ("K2391", 240)):
        Kit.objects.create(
            site=site, name="Fourteen-panel cup", lot=lot, analytes=CUP,
            expires_on=today + timedelta(days=days), added_at=now, added_by_id=by.worker_id,
        )  # fmt: skip
    return 3


def _own_panel(actor: Actor, client: Any, now: datetime) -> int:
    tests = DrugTest.objects.for_actor(DEMO, Purpose.OPERATIONS).filter(
        client=client, episode__ended_at=None
    )
    last = tests.order_by("-ordered_at").first()
    if last is None:
        return 0
    lines = [
        PanelLine(analyte=code, need=NEEDS.get(code, "Named at intake as used in the last month."))
        for code in last.panel
    ]
    actions.set_panel(actor=actor, client_id=client.pk, lines=lines, now=now)
    return 1


def _at_the_laboratory(laboratory: Laboratory, now: datetime) -> int:
    """One reading waits for its confirmation, whose message bears a former family name."""
    for actor, client in _clinicians():
        tests = DrugTest.objects.for_actor(DEMO, Purpose.OPERATIONS).filter(
            client=client, outcome="presumptive", episode__ended_at=None,
            state__in=("resulted", "reviewed", "discussed"),
        )  # fmt: skip
        for test in tests.order_by("-resulted_at"):
            if named := unconfirmed(test):
                actions.ask_confirmation(
                    actor=actor, test_id=test.pk, analytes=named, laboratory_id=laboratory.pk,
                    now=now,
                )  # fmt: skip
                order = LabOrder.objects.for_actor(DEMO, Purpose.OPERATIONS).get(test=test)
                _came_back(order, client, now)
                return 2
    return 0


def _came_back(order: LabOrder, client: Any, now: datetime) -> None:
    given = client.name.split(" ")[0]
    lines = tuple(Line(code, "Positive", method="LC-MS/MS", flag="A") for code in order.analytes)
    raw = oru(
        number=order.number, record=client.chart_number, given=given, family="Former",
        born=f"{client.birth_date:%Y%m%d}", sender="NRLAB", control_id="NR-1", lines=lines,
        collected="", reported=f"{now:%Y%m%d%H%M%S}+0000",
    )  # fmt: skip
    actions.receive_message(actor=INTERFACE, raw=raw, via="file", now=now)

"""An incident from the first line to its end: who writes, who reads, what keeps which clock."""

from dataclasses import replace
from datetime import timedelta
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext

from homeward import audit
from homeward.core.facts import announce
from homeward.core.refusals import NotAllowed, StaleVersion
from homeward.incidents import actions
from homeward.incidents.actions.breach import BreachUnclear, NoBreach, RulingStands
from homeward.incidents.actions.ending import NotYet, standing_of
from homeward.incidents.actions.following import FollowUpDone, FollowUpIncomplete
from homeward.incidents.actions.reporting import NothingDue, NotificationUnclear
from homeward.incidents.actions.writing import ReportIncomplete
from homeward.incidents.models import FollowUp, Incident, IncidentEvent
from homeward.incidents.naming import NamesSomebody, called_in, coded
from homeward.incidents.queries import late_for, trend_of, waiting_for
from homeward.incidents.reaching import IncidentIsClosed, incident_for
from homeward.incidents.rules.closing import missing_to_close
from homeward.program.facts import SomethingHappened
from homeward.program.models import Deadline, RuleNumber
from homeward.testing.cast import NOON

pytestmark = pytest.mark.django_db
WALL = (IntegrityError, ProgrammingError)  # a trigger, or the right to change it that is not given
HOUR = timedelta(hours=1)
SAID = {
    "kind": "injury", "severity": 3, "occurred_at": NOON - HOUR, "place": "Stairs",
    "what": "C1 fell on the stairs.", "immediate_action": "First aid, an ambulance came.",
}  # fmt: skip


class PlainRows:
    """Models as a migration finds them: without a scope."""

    @staticmethod
    def get_model(app, name):
        model = apps.get_model(app, name)
        return (
            SimpleNamespace(objects=model.objects.unscoped("test")) if name == "Incident" else model
        )


def write(cast, who="tess", origin="1", **change):
    return actions.write_incident(
        actor=getattr(cast, who).actor, site_id=cast.site.pk, origin=origin, now=NOON,
        **(SAID | change),
    )  # fmt: skip


def test_from_the_first_line_to_the_end(cast):
    """Tess writes and hands in; from then on Sam and Dina alone go on with it."""
    row = write(cast, client_id=cast.jo.pk, who="dana")
    assert (row.number, row.severity) == ("I-2026-0001", 3)
    assert write(cast, who="dana").pk == row.pk  # the same form sent twice
    dana = {"actor": cast.dana.actor, "incident_id": row.pk, "now": NOON + HOUR}
    with pytest.raises(NamesSomebody):
        actions.mend_report(**dana, place="Stairs", what="Ms Avery fell", immediate_action="aid")
    actions.mend_report(**dana, place="Stairs", what="C1 fell, wet step", immediate_action="aid")
    actions.report_inside(**dana)
    with pytest.raises(Incident.DoesNotExist):
        incident_for(cast.dana.actor, row.pk)
    sam = {"actor": cast.sam.actor, "incident_id": row.pk, "now": NOON + 2 * HOUR}
    with pytest.raises(NotYet) as gaps:
        actions.close_incident(**sam)
    assert gaps.value.codes == ("incident_state_open", "incident_cause_missing")
    with pytest.raises(NotificationUnclear):
        actions.report_to_state(**sam, how="form", told_at=NOON + HOUR, reference=" ")
    actions.report_to_state(**sam, how="form", told_at=NOON + HOUR, reference="IL-77")
    todo = actions.add_follow_up(
        **sam, what="Strip on the step", owner_id=cast.tess.pk, due_on=NOON.date()
    )
    actions.finish_root_cause(**sam, cause="environment", found="", lessons="")
    with pytest.raises(NotYet):
        actions.close_incident(**sam)
    by_tess = {"actor": cast.tess.actor, "follow_up_id": todo.pk, "now": NOON + 2 * HOUR}
    with CaptureQueriesContext(connection) as asked:
        actions.finish_follow_up(**by_tess, result="Done with tape.")
    held = [each["sql"] for each in asked if "FOR UPDATE" in each["sql"]]
    # The incident before what follows from it, as everybody else holds them.
    assert ['OF "incidents_incident"' in each for each in held] == [True, False]
    with pytest.raises(FollowUpDone):
        actions.finish_follow_up(**by_tess, result="Done again.")
    actions.close_incident(**sam)
    with pytest.raises(IncidentIsClosed):
        actions.weigh_again(**sam, severity=1, why="less")
    actions.reopen_incident(**sam, why="the state asked more")
    codes = IncidentEvent.objects.unscoped("test").order_by("created_at")
    assert [each.code for each in codes] == [
        "told_more", "reported_inside", "reported_to_state", "root_cause_done", "closed",
        "reopened",
    ]  # fmt: skip


def test_what_is_refused_and_who_is_outside(cast):
    with pytest.raises(ReportIncomplete) as refusal:
        write(cast, kind="flood", severity=9, occurred_at=NOON + HOUR, place="", what="",
              immediate_action="")  # fmt: skip
    assert len(refusal.value.codes) == 6
    row = write(cast)
    assert incident_for(cast.tess.actor, row.pk) == row
    for who in ("omar", "dana", "ruth", "fay", "jo", "kim"):
        with pytest.raises(Incident.DoesNotExist):
            incident_for(getattr(cast, who).actor, row.pk)
    with pytest.raises(NotAllowed):
        actions.weigh_again(
            actor=cast.tess.actor, incident_id=row.pk, severity=1, why="x" * 9, now=NOON
        )
    sam = {"actor": cast.sam.actor, "incident_id": row.pk, "now": NOON}
    with pytest.raises(StaleVersion):
        actions.report_inside(**sam, expected_version=7)
    with pytest.raises(FollowUpIncomplete):
        actions.add_follow_up(
            **sam, what="", owner_id=row.pk, due_on=NOON.date() - timedelta(days=1)
        )
    small = write(cast, origin="2", severity=2, kind="property")
    with pytest.raises(NothingDue):
        actions.report_to_state(
            actor=cast.sam.actor, incident_id=small.pk, how="form", told_at=NOON, reference="x",
            now=NOON,
        )  # fmt: skip
    assert not FollowUp.objects.unscoped("test").exists()
    for statement in (
        "UPDATE incidents_incidentperson SET code = 'X9'",
        "DELETE FROM incidents_incidentevent",
    ):
        with pytest.raises(WALL), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_weighing_again_sets_the_clocks_anew(cast):
    row = write(cast, severity=2)
    assert row.state_due_at is None and row.root_cause_due_at is None
    heavier = actions.weigh_again(
        actor=cast.dina.actor, incident_id=row.pk, severity=4, why="broken hip", now=NOON + HOUR
    )
    assert heavier.state_due_at == NOON + 24 * HOUR and heavier.root_cause_due_at is not None
    assert heavier.timers["timers"]["rule_set"] == "incidents.timers"


def test_another_room_opens_one_by_saying_so_once(cast):
    fact = SomethingHappened(
        origin="medications.dose:7", kind="medication_error", site_id=cast.site.pk,
        occurred_at=NOON - HOUR, what="A dose was given twice.", actor=cast.ruth.actor, at=NOON,
        client_id=cast.jo.pk,
    )  # fmt: skip
    with audit.unit():
        announce(fact)
        announce(fact)
    row = Incident.objects.unscoped("test").get()
    assert (row.kind, row.opened_by_id) == ("medication_error", cast.ruth.pk)


def test_what_waits_for_whom_and_the_trend_counts(cast):
    row = write(cast)
    assert [(each.code, each.incident.pk) for each in waiting_for(cast.tess.actor, NOON)] == [
        ("internal", row.pk)
    ]  # fmt: skip
    late = NOON + 9 * HOUR
    assert [each.code for each in late_for(cast.sam.actor, late)] == ["internal"]
    assert late_for(cast.tess.actor, late) == [] and waiting_for(cast.omar.actor, late) == []
    write(cast, origin="2", kind="threat", severity=1, occurred_at=NOON - timedelta(days=31))
    trend = trend_of(cast.dina.actor, ["2026-10", "2026-11"], late)
    assert trend.counts == {"injury": (0, 1), "threat": (1, 0)}
    assert (trend.total, trend.open_all, trend.open_late) == (2, 2, 2)
    assert trend.kept["internal"] == (0, 2)
    assert trend_of(cast.tess.actor, ["2026-11"], late) is None


def test_a_name_typed_before_its_person_was_chosen_is_replaced_first(cast):
    """Chosen later, named in what is handed in, told, followed up or weighed: never a name."""
    row = write(cast, who="dana", what="Jo fell on the stairs.")
    sam = {"actor": cast.sam.actor, "incident_id": row.pk, "now": NOON + HOUR}
    todo = {"owner_id": cast.tess.pk, "due_on": NOON.date()}
    step = actions.add_follow_up(**sam, what="Call Avery's doctor", **todo)
    person = {"kind": "client", "part": "affected", "client_id": cast.jo.pk}
    dana = {"actor": cast.dana.actor, "incident_id": row.pk, "now": NOON + HOUR}
    with pytest.raises(NamesSomebody) as where:
        actions.add_person(**dana, **person)
    assert where.value.codes == ("incident_named_in_what",)
    told = {"place": "Stairs", "immediate_action": "First aid, an ambulance came."}
    actions.mend_report(**dana, what="C1 fell on the stairs.", **told)
    assert actions.add_person(**dana, **person).code == "C1"
    step.refresh_from_db()
    assert step.what == "Call C1's doctor"
    Incident.objects.unscoped("test").filter(pk=row.pk).update(place="Avery's room")
    for refused in (
        lambda: actions.report_inside(**dana),
        lambda: actions.add_follow_up(**sam, what="Ask Jo", **todo),
        lambda: actions.report_to_state(**sam, how="form", told_at=NOON, reference="IL-7"),
        lambda: actions.add_notification(
            **sam, whom="director", how="phone", told_at=NOON, reference="about Avery"
        ),
        lambda: actions.weigh_again(**sam, severity=2, why="Jo is well"),
        lambda: actions.finish_root_cause(**sam, cause="outside", found="Avery ran", lessons="x"),
    ):
        with pytest.raises(NamesSomebody):
            refused()
    done = actions.finish_follow_up(
        actor=cast.tess.actor, follow_up_id=step.pk, result="Called for Jo Avery.", now=NOON + HOUR
    )
    assert done.result == "Called for C1."
    kept = IncidentEvent.objects.unscoped("test").get()  # as it read before; shown by code
    assert coded(kept.words, called_in(row)) == "C1 fell on the stairs."


def test_a_breach_tells_the_people_hhs_and_nobody_twice(cast):
    """Counted, told, kept; ruled out by the privacy officer alone; late, it is on every page."""
    row = write(cast, kind="privacy_breach", severity=2, what="A list lay open in the hall.")
    clocks = {"people_due_at": None, "hhs_due_at": None, "media_due_at": None}
    soonest = {each: getattr(row, each) for each in clocks}
    assert {at.date() for at in soonest.values()} == {NOON.date() + timedelta(days=60)}
    # One from before these clocks were: the upgrade sets them from when it was known.
    decided = row.timers
    plain = {**decided["timers"], "extras": {}, "reasons": decided["timers"]["reasons"][:4]}
    old = Incident.objects.unscoped("test").filter(pk=row.pk)
    old.update(timers={**decided, "timers": plain}, **clocks)
    starting = import_module("homeward.incidents.migrations.0004_clocks_of_open_breaches")
    for _twice in range(2):
        starting.start(PlainRows, None)
    row.refresh_from_db()
    assert {each: getattr(row, each) for each in clocks} == soonest and row.version == 2
    assert row.timers["timers"]["extras"]["warns"] == decided["timers"]["extras"]["warns"]
    assert row.timers["timers"]["reasons"] == decided["timers"]["reasons"]
    assert "incident_breach_uncounted" in missing_to_close(standing_of(row))
    sam = {"actor": cast.sam.actor, "incident_id": row.pk, "now": NOON + HOUR}
    with pytest.raises(NotAllowed):
        actions.add_notification(
            actor=cast.tess.actor, incident_id=row.pk, whom="people", how="mail", told_at=NOON,
            now=NOON,
        )  # fmt: skip
    for people, here, codes in (
        (None, None, ("breach_people_unclear",)), (3, 4, ("breach_state_unclear",)),
    ):  # fmt: skip
        with pytest.raises(BreachUnclear) as refusal:
            actions.count_breach(**sam, people=people, in_one_state=here)
        assert refusal.value.codes == codes
    other = write(cast, origin="2")
    with pytest.raises(NoBreach):
        actions.count_breach(**sam | {"incident_id": other.pk}, people=3, in_one_state=None)
    counted = actions.count_breach(**sam, people=12, in_one_state=12)
    assert counted.hhs_due_at.date().isoformat() == "2027-03-01" and not counted.media_due_at
    actions.report_inside(**sam)
    month = NOON + timedelta(days=30, hours=13)
    waits = [(each.incident, each.code) for each in waiting_for(cast.sam.actor, month)]
    assert (row, "people_told") in waits and (row, "hhs_told") not in waits
    late = NOON + timedelta(days=61)
    assert "people_told" in [each.code for each in late_for(cast.sam.actor, late)]
    told = {"how": "mail", "told_at": NOON + HOUR}
    with pytest.raises(NotificationUnclear):
        actions.add_notification(**sam, whom="hhs", **told)
    actions.add_notification(**sam, whom="people", **told)
    actions.add_notification(**sam, whom="hhs", reference="B-77", **told)
    row.refresh_from_db()
    assert row.people_told_at == row.hhs_told_at == NOON + HOUR
    why = "One page, read by nobody, shredded within the minute."
    plain_sam = replace(cast.sam.actor, duties=frozenset())
    with pytest.raises(NotAllowed):
        actions.count_breach(
            **sam | {"actor": plain_sam}, people=None, in_one_state=None, ruled_out_because=why
        )
    ruled = actions.count_breach(**sam, people=None, in_one_state=None, ruled_out_because=why)
    assert (ruled.people_due_at, ruled.hhs_due_at, ruled.media_due_at) == (None, None, None)
    assert "incident_breach_uncounted" not in missing_to_close(standing_of(ruled))
    with pytest.raises(RulingStands):  # the ruling is not taken back by counting
        actions.count_breach(**sam | {"actor": plain_sam}, people=3, in_one_state=3)
    # A name in it is replaced once its person stands in the incident, and refuses nobody.
    why = "The page named Avery alone and was shredded at once."
    actions.count_breach(**sam, people=None, in_one_state=None, ruled_out_because=why)
    person = {"kind": "client", "part": "affected", "client_id": cast.jo.pk}
    assert actions.add_person(**sam, **person).code == "C1"
    row.refresh_from_db()
    assert row.breach_ruled_out_because == why.replace("Avery", "C1")
    counted = actions.count_breach(**sam, people=3, in_one_state=3)
    assert counted.people_due_at is not None


def test_the_programs_own_deadline_sets_when_the_state_is_told(cast):
    Deadline.objects.create(
        program=cast.program, document="incident_report", applies_to="site:main",
        clock_start="incident", limit=4, unit="hours", calendar="calendar", tag="state",
        source_title="State rule", starts_on=NOON.date(),
    )  # fmt: skip
    assert write(cast).state_due_at == NOON + 4 * HOUR


def test_a_number_that_decided_before_becomes_the_deadline(cast):
    """An installation that adopted its own hours keeps them."""
    carrying = import_module("homeward.program.migrations.0006_state_report_is_a_deadline")
    RuleNumber.objects.create(
        program=cast.program, code="incident_state_hours", value=6, unit="hours", tag="state",
        source_title="State rule", starts_on=NOON.date(), adopted_at=NOON,
        adopted_by_id=cast.dina.pk,
    )  # fmt: skip
    carrying.carry(apps, None)
    assert write(cast).state_due_at == NOON + 6 * HOUR
    assert Deadline.objects.get().adopted_at == NOON
    assert not RuleNumber.objects.filter(code="incident_state_hours").exists()

"""An incident from the first line to its end: who writes, who reads, what keeps which clock."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from homeward import audit
from homeward.core.facts import announce
from homeward.core.refusals import NotAllowed, StaleVersion
from homeward.incidents import actions
from homeward.incidents.actions.ending import NotYet
from homeward.incidents.actions.following import FollowUpDone, FollowUpIncomplete
from homeward.incidents.actions.reporting import NothingDue, NotificationUnclear
from homeward.incidents.actions.writing import NamesSomebody, ReportIncomplete
from homeward.incidents.models import FollowUp, Incident, IncidentEvent
from homeward.incidents.queries import late_for, trend_of, waiting_for
from homeward.incidents.reaching import IncidentIsClosed, incident_for
from homeward.program.facts import SomethingHappened
from homeward.testing.cast import NOON

pytestmark = pytest.mark.django_db
WALL = (IntegrityError, ProgrammingError)  # a trigger, or the right to change it that is not given
HOUR = timedelta(hours=1)
SAID = {
    "kind": "injury", "severity": 3, "occurred_at": NOON - HOUR, "place": "Stairs",
    "what": "C1 fell on the stairs.", "immediate_action": "First aid, an ambulance came.",
}  # fmt: skip


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
    actions.finish_follow_up(**by_tess, result="Done with tape.")
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

"""Rows of safety plans, crises, reporting decisions and incidents for the access matrix."""

from datetime import timedelta
from typing import Any

from homeward.incidents.models import FollowUp, Incident
from homeward.safety.editions import settle
from homeward.safety.models import CrisisNote, CrisisRun, ReportDecision, SafetyPlan
from homeward.safety.rules.duty_to_report import Matter, Told, may_report
from homeward.safety.rules.reading_path import document_of
from homeward.safety.shipped import shipped
from homeward.testing.stage import NOON, Cast


def add_safety(cast: Cast, rows: dict[str, Any], about: dict[str, Any], subject: Any) -> None:
    """A plan's draft and one in force, a crisis that goes on, notes, a decision, an incident."""
    by, site = subject.counselor, subject.site
    rows["safety_plan"] = SafetyPlan.objects.create(
        **about, number=1, parts={"signs": [{"text": subject.canary("assessment")}]},
        made_with=by, started_at=NOON, saved_at=NOON,
    )  # fmt: skip
    rows["crisis_note"] = CrisisNote.objects.create(
        **about, author=by, path_code="overdose", started_at=NOON, ended_at=NOON, drafted_at=NOON,
        due_at=NOON + timedelta(days=1), body=subject.canary("notes"),
    )  # fmt: skip
    rows["crisis_note_signed"] = CrisisNote.objects.create(
        **about, author=by, path_code="overdose", started_at=NOON, ended_at=NOON, drafted_at=NOON,
        due_at=NOON + timedelta(days=1), body=subject.canary("notes"), signed_at=NOON,
        signed_by=by, credential="LPC", content_hash="c" * 64,
    )  # fmt: skip
    rows["safety_plan_kept"] = SafetyPlan.objects.create(
        **about, number=2, parts={"signs": [{"text": subject.canary("assessment")}]},
        made_with=by, started_at=NOON, saved_at=NOON, state="active", active_at=NOON,
        review_on=NOON.date() + timedelta(days=30), content_hash="d" * 64,
    )  # fmt: skip
    edition = settle(cast.program, document_of(shipped()["overdose"]), NOON.date())
    rows["run"] = CrisisRun.objects.create(
        site=site, edition=edition, code="overdose", started_at=NOON, started_by=by,
        who_words="a visitor",  # goes on: every worker of the site may take it up
    )  # fmt: skip
    decision = may_report(Told(matter=Matter.ADULT_ABUSE))
    rows["decision"] = ReportDecision.objects.create(
        site=site, matter="adult_abuse", outcome=decision.outcome, asked={},
        decision=decision.to_json(), rule_set=decision.rule_set, rule_version=decision.version,
        words=subject.canary("incidents"), decided_at=NOON, decided_by=by,
    )  # fmt: skip
    rows["incident"] = incident = Incident.objects.create(
        site=site, program=cast.program, number=f"I-2026-9{subject.mark}"[:20], kind="injury",
        severity=3, occurred_at=NOON, known_at=NOON, what=subject.canary("incidents"),
        origin=f"matrix:{subject.mark}", opened_at=NOON, opened_by=by,
        internal_due_at=NOON + timedelta(hours=8), state_due_at=NOON + timedelta(days=1),
    )  # fmt: skip
    rows["incident_step"] = FollowUp.objects.create(
        incident=incident, what=subject.canary("incidents"), owner=by, due_on=NOON.date(),
        opened_at=NOON,
    )  # fmt: skip

"""One of everything for one client, so that each id in an address can be theirs."""

import json
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from homeward.admissions.models import (
    AssessmentVisit,
    CapacityNotice,
    Episode,
    Hold,
    Inquiry,
    Message,
    Reminder,
)
from homeward.assessments.models import Assessment, Draft
from homeward.attendance.models import AttendanceMark, MakeUpOffer
from homeward.coverage.models import Authorization, Coverage, Payer
from homeward.directory.models import Referral, Service
from homeward.drugtests.models import Draw, DrugTest, Pool
from homeward.instruments.models import Invitation, Response
from homeward.kernel.reasons import Decision
from homeward.notes.models import ClientNote, EarlierWords, SessionNote
from homeward.people.models import Client
from homeward.placement.models import Placement
from homeward.plans.models import (
    Goal,
    Intervention,
    Objective,
    Plan,
    PlanComment,
    PlanReview,
    Problem,
)
from homeward.program.models import Room, Site
from homeward.staff.models import Worker
from homeward.tasks.models import CareTask
from homeward.testing.matrix.conduct_rows import add_conduct
from homeward.testing.matrix.day_rows import add_days
from homeward.testing.matrix.doorway_rows import add_doorways
from homeward.testing.matrix.family_rows import add_families
from homeward.testing.matrix.incentive_rows import add_incentives
from homeward.testing.matrix.lab_rows import beside_the_test
from homeward.testing.matrix.linkage_rows import add_linkage
from homeward.testing.matrix.material_rows import add_dark_day, add_materials
from homeward.testing.matrix.medical_rows import add_medicines
from homeward.testing.matrix.message_rows import add_messages
from homeward.testing.matrix.note_rows import beside_the_note
from homeward.testing.matrix.packet_rows import packet_rows
from homeward.testing.matrix.record_rows import add_papers, add_reviews
from homeward.testing.matrix.safety_rows import add_safety
from homeward.testing.matrix.sharing import sharing_rows
from homeward.testing.matrix.signal_rows import add_signals
from homeward.testing.stage import NOON, Cast
from homeward.timetable.models import (
    GroupMembership,
    GroupSession,
    KeptApart,
    Seat,
    SessionLeader,
    TherapyGroup,
    Week,
)

NOTHING_DECIDED = Decision("medical_evaluation_today", "gates", "1").to_json()
NOTHING_RATED = Decision("undetermined", "place-3", "1").to_json()


@dataclass(slots=True)
class Subject:
    """A client with the rows that addresses may name, by kind."""

    client: Client
    site: Site
    counselor: Worker
    episode: Episode | None
    rows: dict[str, Any] = field(default_factory=dict)
    mark: str = ""

    def about(self) -> dict[str, Any]:
        """The fields every row about this client has."""
        return {"client": self.client, "site": self.site}

    def canary(self, record_class: str) -> str:
        """A word that stands only in this client's rows of one class."""
        return f"kestrel-{self.mark}-{record_class}"


def furnish(cast: Cast, subject: Subject, number: int) -> Subject:
    """Make the rows; `number` keeps names, rooms and hours of different subjects apart."""
    rows, about = subject.rows, subject.about()
    rows["client"] = subject.client
    _asked_for_care(cast, rows, about, subject, number)
    if subject.episode is None:
        return subject
    rows["episode"] = subject.episode
    _planned(rows, about, subject)
    _in_the_group(cast, rows, about, subject, number)
    _tested(cast, rows, about, subject, number)
    add_reviews(rows, about, subject)
    add_papers(rows, about, subject)
    sharing_rows(rows, about, subject)
    add_materials(cast, rows, about, subject)
    add_dark_day(rows, about, subject)
    add_medicines(rows, about, subject)
    add_conduct(cast, rows, about, subject)
    add_safety(cast, rows, about, subject)
    add_linkage(rows, about, subject)
    add_days(rows, about, subject)
    add_families(rows, about, subject)
    add_messages(rows, about, subject)
    add_incentives(cast, rows, about, subject)
    add_signals(cast, rows, about, subject)
    add_doorways(rows, about, subject)
    return subject


def _asked_for_care(
    cast: Cast, rows: dict[str, Any], about: dict[str, Any], subject: Subject, number: int
) -> None:
    by = subject.counselor
    payer, _ = Payer.objects.get_or_create(code="plan", name="A plan", kind="commercial")
    rows["payer"] = payer
    rows["inquiry"] = inquiry = Inquiry.objects.create(
        **about, program=cast.program, number=f"Q-{number}", first_request_at=NOON, taken_by=by,
        caller_name=subject.canary("inquiries"), note=subject.canary("inquiries"), payer=payer,
        state=Inquiry.State.ASSESSMENT_SCHEDULED,
    )  # fmt: skip
    rows["hold"] = Hold.objects.create(
        **about, inquiry=inquiry, kind="medical_red_flag", severity="medical_evaluation_today",
        reasons=["abnormal_vitals"], rule_set="gates-1", cut_points="asam_2020", opened_at=NOON,
        due_at=NOON, decision=NOTHING_DECIDED,
    )  # fmt: skip
    rows["reminder"] = Reminder.objects.create(
        site=subject.site, inquiry=inquiry, kind="call_back", origin=f"matrix:{number}",
        opened_at=NOON, due_at=NOON,
    )  # fmt: skip
    rows["message"] = Message.objects.create(
        site=subject.site, taken_at=NOON, words=subject.canary("inquiries")
    )
    rows["notice"], _made = CapacityNotice.objects.unscoped("matrix").get_or_create(
        site=subject.site, program=cast.program, over_at=None,
        defaults={"reached_at": NOON, "seats": 10, "taken": 9, "due_at": NOON},
    )  # fmt: skip
    rows["visit"] = AssessmentVisit.objects.create(
        **about, inquiry=inquiry, worker=by, starts_at=NOON + timedelta(hours=1)
    )
    rows["response"] = Response.objects.create(
        **about, instrument="phq9", instrument_version="1", scorer_version="1", answered_at=NOON,
        taken_by=by, answers={"1": 1}, is_handed_in=False,
    )  # fmt: skip
    Invitation.objects.create(
        **about, instrument="phq9", moment="weekly", occasion=f"matrix:{number}",
        due_on=NOON.date(), ends_on=NOON.date() + timedelta(days=7), opened_at=NOON,
    )  # fmt: skip
    rows["placement"] = Placement.objects.create(
        **about,
        assessor=by,
        assessed_at=NOON,
        ratings={"1": 1},
        narratives={"1": subject.canary("assessment")},
        suggestion=NOTHING_RATED,
    )
    service, _ = Service.objects.get_or_create(
        code="place", name="A place", options=["detox"], zip_code="60614"
    )
    rows["service"] = service
    rows["referral"] = Referral.objects.create(
        **about, service=service, kind="detox", reason_code="asked_for", opened_at=NOON, owner=by,
        due_at=NOON + timedelta(hours=8), reason=subject.canary("assessment"),
    )  # fmt: skip
    rows["assessment"] = assessment = Assessment.objects.create(
        **about, edition="bps-1", started_at=NOON, started_by=by
    )
    Draft.objects.create(
        **about, assessment=assessment, domain="summary", saved_at=NOON, saved_by=by,
        body=json.dumps({"summary.words": subject.canary("assessment")}),
    )  # fmt: skip
    rows["coverage"] = Coverage.objects.create(
        **about, payer=payer, starts_on=date(2026, 1, 1), member_id=subject.canary("claims")
    )
    rows["authorization"] = Authorization.objects.create(
        **about, coverage=rows["coverage"], level_code="2.1", starts_on=date(2026, 11, 2),
        last_on=date(2026, 12, 6), asked_at=NOON, asked_by=by, note=subject.canary("claims"),
    )  # fmt: skip
    packet_rows(cast, rows, about, subject)


def _planned(rows: dict[str, Any], about: dict[str, Any], subject: Subject) -> None:
    by = subject.counselor
    rows["plan"] = plan = Plan.objects.create(
        **about, episode=subject.episode, author=by, started_at=NOON
    )
    rows["problem"] = problem = Problem.objects.create(
        **about, plan=plan, position=1, statement=subject.canary("assessment"), dimension=5
    )
    rows["goal"] = goal = Goal.objects.create(
        **about, problem=problem, position=1, own_words=subject.canary("assessment")
    )
    rows["objective"] = objective = Objective.objects.create(
        **about, goal=goal, number="1.1", statement="Names three things to do.", measure="count",
        target_on=date(2026, 12, 20),
    )  # fmt: skip
    rows["intervention"] = Intervention.objects.create(
        **about, objective=objective, kind="group", approach="cbt", times=1, every_weeks=1,
        minutes=90, weeks=6, text=subject.canary("assessment"), worker=by,
    )  # fmt: skip
    rows["comment"] = PlanComment.objects.create(
        **about, plan=plan, kind="comment", text=subject.canary("assessment"), at=NOON,
        content_hash="0" * 64,
    )  # fmt: skip
    rows["plan_review"] = PlanReview.objects.create(
        **about, plan=plan, at=NOON, by=by, summary=subject.canary("assessment"),
        objective_states={"1.1": "active"}, next_due_on=date(2026, 12, 20),
    )  # fmt: skip


def _in_the_group(
    cast: Cast, rows: dict[str, Any], about: dict[str, Any], subject: Subject, number: int
) -> None:
    starts_at = NOON - timedelta(hours=2)
    ends_at = starts_at + timedelta(minutes=90)
    rows["group"] = group = cast.group if subject.site == cast.site else _group_there(cast)
    rows["session"] = session = GroupSession.objects.create(
        site=subject.site, program=cast.program, session_type=cast.types["group"],
        name=f"Group {number}", on=NOON.date(), starts_at=starts_at, ends_at=ends_at,
        clinical_minutes=90, capacity=10,
    )  # fmt: skip
    SessionLeader.objects.create(
        session=session, worker=subject.counselor, starts_at=starts_at, ends_at=ends_at
    )
    rows["membership"] = GroupMembership.objects.create(
        **about, group=group, episode=subject.episode, starts_on=date(2026, 11, 2)
    )
    rows["seat"] = seat = Seat.objects.create(
        **about, session=session, episode=subject.episode, number=1, starts_at=starts_at,
        ends_at=ends_at, capacity=10,
    )  # fmt: skip
    rows["offer"] = MakeUpOffer.objects.create(
        **about, episode=subject.episode, session=session, offered_at=NOON,
        offered_by=subject.counselor, decision=NOTHING_DECIDED,
    )  # fmt: skip
    other = cast.jo.row if subject.client == cast.pat.row else cast.pat.row
    rows["pair"] = KeptApart.objects.create(
        **about, other=other, starts_on=NOON.date(), reason="Asked for.", by=subject.counselor
    )
    rows["mark"] = AttendanceMark.objects.create(
        **about, seat=seat, session=session, episode=subject.episode, on=NOON.date(),
        state="present", credited_minutes=90, marked_at=NOON, marked_by=subject.counselor,
    )  # fmt: skip
    rows["shared_note"] = SessionNote.objects.create(
        session=session, author=subject.counselor, body="Evenings", saved_at=NOON
    )
    rows["note"] = ClientNote.objects.create(
        **about, session=session, episode=subject.episode, author=subject.counselor,
        on=NOON.date(), saved_at=NOON, due_at=NOON + timedelta(days=1),
        body=subject.canary("notes"),
    )  # fmt: skip
    beside_the_note(rows, about, subject)
    rows["words"] = EarlierWords.objects.create(
        **about, note=rows["note"], author=subject.counselor, why="shortened",
        body=subject.canary("notes"), saved_at=NOON, kept_at=NOON,
    )  # fmt: skip
    rows["signed_note"] = _signed_before(cast, about, subject, starts_at - timedelta(days=7))
    rows["week"], _ = Week.objects.get_or_create(
        program=cast.program, site=subject.site, starts_on=date(2026, 11, 23)
    )


def _tested(
    cast: Cast, rows: dict[str, Any], about: dict[str, Any], subject: Subject, number: int
) -> None:
    pool, _ = Pool.objects.get_or_create(
        code=f"iop-{subject.site.code}", program=cast.program, site=subject.site
    )
    rows["pool"] = pool
    rows["draw"], _ = Draw.objects.get_or_create(
        pool=pool, day=NOON.date(), method="sha256", commitment="0" * 64, committed_at=NOON
    )
    rows["test"] = DrugTest.objects.create(
        **about, episode=subject.episode, panel=["etg"], state=DrugTest.State.NOTIFIED,
        ordered_at=NOON, due_at=NOON + timedelta(hours=6),
        collection_note=subject.canary("drug_tests"),
    )  # fmt: skip
    beside_the_test(cast, rows, subject)
    rows["task"] = CareTask.objects.create(
        **about, kind="safety_check", urgency="same_day", owner=subject.counselor, opened_at=NOON,
        due_at=NOON + timedelta(hours=4), origin=f"matrix:{number}",
    )  # fmt: skip


def _group_there(cast: Cast) -> TherapyGroup:
    """The same kind of group at the other site."""
    room = Room.objects.create(site=cast.other_site, code="n1", name="North room", seats=12)
    group = cast.group
    return TherapyGroup.objects.create(
        code="north", name="North group", program=cast.program, site=cast.other_site,
        session_type=group.session_type, room=room, leader=cast.omar.row, weekday=group.weekday,
        starts=group.starts, ends=group.ends, clinical_minutes=90, capacity=10,
        starts_on=group.starts_on,
    )  # fmt: skip


def _signed_before(cast: Cast, about: dict[str, Any], subject: Subject, at: datetime) -> ClientNote:
    """A note of the week before, signed: the client may read it."""
    session = GroupSession.objects.create(
        site=subject.site, program=cast.program, session_type=cast.types["group"],
        name="The week before", on=at.date(), starts_at=at, ends_at=at + timedelta(minutes=90),
        clinical_minutes=90, capacity=10,
    )  # fmt: skip
    return ClientNote.objects.create(
        **about, session=session, episode=subject.episode, author=subject.counselor, on=at.date(),
        saved_at=at, due_at=at + timedelta(days=1), body=subject.canary("notes"), signed_at=at,
        signed_by=subject.counselor, content_hash="0" * 64,
    )  # fmt: skip

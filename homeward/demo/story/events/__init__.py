"""What can happen in the demo story: one frozen event is one action by one person at work or in
care.

Two interpreters read these events (a bulk builder and a replay through the real actions),
so each event carries every input its action needs and nothing computed from rows.

* `at` is the instant somebody did it, aware, in the zone of the site. Every `at` lies before
  the start of the story's `today`; what is only planned is the *content* of an earlier event.
* `person` is the key of one person of `Story.people` ("p0042"); empty for program events.
* `by` is a worker key of the outline, "client" when the person did it on their own phone,
  "laboratory" for results sent in, and empty for what the program does by itself (a draw).
* Sessions are named by key: a group session is "<slot key>@<ISO date>", an individual or
  family session has its own key from `SessionBooked`.
* Answers are (link id, option code) pairs of the shipped instrument definitions.

Codes follow the domain glossary (attendance 5.4, test states 6.5 and 6.9, discharge 8.4).
"""

from .admission import Admitted, ConsentRevoked, ConsentSigned
from .assessment import (
    AssessmentKept,
    AssessmentMissed,
    AssessmentScheduled,
    DimensionsRated,
    PlacementDecided,
)
from .care import Attended, CheckIn, FamilySessionHeld, InstrumentAnswered, NoteSigned
from .drug_tests import (
    AnalyteResult,
    TestCollected,
    TestDiscussed,
    TestDrawn,
    TestEnded,
    TestNotified,
    TestResulted,
    TestReviewed,
)
from .event import Answers, Event, Facts, Interval
from .leaving import ContinuingCareBooked, Discharged, FollowUpDone
from .plan import Goal, Intervention, Objective, PlanReviewed, PlanSigned, PlanStarted, Problem
from .review import LevelReviewed, OutreachTried, PhaseChanged, SteppedDown
from .way_in import (
    BenefitsVerified,
    CallerContacted,
    InquiryClosed,
    InquiryTaken,
    ScreeningDone,
    Waitlisted,
)
from .week import (
    MakeUpOffered,
    PlannedSession,
    ProgramClosed,
    SeatReleased,
    SeatTaken,
    SessionBooked,
    SessionCancelled,
    WeekPublished,
)

__all__ = [
    "Admitted",
    "AnalyteResult",
    "Answers",
    "AssessmentKept",
    "AssessmentMissed",
    "AssessmentScheduled",
    "Attended",
    "BenefitsVerified",
    "CallerContacted",
    "CheckIn",
    "ConsentRevoked",
    "ConsentSigned",
    "ContinuingCareBooked",
    "DimensionsRated",
    "Discharged",
    "Event",
    "Facts",
    "FamilySessionHeld",
    "FollowUpDone",
    "Goal",
    "InquiryClosed",
    "InquiryTaken",
    "InstrumentAnswered",
    "Interval",
    "Intervention",
    "LevelReviewed",
    "MakeUpOffered",
    "NoteSigned",
    "Objective",
    "OutreachTried",
    "PhaseChanged",
    "PlacementDecided",
    "PlanReviewed",
    "PlanSigned",
    "PlanStarted",
    "PlannedSession",
    "Problem",
    "ProgramClosed",
    "ScreeningDone",
    "SeatReleased",
    "SeatTaken",
    "SessionBooked",
    "SessionCancelled",
    "SteppedDown",
    "TestCollected",
    "TestDiscussed",
    "TestDrawn",
    "TestEnded",
    "TestNotified",
    "TestResulted",
    "TestReviewed",
    "Waitlisted",
    "WeekPublished",
]

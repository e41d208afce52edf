"""Counting a story: shares and numbers by name, for the figures beside the population file."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import timedelta

from .answers import score
from .events import (
    Admitted,
    AssessmentKept,
    Attended,
    Discharged,
    FollowUpDone,
    InquiryTaken,
    InstrumentAnswered,
    TestEnded,
    TestResulted,
)
from .profiles import Profile
from .simulation import Story

USE, RISK, PROTECTIVE = (
    ("4", "5", "6"),
    ("1", "2", "3", "8", "11", "15"),
    ("9", "10", "12", "13", "14", "16"),
)
REASON_OF = {
    "left_against_advice": "dropped_out",
    "lost_to_contact": "dropped_out",
    "administrative": "terminated",
    "incarcerated": "other",
    "deceased": "other",
}
LONGEST = timedelta(days=330)


class Tally:
    """Counts over one or more stories."""

    def __init__(self) -> None:
        self.shares: dict[str, Counter[str]] = defaultdict(Counter)
        self.numbers: dict[str, list[float]] = defaultdict(list)

    def add(self, story: Story) -> None:
        """Count one story. Ends and stays only of those admitted long enough ago to have left."""
        people = {profile.key: profile for profile in story.people}
        admitted = {event.person: event for event in story.events if isinstance(event, Admitted)}
        called: dict[str, InquiryTaken] = {}
        assessed: dict[str, AssessmentKept] = {}
        for event in story.events:
            match event:
                case InquiryTaken():
                    called[event.person] = event
                case AssessmentKept():
                    assessed.setdefault(event.person, event)
                case Discharged():
                    self._leave(story, event, admitted[event.person], people[event.person])
                case Attended():
                    self._attend(event)
                case TestResulted() | TestEnded():
                    self._test(event, admitted[event.person])
                case InstrumentAnswered():
                    self._answer(event)
                case FollowUpDone():
                    self.shares[f"follow-up {event.month}"][event.outcome] += 1
        settled = story.today - timedelta(days=60)
        early = [inquiry for inquiry in called.values() if inquiry.at.date() < settled]
        for inquiry in early:
            self._come_in(inquiry, assessed.get(inquiry.person), admitted.get(inquiry.person))
        self._mix(story.people, admitted)
        left = sum(isinstance(event, Discharged) for event in story.events)
        self.numbers["in care today"].append(len(admitted) - left)

    def _come_in(
        self, inquiry: InquiryTaken, kept: AssessmentKept | None, start: Admitted | None
    ) -> None:
        self.shares["call to assessment"]["kept" if kept else "lost"] += 1
        if kept is None:
            return
        day = kept.started_at.date()
        self.shares["assessment to start"]["started" if start else "lost"] += 1
        self.numbers["days call to assessment"].append((day - inquiry.at.date()).days)
        if start:
            self.numbers["days assessment to start"].append((start.at.date() - day).days)

    def _mix(self, people: tuple[Profile, ...], admitted: dict[str, Admitted]) -> None:
        for profile in people:
            for name in ("referral", "payer", "substance", "employment", "living", "sex"):
                self.shares[f"called: {name}"][getattr(profile, name)] += 1
            if profile.key in admitted:
                self.shares["admitted: past_month"][profile.past_month] += 1

    def _leave(
        self, story: Story, event: Discharged, admission: Admitted, profile: Profile
    ) -> None:
        if profile.cast or admission.at.date() > story.today - LONGEST:
            return
        reason = REASON_OF.get(event.kind, event.kind)
        stay = (event.last_contact_on - admission.at.date()).days
        self.shares["reason"][reason] += 1
        self.shares["left before day 30"]["yes" if stay < 30 else "no"] += 1
        self.numbers[f"stay {reason}"].append(stay)
        self.numbers["stay all"].append(stay)
        if reason in ("dropped_out", "terminated", "other"):
            self.shares["unplanned week"][str(min(stay // 7, 99))] += 1
        else:
            self.shares["planned week"][str(min(stay // 7, 99))] += 1
        done = "completed" if reason == "completed" else "not"
        for name in ("education", "substance", "living", "referral"):
            self.shares[f"completion by {name} {getattr(profile, name)}"][done] += 1
        working = "working" if profile.employment in ("full", "part") else "not working"
        self.shares[f"completion by work {working}"][done] += 1

    def _attend(self, event: Attended) -> None:
        came = (
            "came"
            if event.punches
            else (
                "told"
                if event.state in ("excused", "cancelled_client", "cancelled_program")
                else "no_show"
            )
        )
        if "@" in event.session:
            self.shares["group sessions"][came] += 1
            self.shares["Mondays" if event.at.weekday() == 0 else "other days"][came] += 1

    def _test(self, event: TestResulted | TestEnded, admission: Admitted) -> None:
        week = (event.at.date() - admission.at.date()).days // 7
        group = (
            "1-2"
            if week < 2
            else "3-4"
            if week < 4
            else "5-8"
            if week < 8
            else "9-12"
            if week < 12
            else "13+"
        )
        if isinstance(event, TestEnded):
            self.shares["tests"][
                "missed" if event.state in ("missed", "refused") else "cancelled"
            ] += 1
            return
        values = [result.value for result in event.results]
        if event.method == "definitive":
            self.shares["laboratory"]["confirmed" if "positive" in values else "not"] += 1
            return
        self.shares["tests"]["provided"] += 1
        self.shares["specimen"][event.specimen] += 1
        self.shares[f"tests {group}"][
            "positive" if "presumptive_positive" in values else "negative"
        ] += 1

    def _answer(self, event: InstrumentAnswered) -> None:
        if event.instrument == "bam_iop" and event.week in (0, 4, 8):
            for name, summed in (("use", USE), ("risk", RISK), ("protective", PROTECTIVE)):
                self.numbers[f"BAM {name} week {event.week}"].append(score(event.answers, summed))
        elif event.instrument in ("phq9", "gad7") and event.week in (0, 8):
            items = tuple(str(item) for item in range(1, 10 if event.instrument == "phq9" else 8))
            self.numbers[f"{event.instrument} week {event.week}"].append(
                score(event.answers, items)
            )

"""A program outline to try the story with: two sites, a day and an evening track.

The full day runs 9:30 group therapy, 10:00 education, 11:00 experiential, 12:00 lunch, 13:00
relapse prevention, 14:00 stress and emotional well-being until 16:00; the evening 18:00 to
21:15 with 180 clinical minutes.
"""

from __future__ import annotations

from datetime import date, time

from .outline import Holiday, Outline, Phase, Shift, Site, Slot, Worker

EDUCATION = (
    "brain_and_drugs",
    "medications",
    "withdrawal",
    "hiv_hepatitis_tb",
    "overdose_naloxone",
    "sleep_nutrition",
    "co_occurring",
    "trauma_basics",
    "mutual_help",
    "family_roles",
    "work_and_money",
    "recovery_plan",
)
PREVENTION = (
    "triggers",
    "craving",
    "thought_stopping",
    "warning_signs",
    "high_risk_situations",
    "refusal_skills",
    "urge_surfing",
    "lapse_response",
    "safe_people",
    "payday_planning",
    "holidays_and_events",
    "prevention_plan",
)
WELLBEING = (
    "emotions",
    "anger",
    "stress",
    "shame",
    "boundaries",
    "communication",
    "grief",
    "loneliness",
    "leisure",
    "values",
    "self_worth",
    "mindfulness",
)
CREATIVE = (
    "movement",
    "art",
    "music",
    "journaling",
    "breathing",
    "cooking",
    "nature",
    "role_play",
    "photography",
    "storytelling",
    "clay",
    "gratitude",
)

LATER = (
    "keeping_well",
    "plan_for_a_lapse",
    "sober_friends",
    "dating_and_trust",
    "amends",
    "sponsors_and_mentors",
    "parenting_again",
    "going_back_to_work",
    "debts",
    "moving_home",
    "travel",
    "free_evenings",
)
LASTING = (
    "purpose",
    "gratitude_in_hard_times",
    "patience",
    "body_and_health",
    "sleep_again",
    "forgiveness",
    "asking_for_help",
    "anniversaries",
    "helping_others",
    "a_year_from_now",
    "celebrating",
    "saying_goodbye",
)

# (start, minutes, session type, topic pool) of one full day and one evening
FULL_DAY = (
    (time(9, 30), 30, "group_therapy", ()),
    (time(10), 60, "education", EDUCATION),
    (time(11), 60, "experiential", CREATIVE),
    (time(13), 60, "relapse_prevention", PREVENTION),
    (time(14), 120, "wellbeing", WELLBEING),
)
EVENING = ((time(18), 90, "group_therapy", ()), (time(19, 45), 90, "skills", PREVENTION))
# Pools follow who comes on which days, so that nobody meets a topic twice before all of its pool.
EVENING_POOLS = {
    0: PREVENTION + WELLBEING,
    1: EDUCATION + LATER,
    2: CREATIVE,
    3: EDUCATION + LATER,
    4: PREVENTION + WELLBEING,
}
TAPER_POOLS = {"relapse_prevention": LATER, "wellbeing": LASTING}

COHORTS = (
    ("day-a", "river", "day", ("counselor", "psychologist", "familycounselor")),
    ("day-b", "river", "day", ("counselor2", "peer", "supervisor")),
    ("day-c", "hill", "day", ("elsewhere", "counselor5", "casemanager")),
    ("eve-a", "river", "evening", ("counselor3",)),
    ("eve-b", "river", "evening", ("counselor4",)),
    ("eve-c", "hill", "evening", ("counselor6",)),
)


def _slots() -> tuple[Slot, ...]:
    """Three whole days (or evenings) for the intensive phases, two afternoons for the taper."""
    slots: list[Slot] = []
    for cohort, site, track, leaders in COHORTS:
        for weekday in range(5):
            for index, (start, minutes, kind, pool) in enumerate(
                FULL_DAY if track == "day" else EVENING
            ):
                taper = weekday in (1, 3)
                phases = ("3",) if taper else ("1", "2")
                if track == "evening" and taper:
                    phases = ("1", "3")
                if track == "evening" and pool:
                    pool = EVENING_POOLS[weekday]
                elif taper:
                    pool = TAPER_POOLS.get(kind, pool)
                slots.append(
                    Slot(
                        key=f"{cohort}-{weekday}-{start:%H%M}",
                        site=site,
                        track=track,
                        cohort=cohort,
                        weekday=weekday,
                        starts=start,
                        minutes=minutes,
                        clinical_minutes=minutes,
                        session_type=kind,
                        room=f"{site}-{cohort}",
                        leaders=(leaders[(index + (0 if taper else weekday)) % len(leaders)],),
                        capacity=10,
                        phases=phases,
                        topics=pool,
                    )
                )
    return tuple(slots)


def _week(start: time, end: time) -> tuple[Shift, ...]:
    return tuple(Shift(weekday=day, starts=start, ends=end) for day in range(5))


DAY, LATE = _week(time(8, 30), time(17, 30)), _week(time(13), time(21, 30))

WORKERS = (
    ("director", "Ines Aldaco", "director", "river", DAY, 0),
    ("supervisor", "Tobias Lindqvist", "supervisor", "river", DAY, 0),
    ("counselor", "Renée Marsh", "counselor", "river", DAY, 15),
    ("counselor2", "Delphine Osei", "counselor", "river", DAY, 15),
    ("counselor3", "Marek Havlicek", "counselor", "river", LATE, 15),
    ("counselor4", "Yolanda Brightwater", "counselor", "river", LATE, 15),
    ("elsewhere", "Samir Haddou", "counselor", "hill", DAY, 15),
    ("counselor5", "Pilar Quintero", "counselor", "hill", DAY, 15),
    ("counselor6", "Nnamdi Eze", "counselor", "hill", LATE, 15),
    ("familycounselor", "Oona Fairweather", "family_counselor", "river", DAY, 0),
    ("physician", "Leontyne Vega", "physician", "river", DAY, 0),
    ("psychologist", "Amit Raghunathan", "psychologist", "river", DAY, 0),
    ("nurse", "Birgit Solano", "nurse", "river", DAY, 0),
    ("technician", "Kofi Delacroix", "technician", "river", _week(time(9), time(21, 30)), 0),
    ("admissions", "Paloma Winters", "admissions", "river", DAY, 0),
    ("frontdesk", "Jules Abernathy", "front_desk", "river", DAY, 0),
    ("billing", "Hana Petrov", "billing", "river", DAY, 0),
    ("peer", "Curtis Blackwood", "peer", "river", DAY, 0),
    ("casemanager", "Maribel Tso", "case_manager", "river", DAY, 0),
)


def sample() -> Outline:
    """Two sites, six cohorts, phases of 12, 9 and 6 hours a week."""
    return Outline(
        name="Two Rivers",
        sites=(
            Site(key="river", name="River Street", zone="America/Chicago"),
            Site(key="hill", name="Hill House", zone="America/Chicago"),
        ),
        tracks=("day", "evening"),
        phases=(
            Phase(
                code="1",
                level="2.1",
                weekly_minutes=720,
                weeks=4,
                tests_per_week=2,
                individual_per_week=1,
            ),
            Phase(
                code="2",
                level="2.1",
                weekly_minutes=540,
                weeks=4,
                tests_per_week=1,
                individual_per_week=0.5,
            ),
            Phase(
                code="3",
                level="1",
                weekly_minutes=360,
                weeks=4,
                tests_per_week=0.5,
                individual_per_week=0.5,
            ),
        ),
        slots=_slots(),
        workers=tuple(
            Worker(
                key=key,
                name=name,
                role=role,
                site=site,
                shifts=shifts,
                office=f"{site}-office-{key}",
                caseload=load,
            )
            for key, name, role, site, shifts, load in WORKERS
        ),
        topics=EDUCATION + PREVENTION + WELLBEING + CREATIVE + LATER + LASTING,
        payers=(
            ("medicaid", "medicaid"),
            ("state", "state"),
            ("private", "private"),
            ("self_pay", "self_pay"),
            ("medicare", "medicare"),
            ("other", "other"),
        ),
        holidays=(
            Holiday(day=date(2026, 5, 25), name="Memorial Day"),
            Holiday(day=date(2026, 7, 3), name="Independence Day"),
            Holiday(day=date(2026, 9, 7), name="Labor Day"),
            Holiday(day=date(2026, 11, 26), name="Thanksgiving"),
            Holiday(day=date(2026, 12, 25), name="Christmas Day"),
        ),
    )

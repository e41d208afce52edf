"""Invented episodes of any length."""

from datetime import date, timedelta

from homeward.core.charts import (
    EpisodeEvent,
    EpisodePicture,
    PhaseSpan,
    ScoreMark,
    TestMark,
    WeekHours,
)
from homeward.core.design.people import HERE


def episode(weeks: int, past: int, tests_a_week: int = 1, key: str = "episode") -> EpisodePicture:
    """An episode of so many weeks, the first ``past`` of them behind us."""
    first = date(2026, 9, 21)
    today = first + timedelta(days=7 * past - 5)
    whole = timedelta(weeks=weeks)
    cuts = (0.0, 0.065, 0.31, 0.69, 0.875, 1.0)
    names = (
        ("orientation", "Orientation"),
        ("early", "Early recovery"),
        ("middle", "Middle"),
        ("late", "Late · stepping down"),
        ("continuing", "Continuing care"),
    )

    def day(share: float) -> date:
        return first + timedelta(days=round(whole.days * share))

    phases = tuple(
        PhaseSpan(code, label, day(cuts[nth]), day(cuts[nth + 1]), planned=day(cuts[nth]) > today)
        for nth, (code, label) in enumerate(names)
        if day(cuts[nth + 1]) > day(cuts[nth])
    )
    required = [
        9 if nth < weeks * 0.69 else 6 if nth < weeks * 0.875 else 1.5 for nth in range(weeks)
    ]
    delivered = [(6, 9, 9, 10.5, 7.5, 9, 9, 3)[nth % 8] * required[nth] / 9 for nth in range(weeks)]
    hours = tuple(
        WeekHours(
            first + timedelta(weeks=nth),
            delivered[nth] if nth < past - 1 else 3 if nth == past - 1 else 0,
            required[nth],
            0 if nth < past - 1 else 6 if nth == past - 1 else 0,
            HERE,
        )
        for nth in range(weeks)
    )
    cycle = (
        "negative",
        "negative",
        "negative",
        "positive",
        "negative",
        "missed",
        "negative",
        "presumptive",
        "excused",
        "pending",
    )
    words = {
        "negative": "Tested negative",
        "positive": "Tested positive",
        "missed": "Test missed",
        "presumptive": "Presumptive positive, sent to the lab",
        "excused": "Excused",
        "pending": "Result awaited",
    }
    tests = tuple(
        TestMark(
            first + timedelta(days=7 * nth + 2 + 2 * each),
            cycle[(nth + each) % 10],
            words[cycle[(nth + each) % 10]],
            HERE,
        )
        for nth in range(past)
        for each in range(tests_a_week)
        if first + timedelta(days=7 * nth + 2 + 2 * each) <= today
    )
    scores = tuple(
        ScoreMark(
            first + timedelta(days=7 * nth + 3),
            max(6, 20 - nth * 1.4 + (4 if nth % 7 == 6 else 0)),
            HERE,
        )
        for nth in range(past - 1)
    )
    events = (
        EpisodeEvent(first, "Admitted", HERE),
        EpisodeEvent(first + timedelta(days=16), "Family session", HERE),
        EpisodeEvent(first + timedelta(days=29), "Started new job", HERE),
        EpisodeEvent(today - timedelta(days=11), "Return to use · plan changed", HERE),
        EpisodeEvent(today - timedelta(days=2), "Plan reviewed with the team", HERE),
        EpisodeEvent(day(0.97), "Discharge planned", HERE),
    )
    return EpisodePicture(
        first,
        first + whole - timedelta(days=1),
        today,
        phases,
        hours,
        scores,
        "Use risk",
        (0, 24),
        (18, 22),
        "BAM 0–24",
        tests,
        tuple(each for each in events if first <= each.on < first + whole),
        key=key,
    )

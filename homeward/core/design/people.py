"""Invented people and facts for the specimens; nobody here is real."""

from datetime import date, timedelta

from homeward.core.charts import (
    EpisodeEvent,
    EpisodePicture,
    Hours,
    PhaseSpan,
    ScoreMark,
    TestMark,
    WeekHours,
)
from homeward.core.components import (
    Act,
    Cell,
    Column,
    DayEntry,
    Face,
    Fact,
    Figure,
    Moment,
    Need,
    Pager,
    Row,
    Signature,
    Step,
    Tab,
    Table,
    WeekBlock,
    WeekBoard,
    WeekDay,
    in_lanes,
)

HERE = "/design/"
LONG_NAME = "Maximiliana Wolfeschlegelsteinhausen-Ortíz"
NEEDS = (
    Need(
        Face("JT", "Jordan T.", HERE),
        "answered 2 on PHQ-9 item 9 at 07:42",
        "C-SSRS screener due before today’s group · day 23, Early recovery",
        Act("Start screener", HERE, "primary", "for Jordan T."),
        "urgent",
    ),
    Need(
        Face("MK", "Maya K.", HERE),
        "missed Monday without calling; 3.0 of 9.0 h this week",
        "Outreach due by 17:00 · two make-up seats fit her work hours",
        Act("Call · offer seats", HERE, about="to Maya K."),
        "attention",
    ),
)
LONG_NEEDS = (
    Need(
        Face("MW", LONG_NAME, HERE),
        "no se ha presentado a la evaluación interdisciplinaria correspondiente al miércoles",
        "Responsabilidad: subdirección administrativa · interconsulta otorrinolaringológica pendiente",
        Act("Reprogramar la evaluación", HERE),
        "info",
    ),
)
FIGURES = (
    Figure("4", "sessions today, 7.0 h"),
    Figure("31 of 33", "seats expected"),
    Figure("3", "notes to sign, oldest 1 day", url=HERE),
    Figure("2", "clients need you first", "urgent"),
)
METRICS = (
    Figure("1,064 of 1,071", "Required hours placed"),
    Figure("115 of 118", "Clients at their full hours"),
    Figure("0", "Days with a gap", "done"),
    Figure("6–10", "Group size, smallest–largest"),
)
HOURS = (
    (Face("AR", "Alex R.", HERE), Hours(7.5, 0, 9, "Alex R.", "on_track")),
    (Face("BC", "Bianca C.", HERE), Hours(9, 0, 9, "Bianca C.")),
    (Face("DL", "Dev L.", HERE), Hours(6, 3, 9, "Dev L.")),
    (Face("MK", "Maya K.", HERE), Hours(3, 0, 9, "Maya K.")),
    (Face("JT", "Jordan T.", HERE), Hours(0, 9, 9, "Jordan T.")),
    (Face("PS", "Pat S.", HERE), Hours(14.25, 0, 9, "Pat S.")),
    (Face("NN", LONG_NAME, HERE), Hours(0, 0, 0, LONG_NAME)),
)
GROUP = tuple(Face(letters, name) for letters, name in (
    ("AR", "Alex R."), ("BC", "Bianca C."), ("DL", "Dev L."), ("EP", "Eli P."),
    ("JT", "Jordan T."), ("KO", "Kim O."), ("LN", "Lee N."), ("PS", "Pat S."),
))
DAY = (
    DayEntry("09:30", "Early recovery group B", "Check-in, then “Triggers and the HALT check” · 90 min · plan objective 1.2", "middle", now=True, tag="now · room 2", tag_tone="done", faces=GROUP, faces_words="8 here · 1 late · 1 excused of 10", url=HERE),
    DayEntry("11:00", "Psychoeducation: how cravings work", "30 min lecture + 15 min questions · 17 expected · telehealth 3", "early", url=HERE),
    DayEntry("13:00", "Individual: Dev L.", "50 min · goal 2 “keep my job” · ready for step-down review", "late", tag="plan review due", tag_tone="attention", url=HERE),
    DayEntry("15:30", "Family session: the Parks", "90 min · with Sam F., family counselor · consent for mother active until 12 Feb", "continuing", url=HERE),
    DayEntry("17:00", "Orientation", "4 new · room 1", "orientation", cancelled=True),
    DayEntry("18:00", "Nothing planned until 21:00", "Tuesdays at this hour were hard before.", gap=True),
)
SUMMARY = (
    Fact("Preferred name", "Alex"),
    Fact("Grace before a late arrival counts", "10 minutes", Act("Change", HERE), not_adopted=True),
    Fact("Interpreter", "", empty="not asked yet"),
)
TABLE = Table(
    "Clients on this caseload",
    (Column("Client"), Column("Phase"), Column("Hours this week", numeric=True), Column("Next")),
    (
        Row((Cell("Alex Romero", HERE, "HW-01187"), Cell("Middle"), Cell("7.5 / 9"), Cell("Group B, 09:30"))),
        Row((Cell("Bianca Cruz", HERE, "HW-01201"), Cell("Early recovery"), Cell("9 / 9"), Cell("review due", tone="attention")), current=True),
        Row((Cell(LONG_NAME, HERE, "HW-01999"), Cell("Continuing care"), Cell("1 / 1.5"), Cell(""))),
    ),
    empty="No clients yet",
)
TABS = tuple(Tab(label, HERE, label == "Overview", 2 if label == "Tests" else 0) for label in (
    "Overview", "Plan", "Schedule", "Notes", "Measures", "Tests", "Medications", "Consents", "Coverage", "History",
))
FILTERS = (Tab("Everyone", HERE, True), Tab("Room", HERE), Tab("Staff", HERE, badge=4), Tab("One client", HERE))
MOMENTS = (
    Moment("Tue 24 Nov, 09:31", "Marked present", "Renée Marsh, LPC", "Early recovery group B, 90 minutes", HERE, "done"),
    Moment("Mon 23 Nov, 17:10", "Tested positive for alcohol metabolites", "Lab result", "confirmed by LC-MS/MS", HERE, "urgent"),
    Moment("Mon 23 Nov, 08:02", "Consent to mother renewed", "Alex Romero", tone="family"),
    Moment("Fri 20 Nov, 12:00", "Plan reviewed"),
)
SIGNED = Signature("Renée Marsh", "LPC", "Tue 24 Nov 2026, 11:42", "I led this group and this note is mine.", True, "sha256 4f1c 9a20 77be")
ADDENDA = (Signature("Renée Marsh", "LPC", "Wed 25 Nov 2026, 08:15", "Addendum: Kim joined by telephone for the last 20 minutes."),)
LADDER = (
    Step("Detox", ("days, medical", "before anything else when withdrawal is risky"), "orientation"),
    Step("Residential", ("24 hours", "when home is not safe"), "early"),
    Step("Partial hospital", ("20+ hours a week",), "early"),
    Step("Intensive outpatient", ("9 to 19 hours a week", "here"), "middle", current=True),
    Step("Outpatient", ("under 9 hours",), "late"),
    Step("Continuing care", ("a year and more",), "continuing"),
)
PAGER = Pager(26, 50, 60, HERE, HERE)


def _block(title: str, sub: str, start: float, end: float, phase: str, **more: bool | str) -> WeekBlock:
    def clock(hour: float) -> str:
        return f"{int(hour)}:{int(hour % 1 * 60):02d}"

    return WeekBlock(title, sub, int(start * 60), int(end * 60), f"{clock(start)}–{clock(end)}", phase, url=HERE, **more)  # type: ignore[arg-type]


_EARLY = _block("Early B · group", "9 of 10 · room 2 · RM", 9.5, 11, "middle")
_SKILLS = _block("Skills lab", "8 of 10 · room 2", 11.75, 12.5, "middle")
_PSYCHOED = _block("Psychoed", "17 of 24 · hall", 11, 11.75, "early")
_MIDDLE = _block("Middle A · group", "8 of 10 · room 3 · TS", 9.5, 11, "late")
_ONES = _block("Individuals ×4", "50 min · RM TS LO", 11, 12, "continuing")
_EVENING = (_block("Evening C · group", "7 of 10 · room 2 · LO", 17.5, 19, "middle"), _block("Evening C · skills", "7 of 10 · room 2", 19, 20.5, "early"))
WEEK = WeekBoard(
    (
        WeekDay("Mon 23", (_EARLY, _PSYCHOED, _SKILLS, _block("Relapse prevention", "10 of 10 · room 3", 13, 14, "late", full=True), *_EVENING)),
        WeekDay("Tue 24", in_lanes((_MIDDLE, _ONES, _block("Family evening prep", "3 families · room 1", 13, 14.5, "family"), _block("Court hearing", "room 1", 13.5, 14.25, "none"), *_EVENING)), today=True),
        WeekDay("Wed 25", (_EARLY, _PSYCHOED, _SKILLS, _block("Relapse prevention", "9 of 10 · room 3", 13, 14, "late"), _block("Family night", "6 families · hall · SF", 18, 19.5, "family"))),
        WeekDay("Thu 26", (_MIDDLE, _ONES, _block("Orientation", "4 new · room 1", 13, 14.5, "orientation"), _block("Evening C · group", "7 of 10 · room 2 · LO", 17.5, 19, "middle", changed=True, note="moved from 18:00"))),
        WeekDay("Fri 27", (_EARLY, _block("Wins & goodbyes", "community · hall", 13, 14, "continuing", cancelled=True))),
    ),
    label="Week of 23 November",
)
CLOSED_WEEK = WeekBoard((WeekDay("Thu 26", (), closed="Closed: Thanksgiving"), WeekDay("Fri 27", ())), 9, 12, "A short week")


def episode(weeks: int, past: int, tests_a_week: int = 1, key: str = "episode") -> EpisodePicture:
    """An episode of so many weeks, the first ``past`` of them behind us."""
    first = date(2026, 9, 21)
    today = first + timedelta(days=7 * past - 5)
    whole = timedelta(weeks=weeks)
    cuts = (0.0, 0.065, 0.31, 0.69, 0.875, 1.0)
    names = (("orientation", "Orientation"), ("early", "Early recovery"), ("middle", "Middle"), ("late", "Late · stepping down"), ("continuing", "Continuing care"))

    def day(share: float) -> date:
        return first + timedelta(days=round(whole.days * share))

    phases = tuple(
        PhaseSpan(code, label, day(cuts[nth]), day(cuts[nth + 1]), planned=day(cuts[nth]) > today)
        for nth, (code, label) in enumerate(names)
        if day(cuts[nth + 1]) > day(cuts[nth])
    )
    required = [9 if nth < weeks * 0.69 else 6 if nth < weeks * 0.875 else 1.5 for nth in range(weeks)]
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
    cycle = ("negative", "negative", "negative", "positive", "negative", "missed", "negative", "presumptive", "excused", "pending")
    words = {"negative": "Tested negative", "positive": "Tested positive", "missed": "Test missed", "presumptive": "Presumptive positive, sent to the lab", "excused": "Excused", "pending": "Result awaited"}
    tests = tuple(
        TestMark(first + timedelta(days=7 * nth + 2 + 2 * each), cycle[(nth + each) % 10], words[cycle[(nth + each) % 10]], HERE)
        for nth in range(past)
        for each in range(tests_a_week)
        if first + timedelta(days=7 * nth + 2 + 2 * each) <= today
    )
    scores = tuple(ScoreMark(first + timedelta(days=7 * nth + 3), max(6, 20 - nth * 1.4 + (4 if nth % 7 == 6 else 0)), HERE) for nth in range(past - 1))
    events = (
        EpisodeEvent(first, "Admitted", HERE),
        EpisodeEvent(first + timedelta(days=16), "Family session", HERE),
        EpisodeEvent(first + timedelta(days=29), "Started new job", HERE),
        EpisodeEvent(today - timedelta(days=11), "Return to use · plan changed", HERE),
        EpisodeEvent(today - timedelta(days=2), "Plan reviewed with the team", HERE),
        EpisodeEvent(day(0.97), "Discharge planned", HERE),
    )
    return EpisodePicture(
        first, first + whole - timedelta(days=1), today, phases, hours, scores, "Use risk", (0, 24), (18, 22), "BAM 0–24", tests,
        tuple(each for each in events if first <= each.on), key=key,
    )

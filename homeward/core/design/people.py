"""Invented people and facts for the specimens; nobody here is real."""

from homeward.core.charts import (
    Hours,
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
        "Responsabilidad: subdirección administrativa · interconsulta otorrinolaringológica",
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
GROUP = tuple(
    Face(letters, name)
    for letters, name in (
        ("AR", "Alex R."),
        ("BC", "Bianca C."),
        ("DL", "Dev L."),
        ("EP", "Eli P."),
        ("JT", "Jordan T."),
        ("KO", "Kim O."),
        ("LN", "Lee N."),
        ("PS", "Pat S."),
    )
)
DAY = (
    DayEntry(
        "09:30",
        "Early recovery group B",
        "Check-in, then “Triggers and the HALT check” · 90 min · plan objective 1.2",
        "middle",
        now=True,
        tag="now · room 2",
        tag_tone="done",
        faces=GROUP,
        faces_words="8 here · 1 late · 1 excused of 10",
        url=HERE,
    ),
    DayEntry(
        "11:00",
        "Psychoeducation: how cravings work",
        "30 min lecture + 15 min questions · 17 expected · telehealth 3",
        "early",
        url=HERE,
    ),
    DayEntry(
        "13:00",
        "Individual: Dev L.",
        "50 min · goal 2 “keep my job” · ready for step-down review",
        "late",
        tag="plan review due",
        tag_tone="attention",
        url=HERE,
    ),
    DayEntry(
        "15:30",
        "Family session: the Parks",
        "90 min · with Sam F., family counselor · consent for mother active until 12 Feb",
        "continuing",
        url=HERE,
    ),
    DayEntry("17:00", "Orientation", "4 new · room 1", "orientation", cancelled=True),
    DayEntry(
        "18:00", "Nothing planned until 21:00", "Tuesdays at this hour were hard before.", gap=True
    ),
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
        Row(
            (
                Cell("Alex Romero", HERE, "HW-01187"),
                Cell("Middle"),
                Cell("7.5 / 9"),
                Cell("Group B, 09:30"),
            )
        ),
        Row(
            (
                Cell("Bianca Cruz", HERE, "HW-01201"),
                Cell("Early recovery"),
                Cell("9 / 9"),
                Cell("review due", tone="attention"),
            ),
            current=True,
        ),
        Row(
            (Cell(LONG_NAME, HERE, "HW-01999"), Cell("Continuing care"), Cell("1 / 1.5"), Cell(""))
        ),
    ),
    empty="No clients yet",
)
TABS = tuple(
    Tab(label, HERE, label == "Overview", 2 if label == "Tests" else 0)
    for label in (
        "Overview",
        "Plan",
        "Schedule",
        "Notes",
        "Measures",
        "Tests",
        "Medications",
        "Consents",
        "Coverage",
        "History",
    )
)
FILTERS = (
    Tab("Everyone", HERE, True),
    Tab("Room", HERE),
    Tab("Staff", HERE, badge=4),
    Tab("One client", HERE),
)
MOMENTS = (
    Moment(
        "Tue 24 Nov, 09:31",
        "Marked present",
        "Renée Marsh, LPC",
        "Early recovery group B, 90 minutes",
        HERE,
        "done",
    ),
    Moment(
        "Mon 23 Nov, 17:10",
        "Tested positive for alcohol metabolites",
        "Lab result",
        "confirmed by LC-MS/MS",
        HERE,
        "urgent",
    ),
    Moment("Mon 23 Nov, 08:02", "Consent to mother renewed", "Alex Romero", tone="family"),
    Moment("Fri 20 Nov, 12:00", "Plan reviewed"),
)
SIGNED = Signature(
    "Renée Marsh",
    "LPC",
    "Tue 24 Nov 2026, 11:42",
    "I led this group and this note is mine.",
    True,
    "sha256 4f1c 9a20 77be",
)
ADDENDA = (
    Signature(
        "Renée Marsh",
        "LPC",
        "Wed 25 Nov 2026, 08:15",
        "Addendum: Kim joined by telephone for the last 20 minutes.",
    ),
)
LADDER = (
    Step(
        "Detox", ("days, medical", "before anything else when withdrawal is risky"), "orientation"
    ),
    Step("Residential", ("24 hours", "when home is not safe"), "early"),
    Step("Partial hospital", ("20+ hours a week",), "early"),
    Step("Intensive outpatient", ("9 to 19 hours a week", "here"), "middle", current=True),
    Step("Outpatient", ("under 9 hours",), "late"),
    Step("Continuing care", ("a year and more",), "continuing"),
)
DIMENSIONS = (
    (
        "Intoxication and withdrawal",
        "CIWA-Ar 6 today, 31 h after the last drink; no seizure history",
        "1",
    ),
    ("Body and health", "Blood pressure high, seen by Dr. Osei 18 Nov", "1"),
    ("Feelings, behavior, thinking", "PHQ-9 13 (moderate), item 9 = 0; GAD-7 11", "2"),
    ("Readiness to change", "Ready 7 of 10, confident 4 of 10", "2"),
    ("Return to use", "Two returns to use in 60 days without support", "3"),
    ("Recovery environment", "Lives with sister, alcohol-free home; job 13:00 to 18:00", "4"),
)
PAGER = Pager(26, 50, 60, HERE, HERE)

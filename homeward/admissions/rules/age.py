"""Is somebody old enough for this program? Age counts in the site's own days."""

from datetime import date

from homeward.kernel.reasons import Decision, Evidence, Reason, Source, State, marked_by

RULE_SET, VERSION = "adult-gate", "1"


def age_on(birth_date: date, day: date) -> int:
    """Age in whole years; somebody born on 29 February turns on 1 March in other years."""
    return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))


@marked_by("minimum_years")
def old_enough(birth_date: date, day: date, *, minimum_years: int, source: Source) -> Decision:
    """`yes` or `no`, with the age and the program's limit."""
    age = age_on(birth_date, day)
    is_met = age >= minimum_years
    line = Reason(
        "old_enough",
        State.MET if is_met else State.NOT_MET,
        (Evidence("birth_date", "", str(age)),),
        source,
        {"age": age, "minimum": minimum_years},
    )
    return Decision("yes" if is_met else "no", RULE_SET, VERSION, (line,))


ADULT_FROM = 18
LEAST_OF_ADULTS, LEAST_OF_ADOLESCENTS = (
    "iop_min_weekly_minutes", "iop_min_weekly_minutes_adolescent",
)  # fmt: skip


def least_minutes_code(birth_date: date, day: date) -> str:
    """The number that holds the least minutes a week of intensive outpatient care at that age.

    Source: nine hours a week for adults, six for adolescents (SAMHSA Advisory 2021).

    >>> least_minutes_code(date(2010, 5, 1), date(2026, 5, 1))
    'iop_min_weekly_minutes_adolescent'
    """
    is_adult = age_on(birth_date, day) >= ADULT_FROM
    return LEAST_OF_ADULTS if is_adult else LEAST_OF_ADOLESCENTS

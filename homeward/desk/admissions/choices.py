"""Closed lists that several forms of the way in offer."""

from django.utils.translation import gettext_lazy as _

from homeward.admissions.words import CLOSINGS, OUTCOMES, RELATIONS, STATES

UNKNOWN = "unknown"
YES_NO_UNKNOWN = (("yes", _("Yes")), ("no", _("No")), (UNKNOWN, _("Not asked")))
SUBSTANCES = (
    ("alcohol", _("Alcohol")),
    ("heroin", _("Heroin")),
    # Apart from heroin: federal statistics count it among the other opioids.
    ("fentanyl", _("Fentanyl")),
    ("other_opioid", _("Other opioids")),
    ("methamphetamine", _("Methamphetamine")),
    ("cocaine", _("Cocaine")),
    ("marijuana", _("Cannabis")),
    ("benzodiazepine", _("Benzodiazepines")),
    ("other", _("Something else")),
)
LAST_USE = (
    ("", _("Not asked")),
    ("today", _("Today")),
    ("yesterday", _("Yesterday")),
    ("this_week", _("In the last 7 days")),
    ("this_month", _("In the last 30 days")),
    ("longer", _("Longer ago")),
)
SUICIDAL = (
    ("none", _("No")),
    ("thoughts", _("Thoughts, no danger now")),
    ("danger_now", _("In danger now")),
    (UNKNOWN, _("Not asked")),
)
WITHDRAWAL = (
    ("none", _("None")),
    ("possible", _("Possible")),
    ("severe", _("Severe, or seizures before")),
    (UNKNOWN, _("Not asked")),
)
REFERRALS = (
    ("", _("Not asked")),
    ("individual", _("Came by themselves")),
    ("sud_provider", _("Another treatment program")),
    ("other_health", _("Doctor or hospital")),
    ("criminal_justice", _("Court, probation or parole")),
    ("employer", _("Employer")),
    ("community", _("Community or family")),
)
SEXES = (("", _("Not known")), ("female", _("Female")), ("male", _("Male")))
LANGUAGES = (("en", _("English")), ("es", _("Spanish")))
RELATION_CHOICES = tuple(RELATIONS.items())
OUTCOME_CHOICES = tuple(OUTCOMES.items())
CLOSING_CHOICES = tuple(CLOSINGS.items())
ENDING_CHOICES = tuple((code, STATES[code]) for code in ("lost", "declined", "referred_out"))


def words_of(choices: tuple[tuple[str, object], ...], code: str) -> str:
    """The label of a stored code; the code itself when the list does not know it."""
    return str(dict(choices).get(code or UNKNOWN, code.replace("_", " ")))

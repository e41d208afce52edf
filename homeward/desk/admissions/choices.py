"""Closed lists that several forms of the way in offer."""

from django.utils.translation import gettext_lazy as _

from homeward.admissions.words import CLOSINGS, OUTCOMES, RELATIONS, STATES

UNKNOWN = "unknown"
YES_NO_UNKNOWN = (("yes", _("Yes")), ("no", _("No")), (UNKNOWN, _("Not asked")))
OBLIGATIONS = (
    ("work", _("Work")),
    ("school", _("School")),
    ("children", _("Children")),
    ("court", _("Court or probation")),
)
WEEKDAYS = (
    ("0", _("Mon")), ("1", _("Tue")), ("2", _("Wed")), ("3", _("Thu")), ("4", _("Fri")),
    ("5", _("Sat")), ("6", _("Sun")),
)  # fmt: skip
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


HOLD_ENDINGS = (
    ("cleared_by_evaluation", _("Cleared: may begin here")),
    (
        "ambulatory_withdrawal_management",
        _("Ambulatory withdrawal management beside this program"),
    ),
    ("withdrawal_care_completed", _("Withdrawal care elsewhere is completed")),
)
INTERIM_SERVICES = (
    ("hiv_tb_counseling", _("Counseling on HIV and tuberculosis")),
    ("safer_use", _("Counseling on sharing needles and passing on infections")),
    ("hiv_tb_referral", _("Referral for HIV or tuberculosis care")),
    ("pregnancy_counseling", _("Counseling on what use does to the unborn child")),
    ("prenatal_referral", _("Referral for prenatal care")),
    ("naloxone", _("Naloxone given")),
    ("other", _("Something else")),
)
REMINDER_ENDINGS = (
    ("done", _("Done")),
    ("not_reached", _("Tried, not reached")),
    ("not_needed", _("Not needed any more")),
)
MESSAGE_ENDINGS = (
    ("passed_on", _("Passed on")),
    ("returned_call", _("Answered by a call")),
    ("nobody_to_pass_to", _("Nobody to pass it to")),
)
REMINDERS = {
    "call_back": _("Call back"),
    "assessment_tomorrow": _("Call before the assessment"),
    "wait_contact": _("Call while they wait"),
    "interim_services": _("Begin interim services"),
}
HOLDS = {
    "alcohol_sedative_withdrawal": _("Alcohol or sedative withdrawal"),
    "medical_red_flag": _("Medical red flag"),
    "age": _("Age"),
}
SEVERITIES = {
    "emergency_services": _("Emergency services now"),
    "medical_evaluation_today": _("Medical evaluation today"),
    "repeat_ciwa": _("Take CIWA-Ar again"),
    "not_here": _("Not admitted here"),
    "ask_first": _("Something is still to be asked"),
    "clear": _("Nothing holds"),
}

"""The words for places, referrals and the lines of a file."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from homeward.directory.kinds import Language, Option, PayerKind, Takes
from homeward.directory.models import HandOffStep, Referral, ServiceEdit

Words = dict[str, Promise]

OPTIONS: Words = {
    Option.DETOX: _("Detox"),
    Option.RESIDENTIAL: _("Residential"),
    Option.PARTIAL_HOSPITAL: _("Partial hospital"),
    Option.INTENSIVE_OUTPATIENT: _("Intensive outpatient"),
    Option.OUTPATIENT: _("Outpatient"),
    Option.SOBER_LIVING: _("Sober living"),
    Option.DUAL_DIAGNOSIS: _("Substance use and mental health together"),
    Option.MEDICATION: _("Medication for opioid or alcohol use"),
    Option.INTERVENTION: _("Help to start the talk (intervention)"),
    Option.SUPPORT_SECULAR: _("Support group, not religious"),
    Option.SUPPORT_SPIRITUAL: _("Support group, 12-step or faith"),
    Option.EMPLOYMENT: _("Help to find work"),
    Option.LEGAL_AID: _("Legal help"),
    Option.HOUSING: _("Help to find a home"),
    Option.CHILDCARE: _("Child care"),
    Option.TRANSPORT: _("Help to get around"),
    Option.BENEFITS: _("Help with benefits"),
    Option.EDUCATION: _("School or training"),
    Option.FOOD: _("Food"),
    Option.HEALTH_CARE: _("Doctor or dentist"),
}
TAKES: Words = {
    Takes.ADULTS: _("Adults"),
    Takes.TEENS: _("Teens"),
    Takes.WOMEN: _("Women"),
    Takes.MEN: _("Men"),
    Takes.PREGNANT: _("Pregnant people"),
    Takes.PARENTS_WITH_CHILDREN: _("Parents with their children"),
    Takes.VETERANS: _("Veterans"),
    Takes.LGBTQ: _("LGBTQ+ people"),
    Takes.FAMILIES: _("Family and friends"),
}
PAYERS: Words = {
    PayerKind.MEDICAID: _("Medicaid"),
    PayerKind.MEDICARE: _("Medicare"),
    PayerKind.STATE: _("State funds"),
    PayerKind.PRIVATE: _("Private insurance"),
    PayerKind.SELF_PAY: _("Paying yourself"),
    PayerKind.SLIDING: _("A fee by income"),
    PayerKind.FREE: _("Free"),
}
LANGUAGES: Words = {
    Language.ENGLISH: _("English"),
    Language.SPANISH: _("Spanish"),
    Language.POLISH: _("Polish"),
    Language.CHINESE: _("Chinese"),
    Language.ARABIC: _("Arabic"),
    Language.RUSSIAN: _("Russian"),
    Language.SIGN: _("Sign language"),
}
FIELDS: Words = {
    "organisation": _("organization"),
    "name": _("name"),
    "options": _("what it offers"),
    "address": _("address"),
    "city": _("town"),
    "zip_code": _("ZIP"),
    "phone": _("phone"),
    "web": _("web address"),
    "languages": _("languages"),
    "payers": _("who pays"),
    "takes": _("whom it takes"),
    "hours": _("opening hours"),
    "notes": _("notes"),
    "verified_on": _("check"),
    "retired_at": _("listing"),
}
EDITS: Words = {
    ServiceEdit.What.ADDED: _("Added"),
    ServiceEdit.What.CHANGED: _("Changed"),
    ServiceEdit.What.VERIFIED: _("Checked with the place"),
    ServiceEdit.What.RETIRED: _("Taken off the list"),
    ServiceEdit.What.RESTORED: _("Put back on the list"),
}
KINDS: Words = {
    Referral.Kind.DETOX: _("Detox"),
    Referral.Kind.RESIDENTIAL: _("Residential care"),
    Referral.Kind.PARTIAL_HOSPITAL: _("Partial hospital care"),
    Referral.Kind.INTENSIVE_OUTPATIENT: _("Intensive outpatient care elsewhere"),
    Referral.Kind.OUTPATIENT: _("Outpatient care"),
    Referral.Kind.MEDICATION: _("Medication, same day"),
    Referral.Kind.MEDICAL: _("Medical evaluation"),
    Referral.Kind.EMERGENCY: _("Emergency services"),
    Referral.Kind.PSYCHIATRIC: _("Psychiatric care"),
    Referral.Kind.SOBER_LIVING: _("Sober living"),
    Referral.Kind.INTERIM: _("Interim services"),
    Referral.Kind.SUPPORT: _("Support group"),
}
REASONS: Words = {
    "asked_for": _("The person asked for it"),
    "level_indicated": _("Another level of care is indicated"),
    "home_not_safe": _("Home is not safe or stable"),
    "withdrawal_risk": _("Risk of severe withdrawal"),
    "medical_need": _("A medical need"),
    "mental_health_need": _("A mental health need"),
    "no_seat": _("No seat here soon enough"),
    "payer": _("The payer covers it elsewhere"),
    "distance": _("Too far from home"),
    "step_down": _("Next step after care here"),
    "ciwa_hold": _("Alcohol withdrawal needs a medical evaluation first"),
    "ciwa_emergency": _("Severe alcohol withdrawal"),
    "opioid_withdrawal": _("Opioid withdrawal: medication the same day"),
    "withdrawal_history": _("Seizure or delirium in an earlier withdrawal"),
    "vital_signs": _("Vital signs out of range"),
    "interim_services": _("Services while waiting for a seat"),
}
STEPS: Words = {
    HandOffStep.Step.CALLED: _("Called the place"),
    HandOffStep.Step.NO_ANSWER: _("Called, nobody answered"),
    HandOffStep.Step.ACCEPTED: _("The place accepts"),
    HandOffStep.Step.WAIT_LISTED: _("The place has a wait list"),
    HandOffStep.Step.DECLINED: _("The place declines"),
    HandOffStep.Step.TRANSPORT: _("The way there is arranged"),
    HandOffStep.Step.ARRIVED: _("The person arrived"),
}
TOLD: Words = {
    HandOffStep.Told.NOTHING: _("Nothing that names the person was said"),
    HandOffStep.Told.TOGETHER: _("The person was on the call and spoke for themselves"),
    HandOffStep.Told.CONSENT: _("The person's consent covers it; it goes into the ledger"),
    HandOffStep.Told.EMERGENCY: _("Medical emergency, told to medical staff; the note says why"),
}
OUTCOMES: Words = {
    Referral.Outcome.ARRIVED: _("Arrived there"),
    Referral.Outcome.COMPLETED: _("Finished there"),
    Referral.Outcome.TREATED_HERE: _("Looked after here instead"),
    Referral.Outcome.DECLINED_BY_CLIENT: _("The person decided against it"),
    Referral.Outcome.DECLINED_BY_SERVICE: _("The place could not take them"),
    Referral.Outcome.NOT_REACHED: _("The person could not be reached"),
    Referral.Outcome.NOT_NEEDED: _("Not needed any more"),
}
PROBLEMS: Words = {
    "not_text": _("This is not a text file. Save it as CSV, UTF-8."),
    "not_csv": _(
        "The line cannot be read (%(found)s). Look for a quotation mark that is not closed."
    ),
    "column_missing": _("The column is missing. Add it to the first line."),
    "column_unknown": _("No such column. Take it out, or write one of the names of the export."),
    "column_twice": _("The column stands twice. Keep one."),
    "too_many_lines": _("More than %(found)s lines. Split the file."),
    "cells_do_not_match": _(
        "The line has more or fewer cells than the first line. Count its commas."
    ),
    "cell_empty": _("The cell is empty. Fill it in."),
    "cell_too_long": _("The text is too long. Keep it to %(found)s letters."),
    "code_unclear": _("“%(found)s” is no code. Write small letters, digits and hyphens."),
    "code_needed": _("No code can be made from “%(found)s”. Write one."),
    "code_twice": _("The same code stands twice (%(found)s). Give one of the lines another."),
    "code_retired": _("“%(found)s” was taken off the list. Put it back there first."),
    "options_unknown": _("“%(found)s” is not an option. Write one of the words of the export."),
    "languages_unknown": _("“%(found)s” is not a language code such as en or es."),
    "payers_unknown": _("“%(found)s” is not a payer. Write medicaid, medicare, private, sliding…"),
    "takes_unknown": _("“%(found)s” is not known here. Write adults, women, pregnant, veterans…"),
    "zip_unclear": _("“%(found)s” is not a ZIP code. Write five digits; keep the leading zero."),
    "zip_unknown": _("There is no ZIP code %(found)s. Look it up again."),
    "phone_unclear": _("“%(found)s” cannot be dialed. Write digits, spaces and + ( ) - only."),
    "hours_unclear": _(
        "“%(found)s” cannot be read. Write for example Mon-Fri 08:00-17:00; Sat"
        " 09:00-12:00, or 24/7."
    ),
    "no_lines": _("The file has no lines with places."),
}


def said(words: Words, codes: object) -> list[str]:
    """The words of codes, in the order of the table; a code without words is spelled out."""
    given = [str(code) for code in codes]  # type: ignore[attr-defined]
    known = [str(text) for code, text in words.items() if str(code) in given]
    return known + [code.replace("_", " ") for code in given if code not in words]

"""The words of this room's codes."""

from django.utils.translation import gettext_lazy as _

from homeward.core import reasons_words
from homeward.drugtests.refusal_words import REFUSALS

REASONS = {
    "specimen_adulterated": _("Something was added: pH, nitrite or a foreign substance"),
    "specimen_substituted": _("Not human urine by creatinine and specific gravity together"),
    "specimen_invalid": _(
        "Cannot be read: unusual pH or nitrite, creatinine and specific gravity that contradict "
        "each other, or called invalid by the reader"
    ),
    "specimen_dilute": _("Dilute: low creatinine and low specific gravity"),
    "specimen_temperature_outside": _("Temperature outside the limits, or read too late"),
    "certificate_current": _("This site has a CLIA certificate that holds today"),
    "kit_known": _("The kit is on this site's list and in use"),
    "kit_in_date": _("The kit is in date"),
    "kit_reads_panel": _("The kit reads everything this test asks for"),
    "order_individual": _(
        "The test was ordered for this person, with its need: a panel that a clinician set line by "
        "line, or a cause that a second person agreed to"
    ),
    "ceiling_presumptive": _(
        "%(before)s tests in the last %(days)s days; payers usually pay for %(most)s"
    ),
    "ceiling_definitive": _(
        "%(before)s confirmations in the last %(days)s days; payers usually pay for %(most)s"
    ),
    "panel_not_set": _("No panel is set yet. Set it among the client’s tests."),
    "order_known": _("The order number is one of ours"),
    "order_open": _("The order waits for a result"),
    "record_number_agrees": _("The record number agrees"),
    "name_agrees": _("The name agrees"),
    "birth_date_agrees": _("The birth date agrees"),
    "collection_day_agrees": _("The day of collection agrees"),
    "two_identifiers": _("At least two identifiers agree"),
}

STATES = {
    "ordered": _("Ordered"),
    "notified": _("Has been told"),
    "collected": _("Collected"),
    "sent": _("Sent to the laboratory"),
    "received": _("At the laboratory"),
    "resulted": _("Result in"),
    "reviewed": _("Reviewed"),
    "discussed": _("Discussed"),
    "missed": _("Missed"),
    "refused": _("Declined"),
    "unable": _("Not able to give"),
    "rejected": _("Rejected by the laboratory"),
    "cancelled": _("Cancelled"),
}

RESULTS = {
    "negative": _("Negative"),
    "presumptive_positive": _("Presumptive, not confirmed"),
    "positive": _("Tested positive, confirmed"),
    "positive_expected": _("Found, as prescribed"),
    "negative_unexpected": _("Prescribed, but not found"),
    "invalid": _("Cannot be read"),
    "not_tested": _("Not tested"),
}

OUTCOMES = {
    "pending": _("No result yet"),
    "negative": _("Negative"),
    "presumptive": _("Presumptive, not confirmed"),
    "positive": _("Tested positive, confirmed"),
    "unexpected": _("A prescribed medicine was not found"),
    "invalid": _("Cannot be read"),
    # What a specimen says in place of its readings (rules/reading.py).
    "dilute_negative": _("Negative, but dilute"),
    "substituted": _("Cannot be read: substituted"),
    "adulterated": _("Cannot be read: adulterated"),
}

METHODS = {
    "presumptive": _("Presumptive (by class)"),
    "definitive": _("Definitive (laboratory, by name)"),
}

SPECIMENS = {
    "valid": _("Valid"),
    "not_measured": _("Not measured"),
    "dilute_neg": _("Dilute, negative"),
    "dilute_pos": _("Dilute, positive"),
    "substituted": _("Substituted"),
    "adulterated": _("Adulterated"),
    "invalid": _("Invalid"),
}

COLLECTIONS = {
    "temperature_monitored": _("Alone, temperature read"),
    "unobserved": _("Alone"),
    "observed": _("Observed"),
}

IDENTITIES = {
    "known": _("I know them"),
    "photo_id": _("Photo ID"),
    "name_birth_date": _("Name and birth date said"),
}

OBSERVERS = {
    "woman": _("A woman"),
    "man": _("A man"),
    "either": _("Either"),
}

NEEDS = {
    "own_panel": _("Set by a clinician, line by line"),
    "own_substances": _("Suggested by the substances this person named; no clinician set it yet"),
    "for_cause": _("What was seen"),
    "to_set": _("Nobody has set a panel yet"),
}

ORDER_KINDS = {
    "screen": _("whole panel"),
    "confirmation": _("confirmation"),
}

# Stands wherever a reading of the alcohol marker is told outside its own page.
MARKER_CAUTION = _(
    "The alcohol marker can also come from products such as hand rub or mouthwash. It is never the "
    "only reason for a decision."
)

MARKER_BANDS = {
    "etg_recent": _("This level is seen after recent heavy drinking or drinking the same day."),
    "etg_earlier": _(
        "This level is seen after heavy drinking some days ago, light drinking within a day, or "
        "strong contact with alcohol in products."
    ),
    "etg_contact": _(
        "This level is seen after light drinking one or two days ago, and after contact with "
        "products such as hand rub or mouthwash."
    ),
    "etg_below": _("This level is below what the laboratory's bands speak of."),
    "etg_level_unknown": _("Without a level nobody can say what it comes from."),
}

MESSAGE_STATES = {
    "filed": _("Filed"),
    "nothing_new": _("Nothing new"),
    "quarantined": _("Waits for a person"),
    "set_aside": _("Set aside"),
    "refused": _("Refused"),
}

# What a laboratory says of one line (OBX-11 of its message).
LINE_STATES = {
    "F": _("Final"),
    "C": _("Correction"),
    "P": _("Preliminary"),
    "I": _("Still to come"),
    "R": _("Not yet confirmed by the laboratory"),
    "S": _("Partial"),
    "X": _("Could not be tested"),
    "D": _("Withdrawn"),
    "W": _("Belonged to somebody else"),
}

MESSAGE_CODES = {
    "order_known": _("The order number is not one of ours."),
    "order_open": _("The order is closed."),
    "record_number_agrees": _("The record number is not the one we sent."),
    "name_agrees": _("The name is not the one we sent."),
    "birth_date_agrees": _("The birth date is not the one we sent."),
    "collection_day_agrees": _("The day of collection is not the one we sent."),
    "two_identifiers": _("Fewer than two identifiers agree."),
    "analyte_unknown": _("A line is named with a code that is not on our list."),
    "analyte_twice": _("A line appears twice."),
    "analyte_not_ordered": _("Something was tested that was not ordered."),
    "reading_not_understood": _("A reading cannot be understood, or contradicts itself."),
    "measure_not_understood": _("A measure of the specimen has another unit."),
    "status_for_a_person": _("A line has a status that a person must judge."),
    "differs_without_correction": _(
        "A line differs from what is on file and is not called a correction."
    ),
    "order_twice": _("One order appears twice."),
    "control_id_reused": _("Its number was used before for another message."),
    "sender_unknown": _("The sender is none of our laboratories."),
    "preliminary": _("Only preliminary so far."),
    "other_laboratory": _("That order is at another laboratory."),
    "several_orders": _("The message holds several orders; enter it by hand."),
}

ACCOUNTS = {
    "agrees": _("Agrees with the result"),
    "disputes": _("Disputes it"),
    "explains_medicine": _("Explains it by a medicine"),
    "no_comment": _("Does not want to say"),
}

ANALYTES = {
    "alcohol": _("Alcohol"),
    "etg": _("Alcohol marker (EtG)"),
    "amphetamines": _("Amphetamines"),
    "methamphetamine": _("Methamphetamine"),
    "benzodiazepines": _("Benzodiazepines"),
    "cocaine": _("Cocaine"),
    "buprenorphine": _("Buprenorphine"),
    "fentanyl": _("Fentanyl"),
    "opiates": _("Opiates"),
    "oxycodone": _("Oxycodone"),
    "6_mam": _("Heroin marker (6-MAM)"),
    "methadone": _("Methadone"),
    "thc": _("Cannabis (THC)"),
    "pcp": _("PCP"),
    "xylazine": _("Xylazine"),
    # What a laboratory names of a class.
    "morphine": _("Morphine"),
    "codeine": _("Codeine"),
    "hydrocodone": _("Hydrocodone"),
    "hydromorphone": _("Hydromorphone"),
    "oxymorphone": _("Oxymorphone"),
    "amphetamine": _("Amphetamine"),
    "mdma": _("MDMA"),
    "mda": _("MDA"),
    "alprazolam": _("Alprazolam"),
    "hydroxyalprazolam": _("Alpha-hydroxyalprazolam"),
    "clonazepam": _("Clonazepam"),
    "aminoclonazepam": _("7-aminoclonazepam"),
    "diazepam": _("Diazepam"),
    "nordiazepam": _("Nordiazepam"),
    "oxazepam": _("Oxazepam"),
    "temazepam": _("Temazepam"),
    "lorazepam": _("Lorazepam"),
    "norfentanyl": _("Norfentanyl"),
    "eddp": _("Methadone marker (EDDP)"),
    "norbuprenorphine": _("Norbuprenorphine"),
    "benzoylecgonine": _("Cocaine marker (benzoylecgonine)"),
    "thc_cooh": _("Cannabis marker (THC-COOH)"),
    "ets": _("Alcohol marker (EtS)"),
}


def register() -> None:
    """Give the reason component its words."""
    reasons_words.register(REASONS)


def analyte(code: str) -> str:
    """An analyte in words."""
    return str(ANALYTES.get(code, code.replace("_", " ").capitalize()))


def message_code(code: str) -> str:
    """Why a message waits for a person, in words."""
    return str(MESSAGE_CODES.get(code, code.replace("_", " ").capitalize()))


def refusal(code: str) -> str:
    """The sentence for a refusal code of this room."""
    return str(REFUSALS.get(code) or MESSAGE_CODES.get(code) or code.replace("_", " ").capitalize())

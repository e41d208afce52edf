"""The words of this room's codes."""

from django.utils.translation import gettext_lazy as _

from homeward.core import reasons_words

REASONS = {
    "specimen_adulterated": _("Something was added: pH, nitrite or a foreign substance"),
    "specimen_substituted": _("Not human urine by creatinine and specific gravity together"),
    "specimen_invalid": _("Cannot be read: unusual pH or nitrite, or called invalid by the reader"),
    "specimen_dilute": _("Dilute: low creatinine and low specific gravity"),
    "specimen_temperature_outside": _("Temperature outside the limits, or read too late"),
}

STATES = {
    "ordered": _("Ordered"),
    "notified": _("Has been told"),
    "collected": _("Collected"),
    "sent": _("At the laboratory"),
    "resulted": _("Result in"),
    "reviewed": _("Reviewed"),
    "discussed": _("Discussed"),
    "missed": _("Missed"),
    "refused": _("Declined"),
    "unable": _("Not able to give"),
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
}

METHODS = {
    "presumptive": _("Presumptive (read on site, by class)"),
    "definitive": _("Definitive (laboratory, by name)"),
}

SPECIMENS = {
    "valid": _("Valid"),
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
}

REFUSALS = {
    "not_in_that_state": _("This test has moved on. Look at it again."),
    "stale_version": _("Somebody changed this after you opened it. Look again and repeat."),
    "cause_incomplete": _("Write in a sentence what you saw."),
    "needs_second_person": _("Choose another worker of this site who agrees."),
    "not_in_care": _("This client has no open episode."),
    "window_out_of_bounds": _("The end of the window is later than the program allows."),
    "collection": _("Say how the specimen was given."),
    "identity": _("Check who it is, and say so."),
    "temperature": _("Read the temperature."),
    "seal": _("Seal the specimen with the client watching."),
    "initials": _("The client puts their initials on the seal."),
    "observation_needs_reason": _("Write why the collection was observed."),
    "temperature_outside": _(
        "The temperature is outside the limits or was read late. Take another specimen, or write "
        "down what you did."
    ),
    "method": _("Say how it was read."),
    "readings": _("Give a reading for each line."),
    "panel": _("Every line of the panel needs a reading, or “not tested”."),
    "analyte_twice": _("A line appears twice."),
    "result_already_entered": _(
        "This result is already in. A laboratory confirms under its own method."
    ),
    "end_unknown": _("Choose how it ended."),
    "window_still_open": _("The window is still open; nobody has missed it yet."),
    "end_needs_reason": _("Write what happened."),
    "client_account": _("Say how the client sees it."),
    "discussion": _("Write in a sentence what was said and agreed."),
    "results_are_for_clinicians": _("Results are read by the clinical team."),
}


def register() -> None:
    """Give the reason component its words."""
    reasons_words.register(REASONS)


def analyte(code: str) -> str:
    """An analyte in words."""
    return str(ANALYTES.get(code, code.replace("_", " ").capitalize()))


def refusal(code: str) -> str:
    """The sentence for a refusal code of this room."""
    return str(REFUSALS.get(code, code.replace("_", " ").capitalize()))

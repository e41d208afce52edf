"""The words of this room's codes."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = dict[str, Promise]

MEDICINES: Words = {
    "methadone": _("Methadone (from an opioid treatment program)"),
    "buprenorphine_film": _("Buprenorphine, film"),
    "buprenorphine_tablet": _("Buprenorphine, tablet"),
    "buprenorphine_injection": _("Buprenorphine, injection"),
    "naltrexone_injection": _("Naltrexone, extended-release injection"),
    "naltrexone_tablet": _("Naltrexone, tablet"),
    "acamprosate": _("Acamprosate"),
    "disulfiram": _("Disulfiram"),
    "topiramate": _("Topiramate (off-label)"),
    "gabapentin": _("Gabapentin (off-label)"),
    "nicotine_replacement": _("Nicotine replacement"),
}
ROUTES: Words = {
    "oral": _("by mouth"),
    "sublingual": _("under the tongue"),
    "buccal": _("inside the cheek"),
    "intramuscular": _("into the muscle"),
    "subcutaneous": _("under the skin"),
    "transdermal": _("patch on the skin"),
    "inhaled": _("inhaled"),
    "nasal": _("into the nose"),
    "topical": _("on the skin"),
    "eye_or_ear": _("eye or ear"),
    "other": _("another way"),
}
SCHEDULES: Words = {
    "": _("Not controlled"),
    "2": _("Schedule II"),
    "3": _("Schedule III"),
    "4": _("Schedule IV"),
    "5": _("Schedule V"),
}
STAYS: Words = {
    "": _("May be kept here"),
    "inhaler": _("Inhaler: stays with the person"),
    "epinephrine": _("Epinephrine: stays with the person"),
    "insulin": _("Insulin: stays with the person"),
    "naloxone": _("Naloxone: stays with the person"),
}
ANALYTES: Words = {
    "amphetamines": _("Amphetamines"),
    "benzodiazepines": _("Benzodiazepines"),
    "buprenorphine": _("Buprenorphine"),
    "methadone": _("Methadone"),
    "opiates": _("Opiates"),
    "oxycodone": _("Oxycodone"),
    "thc": _("Cannabis (THC)"),
}
DOSE_STATES: Words = {
    "taken": _("Taken"),
    "refused": _("Declined"),
    "held": _("Held"),
    "missed": _("Missed"),
    "wasted": _("Wasted"),
}
MANNERS: Words = {
    "watched": _("taken by the person, watched"),
    "given": _("given by a nurse or prescriber"),
}
EVENTS: Words = {
    "recorded": _("Put on the list"),
    "dose_changed": _("Dose changed"),
    "prescriber_changed": _("Prescriber changed"),
    "held": _("Held"),
    "resumed": _("Taken up again"),
    "stopped": _("Ended"),
    "start": _("Start of treatment"),
}
START_STEPS: Words = {
    "begun": _("Start begun"),
    "first_dose": _("First dose"),
    "same_day_check": _("Looked at again the same day"),
    "next_day_check": _("Looked at the next day"),
    "settled": _("Settled on this dose"),
}
PLACES: Words = {"here": _("Here"), "home": _("At home"), "elsewhere": _("Elsewhere")}
MOMENTS: Words = {
    "admission": _("Admission"),
    "transfer": _("Change of level or program"),
    "prescriber_change": _("Another prescriber"),
    "discharge": _("Discharge"),
}
SOURCES: Words = {
    "person": _("The person"),
    "family": _("Family, with consent"),
    "bottle": _("The bottle or package"),
    "pharmacy": _("Pharmacy"),
    "prescriber": _("Prescriber"),
    "hospital": _("Hospital papers"),
    "pdmp": _("Prescription monitoring"),
}
ACTIONS: Words = {"continue": _("Continue"), "change": _("Change"), "stop": _("Stop")}
STORAGES: Words = {
    "cabinet": _("Locked cabinet"),
    "refrigerator": _("Locked refrigerator"),
    "double_lock": _("Double lock, controlled"),
}
CLOSINGS: Words = {
    "returned": _("Given back to the person"),
    "used_up": _("Used up"),
    "destroyed": _("Destroyed before a second person"),
}
SCALES: Words = {
    "ciwa_ar": _("Alcohol: CIWA-Ar"),
    "cows": _("Opioids: COWS"),
}
ORDER_KINDS: Words = {
    "start": _("Start a medicine"),
    "change": _("Change a medicine"),
    "stop": _("Stop a medicine"),
    "observe": _("Watch a medicine being taken"),
    "withdrawal": _("Watch withdrawal"),
    "laboratory": _("Laboratory"),
    "other": _("Other"),
}
ORDER_WAYS: Words = {"written": _("Written"), "spoken": _("Spoken, read back")}
STATEMENTS: Words = {
    "under_physician": _("The client is under the care of a physician."),
    "needs_nine_hours": _("The client needs at least 9 hours of services a week."),
    "disorder_interferes": _(
        "A mental disorder, which includes a substance use disorder, severely interferes with "
        "daily life."
    ),
    "can_take_part": _("The client is able to take part and to benefit."),
}
PDMP: Words = {
    "as_expected": _("As expected"),
    "to_discuss": _("Something to talk about"),
    "nothing_found": _("No prescriptions found"),
}
OFFERS: Words = {
    "given": _("Given"),
    "has_one": _("Has one already"),
    "declined": _("Offered, declined for now"),
}
NOBODY_BESIDE = _("Nobody is beside them: none to offer")
SEVERITIES: Words = {
    "severe": _("severe"),
    "moderate": _("moderate"),
    "mild": _("mild"),
    "unknown": _("severity not known"),
}
NONE_KNOWN = _("No allergy known, stated")
ALLERGY_SAYS: Words = {
    "none_known": NONE_KNOWN,
    "could_not_ask": _("Could not be asked yet"),
}
SAID_BY: Words = {
    "person": _("The person"),
    "family": _("Family"),
    "pharmacy": _("Pharmacy"),
    "prescriber": _("Prescriber"),
    "record": _("An earlier record"),
}
PREGNANCY: Words = {
    "pregnant": _("Pregnant"),
    "not_pregnant": _("Not pregnant"),
    "may_be": _("May be pregnant"),
    "rather_not_say": _("Would rather not say"),
}
BASES: Words = {"said": _("Said so"), "test": _("A test"), "record": _("A record")}
TOPICS: Words = {"tb": _("Tuberculosis"), "hiv": _("HIV"), "hepatitis": _("Hepatitis")}
TAUGHT: Words = {
    "talk": _("A talk of two"),
    "group": _("In a group"),
    "handout": _("With a handout"),
}
TESTING: Words = {
    "wanted": _("Test wanted"),
    "referred": _("Referred for a test"),
    "declined": _("Test offered, declined"),
    "done_before": _("Tested before"),
    "not_offered": _("Not offered this time"),
}
VITALS: Words = {
    "pulse": _("Pulse"),
    "systolic": _("Upper pressure"),
    "diastolic": _("Lower pressure"),
    "breaths": _("Breaths"),
    "temperature_f": _("Temperature"),
    "oxygen": _("Oxygen"),
    "weight_lb": _("Weight"),
}
REASONS: Words = {
    **{
        f"vitals_{name}_not_measured": text
        for name, text in (
            ("pulse", _("Pulse not measured")),
            ("systolic", _("Blood pressure not measured")),
            ("temperature_f", _("Temperature not measured")),
            ("oxygen", _("Oxygen not measured")),
        )
    },
    **{
        f"vitals_{name}_within": text
        for name, text in (
            ("pulse", _("Pulse within the limits")),
            ("systolic", _("Blood pressure within the limits")),
            ("temperature_f", _("Temperature within the limit")),
            ("oxygen", _("Oxygen within the limit")),
        )
    },
    "vitals_pulse_low": _("Pulse below %(limit)s"),
    "vitals_pulse_high": _("Pulse above %(limit)s"),
    "vitals_systolic_low": _("Upper blood pressure below %(limit)s"),
    "vitals_systolic_high": _("Upper blood pressure above %(limit)s"),
    "vitals_temperature_f_high": _("Temperature above %(limit)s °F"),
    "vitals_oxygen_low": _("Oxygen below %(limit)s percent"),
    "medical_clock_certification": _(
        "Statement of need: last %(last)s, again by %(due)s (every %(every)s days, reminder from "
        "day %(warn)s)"
    ),
    "medical_clock_pdmp": _(
        "Prescription monitoring: last asked %(last)s, again by %(due)s (every %(every)s days)"
    ),
    "medical_clock_injection": _("Injection: last %(last)s, next %(due)s (every %(every)s days)"),
    "start_order_signed": _("A signed order stands"),
    "start_allergies_known": _("Allergies have been asked about"),
    "start_pdmp_checked": _("Prescription monitoring was asked in time"),
    "start_withdrawal_scored": _("Withdrawal was scored within four hours"),
    "start_last_opioid_said": _("The last use of an opioid was asked about"),
    "start_naloxone_at_hand": _("Naloxone is at hand"),
    "start_pregnancy_said": _("Pregnancy was asked about"),
}


def said(words: Words, code: str) -> str:
    """The words of a code; the code spelled out where there are none."""
    return str(words.get(code, code.replace("_", " ")))


FAMILY_OFFERS = {
    "yes": _("Yes"),
    "no": _("Yes, declined"),
    "none": _("None: the client was asked, and nobody is beside them"),
    "not_offered": _("No"),
    "nobody": _("Nobody beside them is in the record"),
}

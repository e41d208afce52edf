"""The words a screen prints for instrument codes: bands, rule results, severities, due times."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

BANDS: dict[str, Promise] = {
    "none": _("None"),
    "minimal": _("Minimal"),
    "mild": _("Mild"),
    "moderate": _("Moderate"),
    "moderately_severe": _("Moderately severe"),
    "severe": _("Severe"),
    "substantial": _("Substantial"),
    "very_low": _("Very low"),
    "low": _("Low"),
    "medium": _("Medium"),
    "high": _("High"),
    "very_high": _("Very high"),
    "some": _("Some"),
    "need": _("A need"),
    "no_need": _("No need"),
    "zone1": _("Zone 1: low risk"),
    "zone2": _("Zone 2: simple advice"),
    "zone3": _("Zone 3: brief counseling and monitoring"),
    "zone4": _("Zone 4: refer for a diagnostic evaluation"),
    "negative": _("Negative screen"),
    "positive": _("Positive screen"),
    "positive_sensitive": _("Positive at the more sensitive cut"),
    "possible": _("Possible"),
    "flag": _("Worth a clinician's attention"),
    "lower": _("Below the flag"),
    "adequate": _("Above the flag"),
    "below": _("Below the cut"),
    "sustained": _("Goes with sustained remission"),
    "below_cut": _("Below the cut"),
    "probable_low": _("Within the cut range"),
    "probable": _("Probable"),
    "not_ready": _("Not ready yet"),
    "unsure": _("Unsure"),
    "ready": _("Ready"),
    "dependent": _("At or above the cut"),
    "problem_use": _("Problem use"),
    "higher_risk": _("Higher risk"),
    "clinically_significant": _("Clinically significant"),
}

RESULTS: dict[str, Promise] = {
    "incomplete": _("Incomplete: answers are missing, so nothing is ruled out"),
    "none": _("None"),
    "low": _("Low"),
    "moderate": _("Moderate"),
    "high": _("High"),
    "negative": _("Negative screen"),
    "positive": _("Positive screen"),
    "meets_dsm5_pattern": _("Answers meet the DSM-5 pattern; not a diagnosis"),
    "does_not_meet": _("Answers do not meet the DSM-5 pattern"),
    "major_depressive_syndrome_suspected": _(
        "Major depressive syndrome suspected; not a diagnosis"
    ),
    "other_depressive_syndrome_suspected": _(
        "Other depressive syndrome suspected; not a diagnosis"
    ),
    "severe_risk_vha": _("Severe risk from drinking"),
    "review_recent_intake_possibly_below_limits": _(
        "All points come from how often: review recent drinking"
    ),
    "administer:phq9": _("Ask the PHQ-9 next"),
    "administer:gad7": _("Ask the GAD-7 next"),
    "administer:pcl5": _("Ask the PCL-5 next"),
}

INCOMPLETE = _("Some answers are missing, so this may still rise")

SEVERITIES: dict[str, Promise] = {
    "urgent": _("Urgent"),
    "high": _("High"),
    "attention": _("Attention"),
}

DUE: dict[str, Promise] = {
    "now": _("Now"),
    "same contact": _("Before this contact ends"),
    "same day": _("Today"),
    "next contact": _("At the next contact"),
}

NOTES: dict[str, Promise] = {
    "lower_cut_used_parameter_unknown": _("Sex at birth is not known, so the lower cut was used"),
    "no_band_parameter_unknown": _("No band is shown until the substance is chosen"),
    "prorated": _("Up to the allowed number of answers are missing; the total is prorated"),
    "only_one_expected": _("Only one of these items should be answered"),
    "answered_items_already_reach_cut": _(
        "The total is incomplete, and the answers given already reach a safety cut"
    ),
    "heavy_drinking_days_above_drinking_days": _(
        "More heavy drinking days than drinking days: please check both answers"
    ),
}

# The actions the shipped keys ask for when a safety rule fires, by the rule's id.
SAFETY_ACTIONS: dict[str, Promise] = {
    "ace10.safety.1": _(
        "Offer trauma support; check reporting duties only where a minor is at risk now"
    ),
    "ahc_hrsn.safety.1": _(
        "Ask about safety in private; keep this out of shared portals and mailed documents"
    ),
    "assist_v3.safety.1": _(
        "Recent injecting: offer infection testing, naloxone and syringe services"
    ),
    "audit.safety.1": _("Morning drinking: assess withdrawal risk before setting a level of care"),
    "audit.safety.2": _("Assess whether withdrawal management is needed"),
    "bam.safety.1": _(
        "Drug use reported: review items 7A to 7G; for opioids or sedatives check "
        "overdose risk and offer naloxone"
    ),
    "bam.safety.2": _("Frequent distress: ask the PHQ-9 and the suicide risk screener"),
    "bam_iop.safety.1": _(
        "Drug use reported: review items 7A to 7G; for opioids or sedatives check "
        "overdose risk and offer naloxone"
    ),
    "bam_iop.safety.2": _("Frequent distress: ask the PHQ-9 and the suicide risk screener"),
    "bam_r.safety.1": _(
        "Drug use reported: review items 7A to 7G; for opioids or sedatives check "
        "overdose risk and offer naloxone"
    ),
    "ciwa_ar.safety.1": _("Medical evaluation today; intensive outpatient care waits for it"),
    "ciwa_ar.safety.2": _("Emergency transfer: risk of seizure or delirium"),
    "ciwa_ar.safety.3": _(
        "Hallucinations or disorientation: emergency evaluation, whatever the total"
    ),
    "cows.safety.1": _("Medical evaluation today; consider starting buprenorphine"),
    "cows.safety.2": _("Urgent medical transfer"),
    "cssrs_screener.safety.1": _(
        "Do not leave the client alone: clinician now, means safety, emergency "
        "evaluation, 988, tell the supervisor"
    ),
    "cssrs_screener.safety.2": _(
        "Clinician assessment and safety plan before the client leaves; repeat at each session"
    ),
    "cssrs_screener.safety.3": _(
        "Clinician review; offer a safety plan and screen again at the next visit"
    ),
    "pcl5.safety.1": _("Risk-taking or self-harm rated high: ask about safety"),
    "phq9.safety.1": _(
        "Suicide risk assessment by a clinician before the client leaves or the call "
        "ends; record what was done"
    ),
    "phq9.safety.2": _("Item 9 has no answer: ask it in person, never assume"),
    "phq9.safety.3": _("Prompt psychiatric or medical evaluation"),
    "taps2.safety.1": _(
        "Opioid use: offer naloxone, ask about overdoses, assess for opioid use disorder "
        "and medication"
    ),
}

# Lines of the schedule of questionnaires and of a change between two scores.
REASONS: dict[str, Promise] = {
    "moment_screening": _("Somebody asked to come here"),
    "moment_admission": _("Admitted"),
    "moment_weekly": _("A week, or two, since it was last asked"),
    "moment_monthly": _("Thirty days since it was last asked"),
    "moment_step_change": _("The level of care changed"),
    "moment_return_to_use": _("A return to use"),
    "moment_discharge": _("Discharged"),
    "moment_follow_up": _("Time to ask how it goes after discharge"),
    "not_answered_since": _("Not answered since"),
    "asked_of_everybody": _("Asked of everybody"),
    "when_trauma_screen_positive": _("The trauma screen was positive"),
    "when_depression_high": _("The last PHQ-9 was 10 or more, not complete, or named self-harm"),
    "when_depression_calm": _("The last PHQ-9 was below 10 and named no self-harm"),
    "when_suicide_item_positive": _("Item 9 of the PHQ-9 was answered with more than not at all"),
    "score_missing": _("One of the two is not complete"),
    "no_published_threshold": _("No size of change is published for this score"),
    "change_reaches_threshold": _("The difference is as large as a change that counts"),
}

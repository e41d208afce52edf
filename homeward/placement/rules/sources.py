"""Where placement rules come from."""

from homeward.kernel.reasons import Source

LEVELS_3 = Source(
    "asam_3_levels",
    "Level numbers, dimension names and hour bands, 3rd edition",
    "norm",
    "The ASAM Criteria, 3rd edition, 2013 (facts only)",
)
LEVELS_4 = Source(
    "asam_4_levels",
    "Level numbers, dimension names and hour bands, 4th edition",
    "norm",
    "The ASAM Criteria, 4th edition, 2023 (facts only)",
)
HIGHEST_DIMENSION = Source(
    "highest_dimension_drives",
    "The highest-risk dimension drives; the least intensive setting that is safe",
    "norm",
    "ASAM Continuum knowledge base; level mapping is this program's default",
)
TYPICAL_2_1 = Source(
    "sd_67_61_14_01",
    "Typical intensive outpatient admission profile",
    "state",
    "South Dakota ARSD 67:61:14:01",
)
WITHDRAWAL_GATE = Source(
    "withdrawal_gate",
    "Same-day medical evaluation before intensive outpatient",
    "default",
    "ASAM Clinical Practice Guideline on Alcohol Withdrawal Management, 2020, and field practice",
)
DRINK_IN_PREGNANCY = Source(
    "pregnancy_alcohol_sedatives",
    "Pregnant with drink or sedatives: ask a clinician",
    "default",
    "Starting value of this house; two are at risk in alcohol or sedative withdrawal",
)
OPIOID_MEDICATION = Source(
    "opioid_medication",
    "Same-day buprenorphine and naloxone rather than only detoxification",
    "norm",
    "ASAM National Practice Guideline for Opioid Use Disorder, 2020 update",
)
SUICIDE_SAFETY = Source(
    "suicide_safety",
    "Action by suicide risk",
    "norm",
    "Columbia Suicide Severity Rating Scale triage practice",
)
MEDICAL_SAFETY = Source("medical_safety", "Medical and psychiatric stability", "norm", "")
SURROUNDINGS = Source("surroundings", "A safe place to live and sober support", "default", "")
DISCREPANCY = Source(
    "discrepancy",
    "A level other than the indicated one needs its reason recorded",
    "norm",
    "Placement record: indicated level, level provided, reason for discrepancy",
)

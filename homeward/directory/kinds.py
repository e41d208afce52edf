"""What a service elsewhere may offer, whom it takes, and who may pay there: codes, no prose.

Payer codes are the kinds of payers the program file knows, so that a client's payer can be
looked for among services without either room knowing the other.
"""

from enum import StrEnum


class Option(StrEnum):
    """A treatment option a service offers."""

    DETOX = "detox"
    RESIDENTIAL = "residential"
    PARTIAL_HOSPITAL = "partial_hospital"
    INTENSIVE_OUTPATIENT = "intensive_outpatient"
    OUTPATIENT = "outpatient"
    SOBER_LIVING = "sober_living"
    DUAL_DIAGNOSIS = "dual_diagnosis"
    MEDICATION = "medication"
    INTERVENTION = "intervention"
    SUPPORT_SECULAR = "support_secular"
    SUPPORT_SPIRITUAL = "support_spiritual"
    EMPLOYMENT = "employment"
    LEGAL_AID = "legal_aid"
    HOUSING = "housing"
    CHILDCARE = "childcare"
    TRANSPORT = "transport"
    BENEFITS = "benefits"
    EDUCATION = "education"
    FOOD = "food"
    HEALTH_CARE = "health_care"


class Takes(StrEnum):
    """Whom a service takes."""

    ADULTS = "adults"
    TEENS = "teens"
    WOMEN = "women"
    MEN = "men"
    PREGNANT = "pregnant"
    PARENTS_WITH_CHILDREN = "parents_with_children"
    VETERANS = "veterans"
    LGBTQ = "lgbtq"
    FAMILIES = "families"


class PayerKind(StrEnum):
    """Who may pay there; `sliding` is a fee by income, `free` costs the person nothing."""

    MEDICAID = "medicaid"
    MEDICARE = "medicare"
    STATE = "state"
    PRIVATE = "private"
    SELF_PAY = "self_pay"
    SLIDING = "sliding"
    FREE = "free"


class Language(StrEnum):
    """Languages spoken there, by their two-letter codes; `asl` is American Sign Language."""

    ENGLISH = "en"
    SPANISH = "es"
    POLISH = "pl"
    CHINESE = "zh"
    ARABIC = "ar"
    RUSSIAN = "ru"
    SIGN = "asl"


# Help with daily life, which is no care of any kind.
DAILY_LIFE = frozenset(
    {
        Option.EMPLOYMENT,
        Option.LEGAL_AID,
        Option.HOUSING,
        Option.CHILDCARE,
        Option.TRANSPORT,
        Option.BENEFITS,
        Option.EDUCATION,
        Option.FOOD,
    }
)
# Options that are care by clinicians: the place is a treating provider in the words of Part 2.
TREATING = frozenset(Option) - {
    Option.SOBER_LIVING,
    Option.INTERVENTION,
    Option.SUPPORT_SECULAR,
    Option.SUPPORT_SPIRITUAL,
    *DAILY_LIFE,
}

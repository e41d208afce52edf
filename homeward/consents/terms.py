"""What each kind of consent says unless the client chooses otherwise.

Treatment consents name no records: they agree to care, and end with it. The others follow
42 CFR 2.31, and 2.35 for criminal justice.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from homeward.consents.events import CASE_CLOSED, DISCHARGE, DISCHARGE_OR_CASE_CLOSED
from homeward.consents.models import Consent
from homeward.kernel.records import RecordClass as C

Kind = Consent.Kind
TPO_CLASSES = (
    C.IDENTITY, C.SCHEDULE, C.ASSESSMENT, C.NOTES, C.MEDICAL, C.DRUG_TESTS, C.CLAIMS, C.OUTCOMES,
)  # fmt: skip
ANY_CLASSES = (*TPO_CLASSES, C.MESSAGES, C.LINKAGE)
TPO_RECIPIENTS = ("treating_provider", "health_plan", "qso")


@dataclass(frozen=True, slots=True)
class Terms:
    """The usual content of a kind of consent; `classes_offered` may be chosen one by one.

    `events_offered` are the happenings it may end with instead of a day. A kind that names a party
    and a `contact_kind` names one of the two.
    """

    purposes: tuple[str, ...]
    classes: tuple[str, ...] = ()
    classes_offered: tuple[str, ...] = ()
    recipient_classes: tuple[str, ...] = ()
    contact_kind: str = ""
    ends_on_event: str = ""
    irrevocable_until_event: str = ""
    events_offered: tuple[str, ...] = ()
    days: int | None = None
    purposes_offered: tuple[str, ...] = ()
    names_party: bool = False
    # May be kept without an end, with the reason why (42 CFR 2.31(a)(7) for research).
    may_stay_open: bool = False


TERMS: Mapping[str, Terms] = MappingProxyType(
    {
        Kind.TREATMENT: Terms(("treatment",), ends_on_event=DISCHARGE, events_offered=(DISCHARGE,)),
        Kind.TPO: Terms(
            ("treatment", "payment", "operations"),
            TPO_CLASSES,
            recipient_classes=TPO_RECIPIENTS,
        ),
        Kind.FAMILY: Terms(
            ("family_support",),
            (C.SCHEDULE,),
            (C.SCHEDULE, C.ASSESSMENT, C.OUTCOMES, C.MESSAGES),
            contact_kind="family",
            days=365,
        ),
        Kind.CRIMINAL_JUSTICE: Terms(
            ("criminal_justice_monitoring",),
            (C.SCHEDULE, C.DRUG_TESTS),
            (C.SCHEDULE, C.DRUG_TESTS, C.OUTCOMES, C.NOTES),
            contact_kind="agency",
            ends_on_event=DISCHARGE_OR_CASE_CLOSED,
            irrevocable_until_event=DISCHARGE_OR_CASE_CLOSED,
            events_offered=(DISCHARGE_OR_CASE_CLOSED, CASE_CLOSED, DISCHARGE),
        ),
        Kind.SPECIFIC: Terms(
            ("treatment",),
            (),
            ANY_CLASSES,
            purposes_offered=("treatment", "payment", "operations", "audit_evaluation", "other"),
            events_offered=(DISCHARGE, CASE_CLOSED),
            contact_kind="employer",
            names_party=True,
            days=365,
        ),
        Kind.COUNSELING_NOTES: Terms(
            ("treatment",),
            (C.COUNSELING_NOTES,),
            purposes_offered=("treatment", "other"),
            events_offered=(DISCHARGE,),
            names_party=True,
            days=180,
        ),
        Kind.LEGAL_PROCEEDING: Terms(
            ("legal_proceeding_against_client",),
            (),
            ANY_CLASSES,
            events_offered=(CASE_CLOSED, DISCHARGE),
            names_party=True,
            days=180,
        ),
        Kind.RESEARCH: Terms(
            ("research",),
            (),
            ANY_CLASSES,
            events_offered=(DISCHARGE,),
            names_party=True,
            may_stay_open=True,
            days=365,
        ),
    }
)
# Signed at once on one page; the others are drafted first, because somebody must be named.
SIGNED_AT_ONCE = tuple(kind for kind, terms in TERMS.items() if not terms.names_party)
# Signed only where somebody of the staff sees it: they stand alone, and the most hangs on them.
NEEDS_WITNESS = frozenset({Kind.COUNSELING_NOTES, Kind.LEGAL_PROCEEDING})

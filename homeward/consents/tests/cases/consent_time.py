"""In force at this very instant: signed, started, not ended, not withdrawn."""

from ..building import EARLIER, NOON, ask, consent
from .case import Case

BEFORE = "2026-03-08T11:59:59+00:00"
AFTER = "2026-03-08T12:00:01+00:00"
EVENT = consent(expires_at=None, expires_on_event="end_of_treatment")
MONITORING = consent(
    "c1", "criminal_justice", irrevocable_until_event="final_disposition", disclosers=["homeward"]
)
WITHDRAWN = [{"consent": "c1", "at": "2026-03-05T00:00:00+00:00"}]


def ended(at: str, client: str = "jo", code: str = "end_of_treatment") -> dict[str, str]:
    return {"code": code, "client": client, "at": at}


def treatment(**rest: object) -> dict[str, object]:
    return ask("treatment", "hospital", **rest)


CASES = (
    Case(
        "The consent ends at this instant",
        treatment(consents=[consent(expires_at=NOON)]),
        "deny: consent_expired",
    ),
    Case(
        "The consent ends a second from now",
        treatment(consents=[consent(expires_at=AFTER)]),
        "permit by specific_consent on c1",
    ),
    Case(
        "The consent ended a second ago",
        treatment(consents=[consent(expires_at=BEFORE)]),
        "deny: consent_expired",
    ),
    Case(
        "The consent ends now, written in New York time",
        treatment(consents=[consent(expires_at="2026-03-08T08:00:00-04:00")]),
        "deny: consent_expired",
    ),
    Case(
        "The consent starts at this instant",
        treatment(consents=[consent(starts_at=NOON)]),
        "permit by specific_consent on c1",
    ),
    Case(
        "The consent starts a second from now",
        treatment(consents=[consent(starts_at=AFTER)]),
        "deny: consent_not_in_force_yet",
    ),
    Case(
        "The consent is signed at this instant",
        treatment(consents=[consent(signed_at=NOON)]),
        "permit by specific_consent on c1",
    ),
    Case(
        "The consent will be signed a second from now",
        treatment(consents=[consent(signed_at=AFTER)]),
        "deny: consent_not_in_force_yet",
    ),
    Case(
        "Jo withdraws at this instant",
        treatment(consents=[consent()], revocations=[{"consent": "c1", "at": NOON}]),
        "deny: consent_revoked",
    ),
    Case(
        "Jo withdraws a second from now",
        treatment(consents=[consent()], revocations=[{"consent": "c1", "at": AFTER}]),
        "permit by specific_consent on c1",
    ),
    Case(
        "Jo withdrew another consent",
        treatment(consents=[consent()], revocations=[{"consent": "c9", "at": EARLIER}]),
        "permit by specific_consent on c1",
    ),
    Case(
        "Jo withdrew one of two consents that cover it",
        treatment(consents=[consent(), consent("c2")], revocations=WITHDRAWN),
        "permit by specific_consent on c2",
    ),
    Case(
        "Jo withdrew twice",
        treatment(
            consents=[consent()],
            revocations=[*WITHDRAWN, {"consent": "c1", "at": "2026-04-01T00:00:00+00:00"}],
        ),
        "deny: consent_revoked",
    ),
    Case(
        "The note was sent before Jo withdrew: that stands, a new sending does not",
        treatment(
            consents=[consent()],
            revocations=WITHDRAWN,
            prior_disclosures=[{"consent": "c1", "item": "r1", "at": "2026-03-04T00:00:00+00:00"}],
        ),
        "deny: consent_revoked, earlier_disclosure_stands",
    ),
    Case(
        "Another note was sent before Jo withdrew",
        treatment(
            consents=[consent()],
            revocations=WITHDRAWN,
            prior_disclosures=[{"consent": "c1", "item": "r9", "at": "2026-03-04T00:00:00+00:00"}],
        ),
        "deny: consent_revoked",
    ),
    Case(
        "The note was sent at the very instant Jo withdrew: no lawful sending to stand on",
        treatment(
            consents=[consent()],
            revocations=WITHDRAWN,
            prior_disclosures=[{"consent": "c1", "item": "r1", "at": WITHDRAWN[0]["at"]}],
        ),
        "deny: consent_revoked",
    ),
    Case(
        "The event that ends the consent has not happened",
        treatment(consents=[EVENT]),
        "permit by specific_consent on c1",
    ),
    Case(
        "The event happens at this instant",
        treatment(consents=[EVENT], events=[ended(NOON)]),
        "deny: consent_expired",
    ),
    Case(
        "The event happens a second from now",
        treatment(consents=[EVENT], events=[ended(AFTER)]),
        "permit by specific_consent on c1",
    ),
    Case(
        "The event happened to another client",
        treatment(consents=[EVENT], events=[ended(EARLIER, client="max")]),
        "permit by specific_consent on c1",
    ),
    Case(
        "Another event happened",
        treatment(consents=[EVENT], events=[ended(EARLIER, code="final_disposition")]),
        "permit by specific_consent on c1",
    ),
    Case(
        "The event belongs to an earlier treatment, before the consent was signed",
        treatment(consents=[EVENT], events=[ended("2025-06-01T00:00:00+00:00")]),
        "permit by specific_consent on c1",
    ),
    Case(
        "The event and the signature fall on the same instant",
        treatment(consents=[EVENT], events=[ended(EARLIER)]),
        "deny: consent_expired",
    ),
    Case(
        "A date and an event are stated: the event comes first",
        treatment(
            consents=[consent(expires_on_event="end_of_treatment")],
            events=[ended("2026-03-02T00:00:00+00:00")],
        ),
        "deny: consent_expired",
    ),
    Case(
        "A newer consent has taken its place",
        treatment(consents=[consent(superseded_at=NOON)]),
        "deny: consent_superseded",
    ),
    Case(
        "A monitored client withdraws before the final disposition",
        ask("criminal_justice_monitoring", "officer", consents=[MONITORING], revocations=WITHDRAWN),
        "permit by criminal_justice_consent on c1",
    ),
    Case(
        "The final disposition comes after: the withdrawal counts from then",
        ask(
            "criminal_justice_monitoring",
            "officer",
            consents=[MONITORING],
            revocations=WITHDRAWN,
            events=[ended(NOON, code="final_disposition")],
        ),
        "deny: consent_revoked",
    ),
    Case(
        "A monitoring consent without such a condition is withdrawn like any other",
        ask(
            "criminal_justice_monitoring",
            "officer",
            consents=[consent("c1", "criminal_justice")],
            revocations=WITHDRAWN,
        ),
        "deny: consent_revoked",
    ),
    Case(
        "Any other consent can be withdrawn, even if it says it cannot",
        treatment(
            consents=[consent(irrevocable_until_event="final_disposition")], revocations=WITHDRAWN
        ),
        "deny: consent_revoked",
    ),
    Case(
        "In the hour that autumn repeats: the first 1:30 is before the end",
        treatment(
            now="2026-11-01T01:30:00-04:00",
            consents=[consent(expires_at="2026-11-01T01:15:00-05:00")],
        ),
        "permit by specific_consent on c1",
    ),
    Case(
        "In the hour that autumn repeats: the second 1:30 is after it",
        treatment(
            now="2026-11-01T01:30:00-05:00",
            consents=[consent(expires_at="2026-11-01T01:15:00-05:00")],
        ),
        "deny: consent_expired",
    ),
    Case(
        "In spring the clock jumps: 3:00 is one second after 1:59:59",
        treatment(
            now="2026-03-08T03:00:00-04:00",
            consents=[consent(expires_at="2026-03-08T01:59:59-05:00")],
        ),
        "deny: consent_expired",
    ),
)

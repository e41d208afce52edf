"""A consent through an exchange that passes records on to its members."""

from ..building import EARLIER, ask, consent, exchange, row, through
from .case import Case

HERE = [exchange()]
LEFT = [exchange(to="2026-03-08T12:00:00+00:00")]
GENERAL = through("c1", "treating_providers", [])
NAMED = "permit by specific_consent on c1"

CASES = (
    Case(
        "The consent names the exchange and its member clinic",
        ask("treatment", "exchange", consents=[through()], intermediaries=HERE),
        NAMED,
    ),
    Case(
        "The consent names the exchange and those of its members who treat Jo",
        ask("treatment", "exchange", consents=[GENERAL], intermediaries=HERE),
        NAMED,
    ),
    Case(
        "The consent names the exchange and nobody behind it",
        ask("treatment", "exchange", consents=[consent(to="exchange")], intermediaries=HERE),
        "deny: participants_not_named",
    ),
    Case(
        "The paper says 'these members' and names none",
        ask(
            "treatment", "exchange", consents=[through(members=[])], intermediaries=HERE
        ),
        "deny: consent_incomplete, no_participant_left",
    ),
    Case(
        "The named clinic left the exchange at noon",
        ask("treatment", "exchange", consents=[through()], intermediaries=LEFT),
        "deny: no_participant_left",
    ),
    Case(
        "One minute before noon the clinic was still a member",
        ask(
            "treatment", "exchange", now="2026-03-08T11:59:00+00:00", consents=[through()],
            intermediaries=LEFT,
        ),
        NAMED,
    ),
    Case(
        "A member joined since signing that the consent does not name",
        ask(
            "treatment", "exchange", consents=[through()],
            intermediaries=[exchange(entity="dentist")],
        ),
        "deny: no_participant_left",
    ),
    Case(
        "The general designation reaches a member that joined since signing",
        ask(
            "treatment", "exchange", consents=[GENERAL],
            intermediaries=[exchange(entity="newcomer", **{"from": "2026-03-05T00:00:00+00:00"})],
        ),
        NAMED,
    ),
    Case(
        "The general designation reaches no member that treats nobody, such as an insurer",
        ask(
            "treatment", "exchange", consents=[GENERAL],
            intermediaries=[exchange(entity="insurer", treats=False)],
        ),
        "deny: no_participant_left",
    ),
    Case(
        "Nobody looked up the exchange's members",
        ask("treatment", "exchange", consents=[GENERAL]),
        "deny: no_participant_left",
    ),
    Case(
        "The member clinic asks directly; the consent speaks only of the exchange",
        ask(
            "treatment",
            {"type": "entity", "id": "clinic", "classes": ["treating_provider"]},
            consents=[through()], intermediaries=HERE,
        ),
        "deny: no_basis",
    ),
    Case(
        "A consent for treatment, payment and operations names no exchange",
        ask(
            "treatment",
            {"type": "entity", "id": "exchange", "classes": ["treating_provider"]},
            consents=[consent("c1", "tpo", expires_at=None, recipients=[
                {"type": "class", "id": "treating_provider"}])],
            intermediaries=HERE,
        ),
        "deny: participants_not_named",
    ),
    Case(
        "An agreed restriction keeps the notes from the exchange",
        ask(
            "treatment", "exchange", consents=[through()], intermediaries=HERE,
            restrictions=[row("restriction", recipient="exchange")],
        ),
        "deny: restriction_agreed",
    ),
    Case(
        "An agreed restriction against the member clinic keeps the notes from its exchange",
        ask(
            "treatment", "exchange", consents=[through()], intermediaries=HERE,
            restrictions=[row("restriction", recipient="clinic")],
        ),
        "deny: restriction_agreed",
    ),
    Case(
        "The member clinic is flagged, and all who treat Jo are meant",
        ask(
            "treatment", "exchange", consents=[GENERAL], intermediaries=HERE,
            safety_flags=[row("flag", recipient="clinic")],
        ),
        "deny: safety_flag",
    ),
    Case(
        "A flagged member that the paper does not name keeps nothing back",
        ask(
            "treatment", "exchange", consents=[through()],
            intermediaries=[
                {"id": "exchange", "members": [
                    *HERE[0]["members"], {"entity": "other", "from": EARLIER},
                ]}
            ],
            safety_flags=[row("flag", recipient="other")],
        ),
        "permit by specific_consent on c1",
    ),
    Case(
        "Jo took the consent through the exchange back",
        ask(
            "treatment", "exchange", consents=[through()], intermediaries=HERE,
            revocations=[{"consent": "c1", "at": EARLIER}],
        ),
        "deny: consent_revoked",
    ),
)  # fmt: skip

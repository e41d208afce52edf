"""Had the signer authority on the day of signing?"""

from ..building import ask, consent, row
from .case import Case

TEEN = "2010-07-01"  # fifteen when the consents were signed
MINOR = {"id": "jo", "authority": "minor_own"}
PARENT = {"id": "kim", "authority": "guardian"}
PROXY = {"id": "kim", "authority": "representative"}


def signed(*signers: dict[str, str], facts: dict[str, object], **rest: object) -> dict[str, object]:
    """The hospital asks for a note; each signer signed one consent, c1, c2 and so on."""
    consents = [consent(f"c{n}", signer=signer) for n, signer in enumerate(signers, 1)]
    return ask("treatment", "hospital", consents=consents, clients=[row("adult", **facts)], **rest)


CASES = (
    Case(
        "An adult signs",
        signed({"id": "jo", "authority": "client"}, facts={}),
        "permit by specific_consent on c1",
    ),
    Case(
        "Nothing is known of Jo's age: the program admits adults",
        signed({"id": "jo", "authority": "client"}, facts={"birth_date": None}),
        "permit by specific_consent on c1",
    ),
    Case(
        "Kim signs as if she were Jo",
        signed({"id": "kim", "authority": "client"}, facts={}),
        "deny: signer_is_not_the_client",
    ),
    Case(
        "Jo turned eighteen on the day of signing",
        signed({"id": "jo", "authority": "client"}, facts={"birth_date": "2008-03-01"}),
        "permit by specific_consent on c1",
    ),
    Case(
        "Jo turned eighteen the day after",
        signed({"id": "jo", "authority": "client"}, facts={"birth_date": "2008-03-02"}),
        "deny: client_was_minor",
    ),
    Case(
        "A court found that Jo cannot decide; Jo signs",
        signed({"id": "jo", "authority": "client"}, facts={"adjudicated_incapable": True}),
        "deny: client_lacks_capacity",
    ),
    Case(
        "A court found that Jo cannot decide; a representative signs",
        signed(PROXY, facts={"adjudicated_incapable": True}),
        "permit by specific_consent on c1",
    ),
    Case(
        "A representative signs although no court found anything",
        signed(PROXY, facts={}),
        "deny: incapacity_not_adjudicated",
    ),
    Case(
        "Nothing is known of a finding; a representative signs",
        signed(PROXY, facts={"adjudicated_incapable": None}),
        "deny: incapacity_not_adjudicated",
    ),
    Case(
        "Jo signs as Jo's own representative",
        signed({"id": "jo", "authority": "representative"}, facts={"adjudicated_incapable": True}),
        "deny: signer_is_the_client",
    ),
    Case(
        "A parent signs for an adult",
        signed(PARENT, facts={}),
        "deny: client_was_adult",
    ),
    Case(
        "A guardian signs for an adult whom a court found unable",
        signed(PARENT, facts={"adjudicated_incapable": True}),
        "permit by specific_consent on c1",
    ),
    Case(
        "A parent signs on Jo's eighteenth birthday",
        signed(PARENT, facts={"birth_date": "2008-03-01"}),
        "deny: client_was_adult",
    ),
    Case(
        "Jo signs as a minor on the eighteenth birthday",
        signed(MINOR, facts={"birth_date": "2008-03-01", "state": "CA"}),
        "deny: client_was_adult",
    ),
    Case(
        "An adult signs as a minor",
        signed(MINOR, facts={}),
        "deny: client_was_adult",
    ),
    Case(
        "Fifteen, in a state where minors decide alone: the minor signs",
        signed(MINOR, facts={"birth_date": TEEN, "state": "CA"}),
        "permit by specific_consent on c1",
    ),
    Case(
        "Fifteen, in the same state: only the parent signs",
        signed(PARENT, facts={"birth_date": TEEN, "state": "CA"}),
        "deny: only_the_minor_may_consent",
    ),
    Case(
        "Fifteen, in a state that asks for a parent: only the minor signs",
        signed(MINOR, facts={"birth_date": TEEN, "state": "TX"}),
        "deny: parent_must_sign_too",
    ),
    Case(
        "Fifteen, in a state that asks for a parent: only the parent signs",
        signed(PARENT, facts={"birth_date": TEEN, "state": "TX"}),
        "deny: minor_must_sign_too",
    ),
    Case(
        "Fifteen, in a state that asks for a parent: both sign",
        signed(MINOR, PARENT, facts={"birth_date": TEEN, "state": "TX"}),
        "permit by specific_consent on c1, c2",
    ),
    Case(
        "Both signed, then the minor withdrew",
        signed(
            MINOR,
            PARENT,
            facts={"birth_date": TEEN, "state": "TX"},
            revocations=[{"consent": "c1", "at": "2026-03-05T00:00:00+00:00"}],
        ),
        "deny: consent_revoked, minor_must_sign_too",
    ),
    Case(
        "Both signed, then the parent withdrew",
        signed(
            MINOR,
            PARENT,
            facts={"birth_date": TEEN, "state": "TX"},
            revocations=[{"consent": "c2", "at": "2026-03-05T00:00:00+00:00"}],
        ),
        "deny: consent_revoked, parent_must_sign_too",
    ),
    Case(
        "The state is unknown: both must sign",
        signed(MINOR, facts={"birth_date": TEEN, "state": None}),
        "deny: parent_must_sign_too",
    ),
    Case(
        "Thirteen, in a state that sets fourteen: the minor signs",
        signed(MINOR, facts={"birth_date": "2012-07-01", "state": "OR"}),
        "deny: parent_must_sign_too",
    ),
    Case(
        "Fourteen on the day of signing, in a state that sets fourteen",
        signed(MINOR, facts={"birth_date": "2012-03-01", "state": "OR"}),
        "permit by specific_consent on c1",
    ),
    Case(
        "The program's own table says sixteen for Texas",
        signed(
            MINOR,
            facts={"birth_date": "2010-01-01", "state": "TX"},
            minor_consent_ages={"TX": 16},
        ),
        "permit by specific_consent on c1",
    ),
    Case(
        "A minor signs as an adult",
        signed({"id": "jo", "authority": "client"}, facts={"birth_date": TEEN, "state": "CA"}),
        "deny: client_was_minor",
    ),
    Case(
        "Kim signs as if she were the minor",
        signed({"id": "kim", "authority": "minor_own"}, facts={"birth_date": TEEN, "state": "CA"}),
        "deny: signer_is_not_the_client",
    ),
    Case(
        "The minor signs, the birth date is unknown",
        signed(MINOR, facts={"birth_date": None, "state": "CA"}),
        "deny: client_age_unknown",
    ),
    Case(
        "A minor who decides alone keeps it from the parent",
        ask(
            "family_support",
            "kim",
            clients=[row("adult", birth_date=TEEN, state="CA")],
            consents=[consent("c1", "family", signer=PARENT)],
        ),
        "deny: only_the_minor_may_consent",
    ),
    Case(
        "A minor who decides alone must agree to billing the parents' plan",
        ask(
            "payment",
            "plan",
            items=["claims"],
            clients=[row("adult", birth_date=TEEN, state="CA")],
            consents=[consent("c1", "tpo", to="plan", signer=PARENT)],
        ),
        "deny: only_the_minor_may_consent",
    ),
)

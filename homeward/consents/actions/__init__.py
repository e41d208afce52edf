"""Everything this room writes, one file a matter."""

from homeward.consents.actions.agencies import answer_agency_ask, ask_as_agency
from homeward.consents.actions.approvals import end_approval, record_approval
from homeward.consents.actions.closing_case import record_case_closed
from homeward.consents.actions.drafting import (
    draft_consent,
    offer_draft,
    refuse_consent,
)
from homeward.consents.actions.emergency import disclose_in_emergency
from homeward.consents.actions.exchanges import (
    add_member,
    ask_for_list,
    end_membership,
    keep_list,
)
from homeward.consents.actions.guardians import end_guardianship, name_guardian
from homeward.consents.actions.legal import (
    close_legal_request,
    enter_instrument,
    link_legal_request,
    propose_release,
    receive_legal_request,
    release_to_court,
    verify_instrument,
)
from homeward.consents.actions.limits import (
    answer_restriction,
    lift_safety_flag,
    raise_safety_flag,
    request_restriction,
)
from homeward.consents.actions.parties import enter_agreement, look_up_party
from homeward.consents.actions.refusals import (
    ConsentAlreadyRevoked,
    ConsentIncomplete,
    ConsentKindUnknown,
    ConsentNotSigned,
    NameIsAnother,
)
from homeward.consents.actions.revoking import revoke_consent
from homeward.consents.actions.sealing import fingerprint
from homeward.consents.actions.sharing import share
from homeward.consents.actions.signing import sign_consent
from homeward.consents.actions.signing_drafts import Ink, sign_draft

__all__ = [
    "ConsentAlreadyRevoked",
    "ConsentIncomplete",
    "ConsentKindUnknown",
    "ConsentNotSigned",
    "Ink",
    "NameIsAnother",
    "add_member",
    "answer_agency_ask",
    "answer_restriction",
    "ask_as_agency",
    "ask_for_list",
    "close_legal_request",
    "disclose_in_emergency",
    "draft_consent",
    "end_approval",
    "end_guardianship",
    "end_membership",
    "enter_agreement",
    "enter_instrument",
    "fingerprint",
    "keep_list",
    "lift_safety_flag",
    "link_legal_request",
    "look_up_party",
    "name_guardian",
    "offer_draft",
    "propose_release",
    "raise_safety_flag",
    "receive_legal_request",
    "record_approval",
    "record_case_closed",
    "refuse_consent",
    "release_to_court",
    "request_restriction",
    "revoke_consent",
    "share",
    "sign_consent",
    "sign_draft",
    "verify_instrument",
]

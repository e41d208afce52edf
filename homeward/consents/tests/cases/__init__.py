"""Cases a privacy officer can read: a situation, and the answer the engine must give.

Unless a row says otherwise, Jo is an adult in Texas, the request is for a progress note of
2 March, and it is noon (UTC) on 8 March 2026. Consents were signed on 1 March and end on 1 June.
"""

from .case import Case
from .consent_matching import CASES as CONSENT_MATCHING
from .consent_time import CASES as CONSENT_TIME
from .counseling_notes import CASES as COUNSELING_NOTES
from .forbidden import CASES as FORBIDDEN
from .intermediaries import CASES as INTERMEDIARIES
from .justice import CASES as JUSTICE
from .signers import CASES as SIGNERS
from .without_consent import CASES as WITHOUT_CONSENT

CHAPTERS: dict[str, tuple[Case, ...]] = {
    "What a consent covers": CONSENT_MATCHING,
    "When a consent counts": CONSENT_TIME,
    "Who may sign": SIGNERS,
    "Through an exchange": INTERMEDIARIES,
    "Counseling notes": COUNSELING_NOTES,
    "Courts, police and probation": JUSTICE,
    "What nothing outweighs": FORBIDDEN,
    "Without a consent": WITHOUT_CONSENT,
}

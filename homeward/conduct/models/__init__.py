"""Rules, events and their answers, searches, restrictions, notes, and the visitors' book."""

from homeward.conduct.models.editions import RulesEdition, RulesSignature
from homeward.conduct.models.ladder import Appeal, ClientReply, ConductEvent, ResponseStep
from homeward.conduct.models.notes import ConductNote
from homeward.conduct.models.restrictions import ContactRestriction, RestrictionReview
from homeward.conduct.models.searches import BelongingsSearch, FoundItem, SearchConsent, Witness
from homeward.conduct.models.visitors import Visit

__all__ = [
    "Appeal",
    "BelongingsSearch",
    "ClientReply",
    "ConductEvent",
    "ConductNote",
    "ContactRestriction",
    "FoundItem",
    "ResponseStep",
    "RestrictionReview",
    "RulesEdition",
    "RulesSignature",
    "SearchConsent",
    "Visit",
    "Witness",
]

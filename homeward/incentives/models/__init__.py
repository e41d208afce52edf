"""The rows of this room."""

from homeward.incentives.models.courses import Enrolment, Promise, Turn
from homeward.incentives.models.ledger import Entry, Posting, Stock
from homeward.incentives.models.proposals import Proposal
from homeward.incentives.models.protocols import Protocol

__all__ = ["Enrolment", "Entry", "Posting", "Promise", "Proposal", "Protocol", "Stock", "Turn"]

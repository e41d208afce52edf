"""Rows of the linkage room. What happened is never changed; what stands is a row of its own."""

from homeward.linkage.models.appointments import OutsideAppointment
from homeward.linkage.models.needs import Need, NeedEvent, NeedReferral, ReferralStep
from homeward.linkage.models.own import MeetingEntry, MilestoneChoice
from homeward.linkage.models.places import PlaceAsRecipient
from homeward.linkage.models.residence import ResidenceStay
from homeward.linkage.models.transfers import Transfer, TransferStep
from homeward.linkage.models.work import EmployerContact, WorkCheck, WorkGoal, WorkStart

__all__ = [
    "EmployerContact",
    "MeetingEntry",
    "MilestoneChoice",
    "Need",
    "NeedEvent",
    "NeedReferral",
    "OutsideAppointment",
    "PlaceAsRecipient",
    "ReferralStep",
    "ResidenceStay",
    "Transfer",
    "TransferStep",
    "WorkCheck",
    "WorkGoal",
    "WorkStart",
]

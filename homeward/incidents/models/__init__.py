"""Rows of the incidents room. They stand outside every chart; what was told is never changed."""

from homeward.incidents.models.around import (
    FollowUp,
    IncidentEvent,
    IncidentNotification,
    IncidentPerson,
)
from homeward.incidents.models.incident import Incident

__all__ = ["FollowUp", "Incident", "IncidentEvent", "IncidentNotification", "IncidentPerson"]

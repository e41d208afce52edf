"""The rows of this room."""

from homeward.attendance.models.afar import RemotePlace, TreatedStates
from homeward.attendance.models.door import Arrival, ArrivalCode, Kiosk
from homeward.attendance.models.marks import AttendanceMark, Punch
from homeward.attendance.models.offers import ForecastMeasure, MakeUpOffer
from homeward.attendance.models.safety import SafetyStep
from homeward.attendance.models.sealed import OfflineEntry, SealingKey

__all__ = [
    "Arrival",
    "ArrivalCode",
    "AttendanceMark",
    "ForecastMeasure",
    "Kiosk",
    "MakeUpOffer",
    "OfflineEntry",
    "Punch",
    "RemotePlace",
    "SafetyStep",
    "SealingKey",
    "TreatedStates",
]

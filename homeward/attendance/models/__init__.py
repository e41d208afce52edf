"""The rows of this room."""

from homeward.attendance.models.marks import AttendanceMark, Punch
from homeward.attendance.models.offers import ForecastMeasure, MakeUpOffer

__all__ = ["AttendanceMark", "ForecastMeasure", "MakeUpOffer", "Punch"]

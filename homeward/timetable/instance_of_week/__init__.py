"""The week to be planned, made from the program's records.

Whoever solves it sees opaque ids, windows and numbers; names, reasons and charts stay here.
"""

from homeward.timetable.instance_of_week.assembling import WeekInstance, instance_for
from homeward.timetable.instance_of_week.clock import WeekClock

__all__ = ["WeekClock", "WeekInstance", "instance_for"]

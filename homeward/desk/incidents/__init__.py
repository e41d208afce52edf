"""Incidents outside every chart: written by anybody on staff, read by few, with their clocks."""

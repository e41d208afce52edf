"""Tests of the assessments room."""

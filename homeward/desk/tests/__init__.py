"""Tests across the rooms of the desk."""

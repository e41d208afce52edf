"""Tests of the pages of the way in."""

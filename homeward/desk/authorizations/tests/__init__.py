"""Tests of the authorizations' pages."""

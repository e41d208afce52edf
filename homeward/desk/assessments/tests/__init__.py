"""Tests of the assessment's pages."""

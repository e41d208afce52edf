"""The caseload, and finding anyone by name."""

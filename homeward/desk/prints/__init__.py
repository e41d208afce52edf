"""Sheets of paper: the week for the wall, sign-in sheets, a colleague's own week."""

"""The legal-request desk: one script for everybody, two people for every paper."""

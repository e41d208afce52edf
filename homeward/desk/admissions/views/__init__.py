"""The views of the way in: find within scope, build a form, make one call."""

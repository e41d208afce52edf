"""The views of the week plan; each asks for the duty to publish the week."""

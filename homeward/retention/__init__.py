"""Signs that somebody may be leaving, and the steps that reach out."""

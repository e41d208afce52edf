"""Pure decisions about hours, levels of care, outreach and the end of an episode."""

"""Who must sign a paper, and how it stands; pure."""

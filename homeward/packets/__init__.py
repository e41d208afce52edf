"""The admission packet: which papers, who must sign them, until when, and how they were signed."""

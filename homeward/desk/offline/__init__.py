"""The group-room device without a network: what it kept sealed is taken in, or waits here."""

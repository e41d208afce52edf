"""Sites, rooms, programs, phases, tracks, curricula, deadlines, rule numbers."""

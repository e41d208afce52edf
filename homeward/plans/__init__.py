"""Problems, goals, objectives, interventions, reviews."""

"""The biopsychosocial assessment: questions asked once, answers with their origin."""

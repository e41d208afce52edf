"""The staff's pages of the biopsychosocial assessment."""

"""The end of an episode: what ends, the summary, the document, and what follows."""

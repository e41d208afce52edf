"""The specimens of every component, for development and the demo."""

"""Pure parts of the documents room."""

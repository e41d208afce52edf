"""The catalogues of what people read: found in the source, kept as text, compiled without tools."""

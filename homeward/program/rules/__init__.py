"""Pure rules of the program room: known numbers, known deadlines, closed days, weekly shape."""

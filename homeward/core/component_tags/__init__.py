"""The tags behind ``{% load components %}``, one module per family."""

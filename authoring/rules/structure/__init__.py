"""Rules about the parts of a piece."""

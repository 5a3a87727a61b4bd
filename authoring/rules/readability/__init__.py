"""Rules about how hard a piece is to read."""

"""Rules about who said it."""

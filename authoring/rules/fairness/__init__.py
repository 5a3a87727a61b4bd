"""Rules about giving everybody their say."""

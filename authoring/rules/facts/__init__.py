"""Rules about dates, figures, names."""

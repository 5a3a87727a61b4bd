"""Rules about who told us, and what readers learn of them."""

"""Tells what one draft says that another does not."""

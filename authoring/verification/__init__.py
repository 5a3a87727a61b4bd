"""Verifying an article: every quotation against what was said, and every sentence against the notes."""

"""Transcripts as they came: who said what, when."""

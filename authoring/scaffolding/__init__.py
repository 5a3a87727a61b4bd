"""Starts a newsroom's project, and new stories in it."""

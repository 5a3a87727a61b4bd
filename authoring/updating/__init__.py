"""Brings new notes or a new template into an article that was edited by hand."""

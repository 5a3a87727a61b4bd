"""From interview notes to an article fit to publish."""

__version__ = "0.1.0"

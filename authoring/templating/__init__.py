"""Lists, checks and makes templates."""

"""Rules about the comments that tell the linter what to pass over."""

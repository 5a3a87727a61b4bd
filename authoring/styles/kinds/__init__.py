"""One module an extension point: each makes a checker of a definition."""

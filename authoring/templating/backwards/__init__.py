"""From a finished article and its notes back to a template: what came from the notes becomes an expression."""

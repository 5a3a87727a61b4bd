"""How hard an article is to read, by textstat: the whole, its voices, its speakers, its sections and paragraphs."""

"""Who said what: ties quotations and reported speech to the words that name their speaker."""

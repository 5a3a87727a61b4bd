"""Rules about the words inside quotation marks."""

"""A checked article on its way out: one model of what is published, and one file for each format it goes to."""

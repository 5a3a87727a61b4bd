"""The copy of an article that fact-checkers work from, on paper or on the screen."""

"""From a finished article back to notes: who says what in it, in which words, and what is left to fill in.

Nobody is named whom the attribution engine does not name. What is not sure is asked in a private comment.
"""

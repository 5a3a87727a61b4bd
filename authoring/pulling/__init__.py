"""From a transcript to notes: searching it, and pulling passages of it into the notes as placed quotes."""

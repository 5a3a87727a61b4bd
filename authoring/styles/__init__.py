"""Style rules as data, in Vale's style format: reads them, and runs them over a ``Document``.

``reading`` makes a ``Definition`` of a file, ``kinds`` makes a checker of a definition, one module an extension point,
and a ``Sheet`` runs all checkers of an article together, so that its words are looked up once for all of them.
"""

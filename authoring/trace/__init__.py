"""Where every stretch of a draft came from."""

from authoring.trace.traced import Run, Runs, Traced, runs_of, union

__all__ = ["Run", "Runs", "Traced", "runs_of", "union"]

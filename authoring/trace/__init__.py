"""Where every stretch of a draft came from."""

from authoring.trace.trace import Stretch, Trace, trace_path
from authoring.trace.traced import Run, Runs, Traced, runs_of, union

__all__ = ["Run", "Runs", "Stretch", "Trace", "Traced", "runs_of", "trace_path", "union"]

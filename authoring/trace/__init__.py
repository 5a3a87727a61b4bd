"""Where every stretch of a draft came from."""

from authoring.trace.trace import Earlier, Stretch, Trace, trace_path
from authoring.trace.traced import Run, Runs, Traced, runs_of, union

__all__ = ["Earlier", "Run", "Runs", "Stretch", "Trace", "Traced", "runs_of", "trace_path", "union"]

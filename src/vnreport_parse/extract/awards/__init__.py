"""Award statements: who confers which title on whom, and how many.

    passage ──tokens──► titles, verbs, groups ──statements──► drafts ──build──► Award, Total

`tokens` finds the words, `statements` reads the order they stand in, `extract` joins both.
"""

from .extract import PROSPECTIVE, extract_awards

__all__ = ["PROSPECTIVE", "extract_awards"]

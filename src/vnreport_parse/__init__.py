"""Vietnamese administrative reports as typed records: sections, references, awards, who sent what to whom."""

from .parse import parse, parse_file
from .report import Report

__all__ = ["Report", "parse", "parse_file"]

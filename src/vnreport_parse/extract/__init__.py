"""The extractors. Each is a function from the stages above to its own records; none knows another."""

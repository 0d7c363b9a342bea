"""Award counts over many reports: consolidated figures, each with its evidence, and what does not add up."""

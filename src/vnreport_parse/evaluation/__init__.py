"""The parts of `evaluate`: labels and how they compare, figures, errors with their words, and the page that shows them."""

"""A knowledge-graph builder for the bio-industry ecosystem."""

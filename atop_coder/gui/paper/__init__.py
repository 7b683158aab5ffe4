"""A sheet on paper and as PDF."""

"""Builds what people install: a folder with the program, and a package for each system."""


class BuildError(Exception):
    """Nothing was built; the sentence says why, and what to do."""

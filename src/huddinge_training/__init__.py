"""Kompassen: ethics and values training for the employees of Huddinge kommun."""

__version__ = "0.1.0"

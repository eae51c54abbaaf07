"""The first start: language and text size, who I am, start."""

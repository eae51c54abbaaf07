"""Files for people and other systems, one module a format, each written whole or not at all."""

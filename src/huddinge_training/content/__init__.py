"""Reads courses and the organisation from YAML files, and says what is wrong with them."""

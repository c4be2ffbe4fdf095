"""The values that travel between the layers: frozen dataclasses, no behaviour beyond small properties.

What belongs here: a type that two layers share. What does not: rules, parsing, pandas.
"""

"""An encoder of a few layers that has read a great many texts: what sentences report, by all of their words and those around them."""

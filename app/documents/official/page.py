"""Margins of official papers in millimetres; the decree allows 20–25 above and below, 30–35 left, 15–20 right."""

TOP, BOTTOM, LEFT, RIGHT = 20.0, 20.0, 30.0, 17.0

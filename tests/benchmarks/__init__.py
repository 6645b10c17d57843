"""What the program costs beside the bare libraries it stands on, as ratios taken in one run.

Run with `python3 installer/bootstrap.py bench`. Figures of two machines cannot be compared, ratios can.
"""

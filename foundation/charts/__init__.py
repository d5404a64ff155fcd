"""Charts as plain SVG: the same drawing on the web and in print, with its table."""

from foundation.charts.bars import bar, stacked_bar
from foundation.charts.chart import Chart
from foundation.charts.grids import attendance_grid, dots, stage_strip, strip
from foundation.charts.kinship import Figure, Link, kinship
from foundation.charts.lanes import Mark, lanes
from foundation.charts.lines import Bands, line, spark
from foundation.charts.matrix import matrix
from foundation.charts.tree import Box, boxes_under, tree

__all__ = [
    "Bands",
    "Box",
    "Chart",
    "Figure",
    "Link",
    "Mark",
    "attendance_grid",
    "bar",
    "boxes_under",
    "dots",
    "kinship",
    "lanes",
    "line",
    "matrix",
    "spark",
    "stacked_bar",
    "stage_strip",
    "strip",
    "tree",
]

# SPDX-License-Identifier: Apache-2.0
"""Draws what the whole job costs by rows and what sums cost by measures: `chart.py JSON PNG`."""

from __future__ import annotations

import json
import statistics
import sys
from collections import defaultdict
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
from matplotlib import pyplot  # noqa: E402

ROWS = {"small": 0.36, "mid": 3, "large": 30}
MARKS = {"edustat": "o", "duckdb": "s", "polars": "^", "pandas": "D"}
Curves = dict[str, dict[float, float]]


def medians(samples: list[dict[str, object]], axis: str) -> Curves:
    """By engine and place on the axis, the median time."""
    found: dict[str, dict[float, list[float]]] = defaultdict(lambda: defaultdict(list))
    for sample in samples:
        place = ROWS[sample["size"]] if axis == "rows" else sample["measures"]
        found[sample["engine"]][place].append(sample["seconds"])
    return {
        engine: {place: statistics.median(times) for place, times in sorted(places.items())}
        for engine, places in found.items()
    }


def draw(axes: pyplot.Axes, curves: Curves) -> None:
    for engine, curve in curves.items():
        ours = engine == "edustat"
        axes.plot(
            curve.keys(),
            curve.values(),
            marker=MARKS.get(engine.split()[0], "."),
            linewidth=2.4 if ours else 1.2,
            color="black" if ours else None,
            label=engine,
        )
    axes.set_yscale("log")
    axes.set_ylabel("seconds, median")
    axes.grid(which="both", alpha=0.25)
    axes.legend(fontsize=8)


def main(results: Path, target: Path) -> None:
    found = json.loads(results.read_text())
    threads = max(sample["threads"] for sample in found["samples"])
    whole = [
        sample
        for sample in found["samples"]
        if sample["job"] == "whole"
        and sample["order"] == "month"
        and sample["engine"] != "edustat python"
        and (sample["engine"] != "edustat" or sample["threads"] == threads)
    ]
    by_measures = [s for s in found["samples"] if s["beside"].endswith(" measures")]
    figure, axes = pyplot.subplots(1, 2, figsize=(12, 5))
    draw(axes[0], medians(whole, "rows"))
    axes[0].set_xscale("log")
    axes[0].set_xlabel("rows, millions")
    axes[0].set_title("sums and 20 indicators, rows by month")
    if by_measures:
        draw(axes[1], medians(by_measures, "measures"))
        axes[1].set_xlabel("measures")
        axes[1].set_title(f"sums of every level, {by_measures[0]['size']}")
        axes[1].set_ylim(bottom=0)
        axes[1].set_yscale("linear")
    figure.suptitle(f"{found['machine']['processor']}, {threads} threads", fontsize=9)
    figure.tight_layout()
    figure.savefig(target, dpi=150)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

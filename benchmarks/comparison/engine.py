# SPDX-License-Identifier: Apache-2.0
"""Loads one engine and serves its jobs: `engine.py NAME --form FORM --data FOLDER`."""

from __future__ import annotations

import argparse
import importlib
import time
from pathlib import Path

from serving import serve
from workload import MEASURES, Data


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("engine", choices=("duckdb", "pandas", "polars", "edustat"))
    parser.add_argument("--form", required=True)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--measures", type=int, default=len(MEASURES))
    given = parser.parse_args()
    module = importlib.import_module(f"{given.engine}_engine")
    begin = time.perf_counter()
    engine = module.Engine(Data(given.data), given.form, given.threads, given.measures)
    head = {
        "engine": engine.name,
        "version": engine.version,
        "form": given.form,
        "threads": getattr(engine, "threads", given.threads),
        "rows": Data(given.data).rows,
        "load_seconds": round(time.perf_counter() - begin, 3),
    }
    serve(head, engine.jobs(), engine.write)


if __name__ == "__main__":
    main()

# SPDX-License-Identifier: Apache-2.0
"""Makes what a comparison needs and finds missing: data, the peers' environment, our program."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from processes import Process
from workload import Data

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
CATALOGUE = HERE.parent / "workload.toml"


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def run(*command: object, **options: object) -> None:
    """Runs a command, which must succeed; its output is shown only where it does not."""
    done = subprocess.run(
        [str(part) for part in command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        **options,
    )
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{done.stdout}")


def data(folder: Path, size: str, order: str) -> Data:
    """The generated columns of one size and order of rows."""
    target = folder / size / order
    if not (target / "meta.txt").exists():
        program = folder / "generate"
        if not program.exists():
            shared = Path(os.environ.get("EDUSTAT_SHARED", PROJECT.parent / "shared"))
            source = shared / "bench" / "gen.cpp"
            if not source.exists():
                sys.exit(f"no data in {target}, and no generator {source}: set EDUSTAT_SHARED")
            compiler = os.environ.get("CXX", "g++")
            folder.mkdir(parents=True, exist_ok=True)
            run(compiler, "-O3", "-std=c++17", "-pthread", source, "-o", program)
        say(f"making {target}")
        target.parent.mkdir(parents=True, exist_ok=True)
        run(program, target, size, order)
    return Data(target)


def environment(folder: Path) -> Path:
    """The Python with the peers in it."""
    python = folder / "environment" / "bin" / "python"
    if not python.exists():
        say(f"installing the peers into {folder / 'environment'}")
        run(sys.executable, "-m", "venv", folder / "environment")
    installed = subprocess.run(
        [python, "-c", "import duckdb, matplotlib, numpy, pandas, polars, pyarrow"],
        capture_output=True,
    )
    if installed.returncode != 0:
        run(python, "-m", "pip", "install", "-q", "-r", HERE / "requirements.txt")
    return python


def python_package(python: Path) -> None:
    """This library as a Python package, built anew from the tree as it stands."""
    say("building the Python package")
    pip = (python, "-m", "pip", "install", "-q")
    run(*pip, "scikit-build-core>=0.11", "pybind11>=3.0,<4", "click>=8.1", "rich>=13")
    run(*pip, "--no-build-isolation", "--no-deps", "--force-reinstall", PROJECT)


def program(build: Path) -> Path:
    """Our C++ program, built anew where something changed."""
    say(f"building {build}")
    options = ["-DCMAKE_BUILD_TYPE=Release", "-DEDUSTAT_BUILD_BENCHMARKS=ON"]
    if not (build / "CMakeCache.txt").exists():
        options.append("-DEDUSTAT_BUILD_TESTS=OFF")
        if shutil.which("ninja"):
            options.append("-GNinja")
    run("cmake", "-S", PROJECT, "-B", build, *options)
    run("cmake", "--build", build, "-j2", "--target", "edustat_panel_benchmark")
    return build / "benchmarks" / "edustat_panel_benchmark"


def parquet(python: Path, given: Data) -> None:
    """The facts as one Parquet file beside the columns."""
    path = given.folder / "facts.parquet"
    if path.exists():
        return
    say(f"writing {path}")
    unfinished = path.with_suffix(".unfinished")
    code = (
        "import sys, pathlib, pyarrow.parquet; from workload import Data; "
        "table = Data(pathlib.Path(sys.argv[1])).table(); "
        "pyarrow.parquet.write_table(table, sys.argv[2], row_group_size=1 << 20)"
    )
    run(python, "-c", code, given.folder, unfinished, cwd=HERE)
    unfinished.rename(path)


def peer(python: Path, name: str, form: str, given: Data, threads: int, measures: int) -> Process:
    """A peer, or this library through Python, with its tables in memory."""
    command = [python, HERE / "engine.py", name, "--form", form, "--data", given.folder]
    command += ["--threads", threads, "--measures", measures]
    # Some machines slow numpy down by these, for the sake of older builds.
    kept = {k: v for k, v in os.environ.items() if not k.startswith("OPENBLAS_")}
    return Process(command, {**kept, "POLARS_MAX_THREADS": str(threads)})


def reference(python: Path, given: Data) -> Path:
    """The exact answer of one size, from whole numbers in DuckDB."""
    path = given.folder.parent / "reference.csv"
    if not path.exists():
        say(f"writing {path}")
        with peer(python, "duckdb", "exact", given, os.cpu_count() or 1, 10) as engine:
            engine.ask("run whole")
            engine.ask(f"write {path.with_suffix('.unfinished')}")
        path.with_suffix(".unfinished").rename(path)
    return path

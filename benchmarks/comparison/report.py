# SPDX-License-Identifier: Apache-2.0
"""The report: machine, proof, times, bars; as text and as JSON."""

from __future__ import annotations

import dataclasses
import json
import platform
import subprocess
from collections.abc import Iterable
from pathlib import Path

from bars import Bar, Findings, Ratio, median
from measuring import OWN_JOBS, Notebook

JOBS = ("county_sums", "sums", "indicators", "whole")


def machine() -> dict[str, str]:
    """What the figures were measured on."""
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    fields = dict(line.split(":", 1) for line in lines if ":" in line)
    fields = {key.strip(): value.strip() for key, value in fields.items()}
    flags = fields.get("flags", "").split()
    memory = Path("/proc/meminfo").read_text().split()[1]
    compiler = subprocess.run(["g++", "-dumpfullversion"], capture_output=True, text=True)
    return {
        "processor": f"{fields.get('model name', '?')}, family {fields.get('cpu family', '?')}, "
        f"model {fields.get('model', '?')}",
        "cores": str(sum(line.startswith("processor") for line in lines)),
        "vectors": "AVX-512" if "avx512f" in flags else "AVX2" if "avx2" in flags else "SSE2",
        "memory": f"{int(memory) / 2**20:.1f} GiB",
        "system": platform.platform(),
        "compiler": f"g++ {compiler.stdout.strip()}",
        "load before": " ".join(Path("/proc/loadavg").read_text().split()[:3]),
    }


def lines_of(rows: list[list[str]], head: list[str]) -> Iterable[str]:
    """A table with aligned columns; the first stands left, the others right."""
    widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
    for row in [head, ["-" * width for width in widths], *rows]:
        cells = [
            cell.ljust(width) if i == 0 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()


def range_of(found: Ratio, unit: str) -> str:
    return f"{found.median:.2f}{unit} ({found.low:.2f}..{found.high:.2f})"


class Report:
    """Everything that one run found."""

    def __init__(
        self,
        notebook: Notebook,
        proofs: list[dict[str, object]],
        column_bytes: dict[tuple[str, str], int],
        threads: list[int],
    ) -> None:
        self.notebook, self.proofs, self.column_bytes = notebook, proofs, column_bytes
        self.threads = threads
        self.findings = Findings(notebook, max(threads))
        self.machine = machine()

    @property
    def bars(self) -> list[Bar]:
        return self.findings.bars(self.column_bytes)

    def text(self) -> str:
        parts = [*self.head(), *self.proof_lines()]
        for size, order in self.column_bytes:
            parts += ["", f"{size}, {order}", *self.own_lines(size, order)]
            parts += ["", *self.peer_lines(size, order)]
        parts += ["", *self.python_lines(), "", *self.bar_lines()]
        return "\n".join(parts) + "\n"

    def head(self) -> Iterable[str]:
        yield "Medians in seconds; ratios are medians of runs taken in turn (smallest..largest)."
        for name, value in self.machine.items():
            yield f"{name}: {value}"
        versions = self.notebook.versions.items()
        yield "versions: " + ", ".join(f"{name} {version}" for name, version in versions)

    def proof_lines(self) -> Iterable[str]:
        yield ""
        for size, order in self.column_bytes:
            mine = [p for p in self.proofs if (p["size"], p["order"]) == (size, order)]
            good = sum(bool(p["identical"]) for p in mine)
            yield (
                f"{size}, {order}: {good} of {len(mine)} results are byte for byte the exact "
                "reference (threads x batch sizes)"
            )

    def own_lines(self, size: str, order: str) -> Iterable[str]:
        rows = []
        for threads in self.threads:
            for job in OWN_JOBS:
                samples = self.findings.pick(
                    size=size, order=order, job=job, threads=threads, beside="floor"
                )
                if not samples:
                    continue
                found = self.findings.over_floor(size, order, job, threads)
                seconds = [sample.seconds for sample in samples]
                giga = self.column_bytes[size, order] / median(samples) / 1e9
                rows.append(
                    [
                        f"edustat {job}, {threads} thread{'s' if threads > 1 else ''}",
                        f"{median(samples):.4f}",
                        f"{min(seconds):.4f}..{max(seconds):.4f}",
                        range_of(found, "x floor"),
                        f"{giga:.1f} GB/s" if job in ("floor", "scan", "import") else "",
                    ]
                )
        yield from lines_of(rows, ["", "median", "spread", "", ""])

    def peer_lines(self, size: str, order: str) -> Iterable[str]:
        rows = []
        labels = self.findings.labels(size, order, "whole")
        for label in labels:
            row = [label]
            for job in JOBS:
                samples = self.findings.pick(
                    size=size, order=order, job=job, engine=label, beside="edustat"
                )
                row.append(f"{median(samples):.3f}" if samples else "")
            ahead = self.findings.ahead(size, order, "whole", label)
            row.append(range_of(ahead, "x") if ahead else "")
            kept = [
                entry
                for entry in (*self.notebook.memory, *self.notebook.wrong)
                if (entry["size"], entry["order"], entry["engine"]) == (size, order, label)
            ]
            row.append(f"{max(e['peak_mib'] for e in kept if 'peak_mib' in e):.0f}")
            row.append(f"{max(e['figures'] for e in kept if 'figures' in e)}")
            rows.append(row)
        if rows:
            head = ["peer", *JOBS, "edustat ahead (whole)", "peak MiB", "wrong figures"]
            yield from lines_of(rows, head)

    def python_lines(self) -> Iterable[str]:
        rows = []
        for size, order in self.column_bytes:
            for job in ("import", "whole", "import_whole"):
                found = self.findings.through_python(size, order, job)
                if found:
                    times = [f"{found.upper_seconds:.4f}", f"{found.lower_seconds:.4f}"]
                    rows.append([f"{size}, {order}: {job}", *times, range_of(found, "%")])
        if rows:
            yield from lines_of(rows, ["through Python", "Python", "C++", "added"])
        rows = []
        for size, order in self.column_bytes:
            for label in dict.fromkeys(
                sample.engine
                for sample in self.findings.pick(size=size, order=order, job="parquet")
                if sample.engine != "edustat python"
            ):
                found = self.findings.from_parquet(size, order, label)
                if found:
                    times = [f"{found.upper_seconds:.3f}", f"{found.lower_seconds:.3f}"]
                    rows.append([f"{size}, {order}: {label}", *times, range_of(found, "x")])
        if rows:
            yield ""
            yield from lines_of(rows, ["Parquet file to table", "peer", "edustat", "ahead"])

    def bar_lines(self) -> Iterable[str]:
        rows = []
        for bar in self.bars:
            sign = ">=" if bar.sense == "at_least" else "<="
            found = range_of(bar.found, bar.unit) if bar.found else ""
            label = bar.found.label if bar.found else ""
            rows.append([bar.text, f"{sign} {bar.asked:g}{bar.unit}", found, label, bar.verdict])
        yield from lines_of(rows, ["bar", "asked", "found", "", ""])

    def json(self) -> str:
        return json.dumps(
            {
                "machine": self.machine,
                "versions": self.notebook.versions,
                "proofs": self.proofs,
                "column_bytes": [
                    {"size": size, "order": order, "bytes": count}
                    for (size, order), count in self.column_bytes.items()
                ],
                "bars": [dataclasses.asdict(bar) | {"verdict": bar.verdict} for bar in self.bars],
                "memory": self.notebook.memory,
                "wrong": self.notebook.wrong,
                "samples": [dataclasses.asdict(sample) for sample in self.notebook.samples],
            },
            indent=1,
        )

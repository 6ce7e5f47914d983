# SPDX-License-Identifier: Apache-2.0
"""The notebooks of examples/, run.

`python notebooks.py FILE...` writes what they show now into the files.
"""

from __future__ import annotations

import sys
from base64 import b64decode, b64encode
from io import BytesIO
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode
from PIL import Image

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def executed(path: Path) -> NotebookNode:
    """The notebook with what its cells show in a fresh kernel, started in its folder."""
    notebook = nbformat.read(path, as_version=4)
    place = {"metadata": {"path": str(path.parent)}}
    options = {"timeout": 600, "startup_timeout": 600, "record_timing": False}
    NotebookClient(notebook, resources=place, coalesce_streams=True, **options).execute()
    # What differs from machine to machine is no part of the file.
    notebook.metadata = NotebookNode(kernelspec=KERNEL, language_info={"name": "python"})
    return notebook


def printed(notebook: NotebookNode) -> list[str]:
    """Texts and tables under each cell; of a plot only that there is one."""
    return [
        "\n".join(shown(output) for output in cell.outputs)
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


def shown(output: NotebookNode) -> str:
    """What one output says."""
    if output.output_type == "stream":
        return str(output.text)
    if output.output_type == "error":
        return f"{output.ename}: {output.evalue}"
    if "image/png" in output.data:
        return "a plot"
    return str(output.data.get("text/html", output.data.get("text/plain")))


def with_light_plots(notebook: NotebookNode) -> NotebookNode:
    """The notebook with plots of 64 colours, a third as large."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if "image/png" in data:
                image = Image.open(BytesIO(b64decode(data["image/png"])))
                light = BytesIO()
                image.convert("RGB").quantize(64).save(light, "PNG", optimize=True)
                data["image/png"] = b64encode(light.getvalue()).decode()
    return notebook


if __name__ == "__main__":
    for name in sys.argv[1:]:
        nbformat.write(with_light_plots(executed(Path(name))), name)

# SPDX-License-Identifier: Apache-2.0
"""Every example in the texts runs and prints what the text says."""

import shutil
import subprocess
from pathlib import Path

import pytest

import edustat as es
from documented import ROOT, blocks_of, completed, language_of
from examples import data_folder

TEXTS = [
    "README.md",
    "README.zh.md",
    "docs/guide.md",
    "docs/guide.zh.md",
    "examples/handan/README.md",
]


# Their scripts read files that are not part of the repository.
WITH_DATA = {
    "examples/br_procurement/README.md": "br-rs-procurement",
    "examples/cn_census/README.md": "cn-census-county",
    "examples/en_local_authority/README.md": "en-local-authority",
    "examples/nz_school_rolls/README.md": "nz-school-rolls",
}


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", TEXTS)
def test_the_examples_print_what_the_text_says(monkeypatch, name):
    monkeypatch.chdir(ROOT)
    document = read(name)
    assert completed(document, language_of(Path(name))) == document


@pytest.mark.parametrize(("name", "data"), WITH_DATA.items())
def test_the_examples_on_real_data_print_what_the_text_says(name, data):
    if not data_folder(data).is_dir():
        pytest.skip(f"{data_folder(data)} is not there")
    document = read(name)
    assert completed(document, language_of(Path(name))) == document


@pytest.mark.parametrize("name", [*TEXTS, *WITH_DATA])
def test_every_link_leads_to_a_file(name):
    import re

    folder = (ROOT / name).parent
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", read(name))
    assert [target for target in targets if not (folder / target).exists()] == []


def test_the_quick_start_has_two_commands():
    for name in ("README.md", "README.zh.md"):
        assert any(
            [line.split("#")[0].strip() for line in block.text.splitlines()]
            == ["./tools/demo", "./tools/test"]
            for block in blocks_of(read(name))
        )


@pytest.mark.parametrize("name", ["docs/guide.md", "docs/guide.zh.md"])
def test_the_catalogue_of_the_guide_is_read(name):
    whole, dimension = [block.text for block in blocks_of(read(name)) if block.language == "toml"]
    catalogue = es.Catalogue.parse(whole + dimension, "guide")
    assert catalogue.find("人均到馆次数").full_id == "library.visits_per_reader"
    assert [code.id for code in catalogue.code_list("stage").codes] == ["primary"]


@pytest.mark.parametrize("name", ["docs/guide.md", "docs/guide.zh.md"])
def test_the_explanations_of_the_guide_are_read(name, tmp_path):
    (text,) = [block.text for block in blocks_of(read(name)) if block.language == "csv"]
    path = tmp_path / "explanations.csv"
    path.write_text(text, encoding="utf-8")
    (told,) = es.read_explanations(path)
    assert told.relation == "school_improvement.started_within_planned"


@pytest.mark.skipif(shutil.which("g++") is None, reason="g++ is not installed")
@pytest.mark.parametrize("name", ["README.md", "README.zh.md", "docs/guide.md", "docs/guide.zh.md"])
def test_the_cpp_example_compiles(name, tmp_path):
    (code,) = [block.text for block in blocks_of(read(name)) if block.language == "cpp"]
    source = tmp_path / "main.cpp"
    source.write_text(code, encoding="utf-8")
    subprocess.run(
        ["g++", "-std=c++20", "-Wall", "-Wextra", "-Werror", "-fsyntax-only",
         "-I", str(ROOT / "include"), str(source)],
        check=True,
    )  # fmt: skip

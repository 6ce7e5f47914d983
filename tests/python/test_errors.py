# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import copy
import pickle

import pytest

import edustat as es

PARENTS = {
    es.ParseError: ValueError,
    es.UnitError: TypeError,
    es.ZeroError: ZeroDivisionError,
    es.CodeError: LookupError,
    es.StructureError: ValueError,
    es.FileError: OSError,
    es.LimitError: ValueError,
    es.DependencyError: ImportError,
}


@pytest.mark.parametrize(("error", "second"), PARENTS.items())
def test_each_error_has_two_parents_the_base_first(error: type, second: type) -> None:
    assert error.__bases__ == (es.Error, second)


def test_an_error_carries_what_went_wrong() -> None:
    with pytest.raises(es.UnitError) as caught:
        es.Unit.parse("光年")
    error = caught.value
    assert error.code == "unknown_unit"
    assert error.arguments == ["光年"]
    assert error.place.line == 0
    assert error.message("en") == str(error)
    assert "没有单位" in error.message() == error.message("zh")
    assert [fault.code for fault in error.faults] == ["unknown_unit"]


def test_all_faults_of_a_text_are_reported() -> None:
    with pytest.raises(es.Error) as caught:
        es.Bulletin.parse_csv("item,figure\na,12..3\nb,1人\nc,--5\n", "facts.csv")
    places = [(f.place.source, f.place.line) for f in caught.value.faults]
    assert places == [("facts.csv", 2), ("facts.csv", 4)]
    assert len(str(caught.value).splitlines()) == 2


def test_errors_can_be_copied() -> None:
    with pytest.raises(es.ParseError) as caught:
        es.parse_number("12..3")
    for again in (copy.copy(caught.value), pickle.loads(pickle.dumps(caught.value))):
        assert type(again) is es.ParseError
        assert str(again) == str(caught.value)
        assert again.faults == caught.value.faults


def test_faults_of_the_last_code_can_be_made_again() -> None:
    fault = es.Fault("cyclic_nodes", ["资源"])
    assert copy.copy(fault) == fault
    assert "资源" in fault.message(lang="zh")


def test_errors_can_be_raised_with_a_sentence() -> None:
    error = es.DependencyError("install z3")
    assert (str(error), error.message(), error.code, error.faults) == (
        "install z3",
        "install z3",
        "",
        (),
    )


def test_missing_files_are_os_errors() -> None:
    with pytest.raises(OSError, match="no-such-file"):
        es.Bulletin.read_csv("no-such-file.csv")
    with pytest.raises(es.FileError) as caught:
        es.Catalogue.load("no-such-file.toml")
    assert caught.value.code == "file_not_found"


def test_unknown_codes_are_not_key_errors() -> None:
    with pytest.raises(LookupError) as caught:
        es.Catalogue.builtin("nothing")
    assert not isinstance(caught.value, KeyError)
    assert caught.value.code == "unknown_catalogue"

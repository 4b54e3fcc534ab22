from datetime import date

import pytest

from shop_worker.jobs.settlements import Remittance, parse


def test_a_row_becomes_a_remittance():
    assert list(parse("A-17;1999;2026-03-04\n")) == [Remittance("A-17", 1999, date(2026, 3, 4))]


def test_an_empty_file_is_a_day_without_money():
    assert list(parse("")) == []


def test_a_broken_row_names_itself():
    with pytest.raises(ValueError, match="row 2"):
        list(parse("A-17;1999;2026-03-04\nA-18;nineteen;2026-03-04\n"))

"""The order of titles and ranks in the tables of an audit."""

from __future__ import annotations

import pytest

from vnreport_parse import lexicons
from vnreport_parse.auditing.arranged import Arranged
from vnreport_parse.auditing.precedence import _WITHIN, rank_place, title_place
from vnreport_parse.auditing.records import Audit, CountRow


@pytest.mark.parametrize(
    "titles",
    [
        (
            "Huân chương Lao động",
            "Huy chương Hữu nghị",
            "Nhà giáo ưu tú",
            "Lao động tiên tiến",
            "Cờ thi đua",
            "Bằng khen",
            "Giấy khen",
        ),
        ("Chiến sĩ thi đua toàn quốc", "Chiến sĩ thi đua cấp tỉnh", "Chiến sĩ thi đua cơ sở", "Lao động tiên tiến"),
        ("Giấy khen", "Kỷ niệm chương", "Thư khen", "Một danh hiệu lạ"),
    ],
)
def test_titles_stand_as_the_law_names_them(titles: tuple[str, ...]) -> None:
    """The highest first; a title that no lexicon has, last."""
    turned = titles[::-1]
    assert tuple(sorted(turned, key=title_place)) == titles


def test_ranks() -> None:
    """`Nhì` before `Ba`, which letters would turn round."""
    ranks = ["hạng Nhất", "hạng Nhì", "hạng Ba", "hạng Tư", None]
    turned = ranks[::-1]
    assert sorted(turned, key=rank_place) == ranks


def test_the_order_has_titles_of_the_lexicon_only() -> None:
    """Each once, as a record writes it."""
    known = {row["title"] for row in lexicons.load("awards")["award"]}
    assert set(_WITHIN) <= known
    assert len(_WITHIN) == len(set(_WITHIN))


def test_tables_follow_it() -> None:
    """The rows of the counts and the columns of the matrix."""
    told = [("Giấy khen", None), ("Bằng khen", None), ("Huân chương Lao động", "hạng Ba"), ("Huân chương Lao động", "hạng Nhì")]
    rows = tuple(
        CountRow(title=title, rank=rank, kind="individual", status="conferred", count=1, evidence=()) for title, rank in told
    )
    arranged = Arranged(Audit(counts=rows))
    assert [(row.title, row.rank) for row in arranged.counts] == told[::-1]
    assert [(column.title, column.rank) for column in arranged.matrix().columns] == told[::-1]

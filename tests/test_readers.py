"""From bytes to text: encodings, and one clear error where that cannot be done."""

from __future__ import annotations

import codecs
import pickle
import unicodedata
from pathlib import Path

import pytest

from vnreport_parse import UnreadableFile, VnReportError, parse, parse_file
from vnreport_parse.errors import REASONS, FileMissing, UnknownEncoding, UnknownFormat
from vnreport_parse.readers import read_data, read_file

TEXT = "Số: 12/KH-KHCN\nThái Nguyên, ngày 10 tháng 02 năm 2022\nKế hoạch tặng Bằng khen cho 04 cá nhân\n"

ENCODED = [
    ("utf-8", TEXT.encode()),
    ("utf-8-sig", codecs.BOM_UTF8 + TEXT.encode()),
    ("utf-16", codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")),
    ("utf-16", codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")),
    ("utf-16-le", TEXT.encode("utf-16-le")),
    ("utf-16-be", TEXT.encode("utf-16-be")),
    ("utf-32", codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le")),
    ("utf-8", TEXT.replace("\n", "\r\n").encode()),
    ("utf-8", unicodedata.normalize("NFD", TEXT).encode()),
    ("utf-8", TEXT.replace(" ", "\u00a0 ").encode()),
]


@pytest.mark.parametrize(("encoding", "data"), ENCODED)
def test_encodings(encoding: str, data: bytes) -> None:
    """Whatever the bytes, the stages see the same text."""
    source = read_data("a.txt", data)
    assert source.text == TEXT
    assert source.encoding == encoding
    assert source.format == "txt"


@pytest.mark.parametrize("data", [data for _, data in ENCODED])
def test_encodings_give_the_same_records(data: bytes, tmp_path: Path) -> None:
    """The records of a file do not depend on its encoding."""
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    of_file, of_text = parse_file(path).model_dump(), parse(TEXT).model_dump()
    assert of_file | {"source": None} == of_text | {"source": None}


@pytest.mark.parametrize("name", ["a.md", "A.MD", "a.markdown"])
def test_markdown_by_name(name: str) -> None:
    """Markdown is told by the file's name."""
    assert read_data(name, b"x").format == "md"


def test_source_of_a_file(tmp_path: Path) -> None:
    """A report knows the file it is from."""
    path = tmp_path / "báo cáo.txt"
    path.write_bytes(b"abc")
    source = parse_file(path).source
    assert source.path == str(path)
    assert source.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert parse("abc").source.path is parse("abc").source.sha256 is None


# ---------------------------------------------------------------- what cannot be read
FOREIGN = [(b"\x1f\x8b\x08", "gzip"), (b"7z\xbc\xaf\x27\x1c", "7z"), (b"SQLite format 3\x00", "SQLite"), (b"%!PS", "PostScript")]


@pytest.mark.parametrize(("data", "word"), FOREIGN)
def test_other_formats_are_named(data: bytes, word: str) -> None:
    """A format is told by its first bytes, whatever the file is called."""
    with pytest.raises(UnknownFormat, match=word) as caught:
        read_data("a.txt", data)
    assert caught.value.kind == "format"


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"\x80\x81 binary", b"B\xb8o c\xb8o", codecs.BOM_UTF8 + b"\xff"])
def test_unknown_encoding(data: bytes) -> None:
    """Bytes that are no Unicode text are an error, not garbage."""
    with pytest.raises(UnknownEncoding, match=r"a\.txt: unknown encoding .* Save it as UTF-8"):
        read_data("a.txt", data)


def test_missing_file(tmp_path: Path) -> None:
    """No file, a folder, and a name that no file can have."""
    for path, kind in ((tmp_path / "no.txt", "not_found"), (tmp_path, "folder"), ("a\x00b", "system")):
        with pytest.raises(FileMissing) as caught:
            read_file(path)
        assert caught.value.kind == kind
        assert caught.value.path == str(path)


def test_no_permission(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of someone else is named with its remedy."""

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(FileMissing, match=r"no permission to read it\. Ask its owner"):
        read_file("a.txt")


def test_errors_survive_pickling() -> None:
    """A worker process can hand its error to its parent."""
    error = UnknownEncoding("a.txt", "encoding", offset="3", encoding="utf-8")
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), again.kind, again.details) == (UnknownEncoding, str(error), "encoding", error.details)


def test_error_tree() -> None:
    """One root for everything the library raises."""
    assert issubclass(UnreadableFile, VnReportError)
    assert all(reason.remedy.endswith(".") and not reason.reason.endswith(".") for reason in REASONS.values())


def test_parse_takes_text_only() -> None:
    """Bytes and paths given to `parse` are a mistake that is named."""
    for wrong in (b"bytes", Path("a.txt"), None):
        with pytest.raises(VnReportError, match="parse_file"):
            parse(wrong)  # type: ignore[arg-type]

"""DOC and RTF: what is refused before a program is started, what happens to programs that fail or hang, and what is read."""

from __future__ import annotations

import os
import re
import shutil
import struct
import time
from functools import partial
from pathlib import Path

import pytest

from makedocx import make, p, r
from vnreport_parse import Report, cli, parse_file
from vnreport_parse.errors import ConverterError, DamagedFile, UnknownFormat, UnreadableFile
from vnreport_parse.parse import parse_files
from vnreport_parse.readers import convert, read_data, read_file, read_many
from vnreport_parse.readers.doc import check_doc
from vnreport_parse.readers.ole import BrokenFile, CompoundFile
from vnreport_parse.source import SourceText

needs_libreoffice = pytest.mark.skipif(
    convert.LIBREOFFICE.path() is None, reason=f"LibreOffice is not installed ({convert.LIBREOFFICE.package})"
)
needs_antiword = pytest.mark.skipif(
    convert.ANTIWORD.path() is None, reason=f"antiword is not installed ({convert.ANTIWORD.package})"
)

SECTOR = 512
END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD

needs_catdoc = pytest.mark.skipif(convert.CATDOC.path() is None, reason=f"catdoc is not installed ({convert.CATDOC.package})")


# ---------------------------------------------------------------- files made here
def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file with streams of at least 4,096 bytes each (shorter ones are filled up)."""
    bodies = {name: body.ljust(4096, b"\x00") for name, body in streams.items()}
    table, sectors, entries = [FAT, END], [b"", b""], [entry("Root Entry", 5, END, 0)]  # sector 0: the table, 1: the directory
    for name, body in bodies.items():
        start, pieces = len(sectors), [body[at : at + SECTOR].ljust(SECTOR, b"\x00") for at in range(0, len(body), SECTOR)]
        sectors += pieces
        table += [*range(start + 1, start + len(pieces)), END]
        entries.append(entry(name, 2, start, len(body)))
    assert len(table) <= 128
    assert len(entries) <= 4
    sectors[0] = struct.pack("<128I", *table, *[FREE] * (128 - len(table)))
    sectors[1] = b"".join(entries).ljust(SECTOR, b"\x00")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\x00") + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6)
    head = head.ljust(44, b"\x00") + struct.pack("<8I", 1, 1, 0, 4096, END, 0, END, 0) + struct.pack("<109I", 0, *[FREE] * 108)
    return head + b"".join(sectors)


def entry(name: str, kind: int, start: int, size: int) -> bytes:
    """A row of the directory."""
    wide = name.encode("utf-16-le")
    row = wide.ljust(64, b"\x00") + struct.pack("<HBB3I", len(wide) + 2, kind, 1, FREE, FREE, FREE)
    return row.ljust(116, b"\x00") + struct.pack("<3I", start, size, 0)


def word_stream(*, encrypted: bool = False, first: int = 0xA5EC) -> bytes:
    """The beginning of a text of Word 97."""
    return struct.pack("<6H", first, 0xC1, 0, 0, 0, 0x0100 if encrypted else 0).ljust(8192, b"\x00")


# ---------------------------------------------------------------- before any program
REFUSED = [
    ("encrypted", compound({"WordDocument": word_stream(encrypted=True)})),
    ("encrypted", compound({"WordDocument": word_stream(encrypted=True, first=0xA5DC)})),  # Word 95
    ("encrypted", compound({"EncryptionInfo": b"x", "EncryptedPackage": b"x"})),  # a DOCX with a password
    ("damaged", compound({"WordDocument": b"\x00" * 5000})),
    ("damaged", compound({"WordDocument": word_stream()})[:4000]),
    ("damaged", compound({"WordDocument": word_stream()})[:700]),
    ("damaged", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504),
]


@pytest.mark.parametrize(("kind", "data"), REFUSED)
def test_refused_without_a_program(kind: str, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords and broken files are seen here."""
    monkeypatch.setattr(convert, "_run", lambda *_: pytest.fail("a program was started"))
    with pytest.raises(DamagedFile) as caught:
        read_data("a.doc", data)
    assert caught.value.kind == kind


@pytest.mark.parametrize(("stream", "label"), [("Workbook", "XLS"), ("PowerPoint Document", "PPT"), ("Other", "OLE2")])
def test_other_compound_files_are_named(stream: str, label: str) -> None:
    """A sheet called `.doc` is named as what it is."""
    with pytest.raises(UnknownFormat, match=label):
        read_data("a.doc", compound({stream: b"x"}))


def test_every_cut_ends_well() -> None:
    """Wherever a file is cut, and whatever byte of its frame is wrong, it is sound or refused, and nothing else is raised."""
    whole = compound({"1Table": b"x", "WordDocument": word_stream()})
    check_doc("a.doc", whole)
    frame = [*range(24, 92), *range(SECTOR, SECTOR + 96), *range(2 * SECTOR, 2 * SECTOR + 400)]
    broken = [whole[:length] for length in range(0, len(whole), 257)]
    broken += [whole[:at] + bytes([value]) + whole[at + 1 :] for at in frame for value in (0, 1, 0x7F, 0xFF)]
    for data in broken:
        try:
            check_doc("a.doc", data)
        except (DamagedFile, UnknownFormat):
            continue


def test_a_chain_in_a_circle() -> None:
    """Sectors that lead to themselves are no endless text."""
    data = bytearray(compound({"WordDocument": word_stream()}))
    struct.pack_into("<I", data, SECTOR + 4 * 4, 3)  # sector 4 leads back to sector 3
    with pytest.raises(BrokenFile):
        CompoundFile(bytes(data)).check("WordDocument")


def test_a_truncated_rtf() -> None:
    """An RTF without its last brace is cut off."""
    with pytest.raises(DamagedFile, match="middle of the text"):
        read_data("a.rtf", b"{\\rtf1\\ansi " + b"a " * 5000)


# ---------------------------------------------------------------- programs that fail
@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder first on the path, with programs that fail; tests write others into it."""
    for name in ("soffice", "antiword", "catdoc"):
        script(tmp_path / name, "echo 'cannot open the file' >&2; exit 3")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return tmp_path


def script(path: Path, lines: str) -> None:
    """A program of those lines."""
    path.write_text(f"#!/bin/sh\n{lines}\n")
    path.chmod(0o755)


SOUND = compound({"1Table": b"x", "WordDocument": word_stream()})


def test_a_failing_converter(fake: Path) -> None:
    """Its last words are in the error."""
    with pytest.raises(ConverterError, match=r"LibreOffice could not read it \(cannot open the file\)") as caught:
        read_data("a.doc", SOUND)
    assert caught.value.kind == "converter"


def test_a_converter_without_a_result(fake: Path) -> None:
    """A program that ends well and leaves nothing has failed."""
    script(fake / "soffice", "exit 0")
    with pytest.raises(ConverterError, match="no result"):
        read_data("a.doc", SOUND)


def test_a_hanging_converter(fake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is ended in time, and so is what it started."""
    script(fake / "soffice", f"sleep 600 & echo $! >{fake}/child; echo $$ >{fake}/self; sleep 600")
    monkeypatch.setattr(convert, "LIMIT_SECONDS", 0.5)
    with pytest.raises(ConverterError, match=r"LibreOffice did not finish within 0\.5 s") as caught:
        read_data("a.doc", SOUND)
    assert caught.value.kind == "timeout"
    for name in ("child", "self"):
        assert not alive(int((fake / name).read_text())), name


def alive(process: int) -> bool:
    """Whether a process still runs (a dead one that nobody has collected does not)."""
    stat = Path(f"/proc/{process}/stat")
    for _ in range(20):
        try:
            if stat.read_text().rpartition(")")[2].split()[0] == "Z":
                return False
        except OSError:
            return False
        time.sleep(0.05)
    return True


def test_no_converter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says which package brings it."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ConverterError, match=r"LibreOffice is not installed.*libreoffice-writer") as caught:
        read_data("a.doc", SOUND)
    assert caught.value.kind == "tool"
    with pytest.raises(ConverterError, match=r"reads RTF"):
        read_data("a.rtf", b"{\\rtf1 a}")


def test_the_child_is_on_a_leash(fake: Path) -> None:
    """A home, a profile and a folder of its own, that are gone afterwards; proxies that lead nowhere; nothing of ours."""
    os.environ["VNREPORT_SECRET"] = "x"
    try:
        script(
            fake / "soffice",
            f"env >{fake}/env; pwd >{fake}/pwd; echo $* >{fake}/words; ulimit -v >{fake}/memory; "
            f"cat /proc/net/dev >{fake}/net; exit 1",
        )
        with pytest.raises(ConverterError):
            read_data("a.doc", SOUND)
    finally:
        del os.environ["VNREPORT_SECRET"]
    environment = (fake / "env").read_text()
    assert "VNREPORT_SECRET" not in environment
    assert "http_proxy=http://127.0.0.1:9" in environment
    folder = (fake / "pwd").read_text().strip()
    assert f"HOME={folder}" in environment
    assert not Path(folder).exists()
    assert "-env:UserInstallation=file:///" in (fake / "words").read_text()
    assert (fake / "memory").read_text().strip() != "unlimited"
    if convert._without_network():
        assert [line.split(":")[0].strip() for line in (fake / "net").read_text().split("\n")[2:] if line] == ["lo"]


def test_antiword_where_libreoffice_fails(fake: Path) -> None:
    """The text is read all the same, letters of old fonts by their words, and a remark says what is lost."""
    text = (
        "|UBND TØNH A      |Céng hßa x· héi chñ nghÜa ViÖt Nam |\n|Sè: 12/Q§-UBND   |§éc lËp - Tù do - H¹nh phóc |\n\n"
        "C¨n cø §iÒu 1 cña quy chÕ thi ®ua\n"
    )
    script(fake / "antiword", f"cat <<'END'\n{text}END")
    source = read_data("a.doc", SOUND)
    assert (source.format, source.reading, source.encoding) == ("doc", "antiword", "tcvn3")
    assert source.text.startswith(
        "UBND TỈNH A CỘNG HÒA" if "CỘNG" in source.text else "UBND TỈNH A Cộng hòa xã hội chủ nghĩa Việt Nam"
    )
    assert "Số: 12/QĐ-UBND Độc lập - Tự do - Hạnh phúc" in source.text
    assert [note.code for note in source.notes] == ["D132"]


def test_catdoc_where_antiword_fails(fake: Path) -> None:
    """The last resort."""
    script(fake / "catdoc", "echo 'Số: 12/BC-SNV'")
    source = read_data("a.doc", SOUND)
    assert (source.text, source.reading) == ("Số: 12/BC-SNV\n", "catdoc")


# ---------------------------------------------------------------- the real programs
LINES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 45/BC-SNV", "Thái Nguyên, ngày 10 tháng 02 năm 2022", "BÁO CÁO",
    "Sơ kết công tác thi đua, khen thưởng năm 2021", "1. Được tặng thưởng 04 Bằng khen cho 04 cá nhân.",
    "2. Ưu điểm: ý thức của cán bộ; đề nghị khen thưởng kịp thời.",
    *["Các đơn vị thực hiện tốt nhiệm vụ được giao, không có trường hợp vi phạm."] * 60,  # antiword refuses short texts
)  # fmt: skip


def page_in(encoding: str) -> str:
    """A page whose letters are those of a font: a heading in a font of capitals, the body in another."""
    from test_encodings import encode

    plain, capitals = {"tcvn3": (".VnTime", ".VnTimeH"), "vni": ("VNI-Times", "VNI-Times"), "": ("Times New Roman",) * 2}[encoding]
    rows = []
    for line in LINES:
        upper = line.isupper()
        coded = encode(line.lower() if upper and encoding == "tcvn3" else line, encoding) if encoding else line
        coded = "".join(f"&#{ord(char)};" if ord(char) > 126 else char for char in coded)
        rows.append(f'<p><font face="{capitals if upper else plain}">{coded}</font></p>')
    return f"<html><head><meta charset='utf-8'></head><body>{''.join(rows)}</body></html>"


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """DOC files in three encodings, made by LibreOffice from pages of ours."""
    folder = tmp_path_factory.mktemp("doc")
    pages = []
    for encoding in ("tcvn3", "vni", ""):
        page = folder / f"{encoding or 'unicode'}.html"
        page.write_text(page_in(encoding), "utf-8")
        pages.append(str(page))
    job = convert.Job("pages", b"", "HTML", "html")
    arguments = [
        "--headless",
        "--norestore",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--infilter=HTML (StarWriter)",
    ]
    convert._run(job, convert.LIBREOFFICE, [*arguments, "--convert-to", "doc:MS Word 97", "--outdir", str(folder), *pages], folder)
    path = (
        folder / "tcvn3.doc"
    )  # LibreOffice writes the ư of TCVN3 as a soft hyphen, a sign of its own; Word as the letter that was typed
    path.write_bytes(re.sub(rb"\x1f\x00(?=[ -\xff]\x00)", b"\xad\x00", path.read_bytes()))
    return folder


@needs_libreoffice
@pytest.mark.parametrize("name", ["unicode", "tcvn3", "vni"])
def test_doc(documents: Path, name: str) -> None:
    """Letters, capitals of `.VnTimeH`, and the records."""
    path = documents / f"{name}.doc"
    source = read_file(path)
    assert [line for line in source.text.split("\n") if line] == list(LINES)
    assert (source.format, source.reading) == ("doc", "libreoffice")
    if name == "unicode":
        header = parse_file(path).header
        assert (header.number.text, str(header.date), header.doc_type) == ("45/BC-SNV", "2022-02-10", "Báo cáo")


@needs_libreoffice
@needs_antiword
@needs_catdoc
@pytest.mark.parametrize("tool", ["antiword", "catdoc"])
@pytest.mark.parametrize("name", ["unicode", "tcvn3", "vni"])
def test_doc_without_libreoffice(documents: Path, name: str, tool: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All words are right, but for the capitals that only a font tells."""
    (tmp_path / tool).symlink_to(shutil.which(tool) or "")
    monkeypatch.setenv("PATH", str(tmp_path))
    source = read_file(documents / f"{name}.doc")
    found = " ".join(source.text.split())
    expected = " ".join(LINES)
    assert (found.lower(), source.reading) == (expected.lower(), tool)
    if name != "tcvn3":
        assert found == expected


def rtf(line: str) -> str:
    """Letters by their numbers, with a question mark for programs that know none, and one in a code page."""
    return "".join(f"\\u{ord(char)}?" if ord(char) > 126 else char for char in line).replace("\\u227?", "\\'e3")


@needs_libreoffice
def test_rtf() -> None:
    """Unicode, a code page, and runs in a font of TCVN3."""
    fonts = "{\\fonttbl{\\f0 Times New Roman;}{\\f1 .VnTime;}{\\f2 .VnTimeH;}}"
    old = "{\\f2 b\\'b8o c\\'b8o}\\par {\\f1 khen th\\'adëng n\\'a8m}\\par ".replace("ë", "\\'eb")
    body = "".join(rtf(line) + "\\par " for line in LINES)
    data = "{\\rtf1\\ansi\\ansicpg1252" + fonts + "\\f0 " + body + old + "}"
    source = read_data("a.doc", data.encode("ascii"))
    assert [line for line in source.text.split("\n") if line] == [*LINES, "BÁO CÁO", "khen thưởng năm"]
    assert (source.format, source.reading) == ("doc", "libreoffice")


# ---------------------------------------------------------------- many files
# Stands for LibreOffice: it notes what it was started with, and does with each file what is written in it.
OFFICE = """
while [ "$1" != --outdir ]; do shift; done; out=$2; shift 2; mkdir -p "$out"
echo $# >>{log}
for file; do
  result=$out/$(basename "${{file%.*}}").docx
  if grep -q CRASH "$file"; then echo 'it crashed' >&2; exit 3; fi
  if grep -q HANG "$file"; then sleep 60; fi
  if grep -q REFUSED "$file"; then echo 'it cannot be loaded' >&2; continue; fi
  if grep -q PART "$file"; then head -c 300 {docx} >"$result"; exit 4; fi
  cp {docx} "$result"
  if grep -q LAST "$file"; then exit 5; fi
done
"""


@pytest.fixture
def office(fake: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file in which a stand-in for LibreOffice notes how many files it was given, at each start."""
    monkeypatch.setattr(convert, "LIMIT_SECONDS", 1.0)
    (fake / "empty.docx").write_bytes(make(p(r("Số: 12/BC-SNV"))))
    script(fake / "soffice", OFFICE.format(log=fake / "log", docx=fake / "empty.docx"))
    return fake / "log"


def word(what: str) -> bytes:
    """An RTF in which the stand-in for LibreOffice reads what to do."""
    return b"{\\rtf1 " + what.encode() + b"}"


@pytest.mark.parametrize(
    ("contents", "starts"),
    [
        (["a", "b", "c", "a"], [3]),
        (["a", "REFUSED", "b", "REFUSED too"], [4, 1, 1]),
        (["a", "CRASH", "b", "c"], [4, 1, 1, 2]),
        (["CRASH", "a", "b", "c"], [4, 1, 3]),
        (["a", "PART", "b", "c"], [4, 1, 1, 2]),
        (["a", "LAST", "b", "c"], [4, 1, 1, 1]),
        (["a", "CRASH", "CRASH too", "HANG", "b", "CRASH three"], [6, 1, 1, 4, 1, 3, 2, 1, 1]),
    ],
)
def test_one_bad_file_loses_no_other(office: Path, contents: list[str], starts: list[int]) -> None:
    """Text and errors are those of the files one by one, in their order; most are converted together all the same."""
    jobs = [(f"{at}.doc", word(what)) for at, what in enumerate(contents)]
    read = [say(one) for one in read_many([(name, partial(bytes, data)) for name, data in jobs])]
    given = [int(line) for line in office.read_text().split()]
    assert read == [say(outcome(name, data)) for name, data in jobs]
    assert given == starts


def outcome(name: str, data: bytes) -> SourceText | UnreadableFile:
    """What is read, or the error."""
    try:
        return read_data(name, data)
    except UnreadableFile as error:
        return error


def say(read: SourceText | UnreadableFile) -> str:
    """All that a reading says."""
    return str(read) if isinstance(read, UnreadableFile) else repr((read.path, read.text, read.format, read.reading, read.notes))


@needs_libreoffice
def test_many_files_are_read_as_one_by_one(documents: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Formats of every kind, a file that is missing and one that is damaged: the records are the same bytes."""
    (tmp_path / "cut.doc").write_bytes((documents / "unicode.doc").read_bytes()[:5000])
    (tmp_path / "bytes.rtf").write_bytes(b"{\\rtf1" + bytes(range(256)) * 40 + b"}")
    (tmp_path / "plain.txt").write_text("Số: 12/BC-SNV")
    names = [documents / "tcvn3.doc", tmp_path / "no.doc", tmp_path / "cut.doc", documents / "unicode.doc"]
    names += [tmp_path / "bytes.rtf", tmp_path / "plain.txt", documents / "vni.doc", documents / "unicode.doc"]
    one_by_one = [said(outcome) for outcome in map(alone, names)]
    assert [said(read) for read in parse_files(names)] == one_by_one
    assert cli.app(["parse", *map(str, names), "--format", "jsonl"], standalone_mode=False) == 1
    out = capsys.readouterr()
    assert out.out.splitlines() == [line for line in one_by_one if line.startswith("{")]


def alone(path: Path) -> Report | UnreadableFile:
    """The report of a file, or the error."""
    try:
        return parse_file(path)
    except UnreadableFile as error:
        return error


def said(read: Report | UnreadableFile) -> str:
    """The records, or the error."""
    return str(read) if isinstance(read, UnreadableFile) else read.model_dump_json()

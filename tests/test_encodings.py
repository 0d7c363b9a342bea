"""Letters of the old encodings: each row of the table, the capitals that TCVN3 has no code for, and when to leave a text alone."""

from __future__ import annotations

import random
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnreport_parse.encodings import UNDECIDED, decode_block, decode_blocks, decode_run, decode_text
from vnreport_parse.legacy import DECODERS, codes, font_encoding, letters, tcvn3, tcvn3_capitals, windows
from vnreport_parse.readers import read_data
from vnreport_parse.syllables import is_syllable, share_of_syllables, words_of

CORPUS = [
    unicodedata.normalize("NFC", path.read_text("utf-8"))
    for path in sorted((Path(__file__).parent.parent / "corpus").glob("*.txt"))
]
SENTENCES = [line.strip() for text in CORPUS for line in text.split("\n") if len(line) > 90 and "|" not in line]
TONES = "\u0300\u0301\u0303\u0309\u0323"
AS_WINDOWS = {ord(code): chr(char) for char, code in windows().items()}
VIQR = {"\u0302": "^", "\u0306": "(", "\u031b": "+", "\u0301": "'", "\u0300": "`", "\u0309": "?", "\u0303": "~", "\u0323": "."}


# ---------------------------------------------------------------- the way there, for tests alone
def encode(text: str, encoding: str) -> str:
    """The text as a program that takes each byte for a character of Windows-1252 shows it."""
    if encoding == "utf-8-as-cp1252":
        return text.encode().decode("latin-1").translate(AS_WINDOWS)
    if encoding == "windows-1258":
        return "".join(map(_to_1258, text))
    if encoding == "viqr":
        return "".join(map(_to_viqr, text.replace("đ", "dd").replace("Đ", "DD")))
    table = {row["letter"]: bytes.fromhex(row[encoding]).decode("latin-1") for row in letters()}
    return "".join(table.get(char, char) for char in text).translate(AS_WINDOWS)


def _to_1258(char: str) -> str:
    plain = unicodedata.normalize("NFD", char)
    tone = next((mark for mark in plain if mark in TONES), "")
    written = unicodedata.normalize("NFC", plain.replace(tone, "")) + tone if tone else char
    try:
        return written.encode("cp1258").decode("latin-1").translate(AS_WINDOWS)
    except UnicodeEncodeError:
        return char


def _to_viqr(char: str) -> str:
    plain, *marks = unicodedata.normalize("NFD", char) or char
    return plain + "".join(VIQR.get(mark, mark) for mark in sorted(marks, key=lambda mark: mark in TONES))


# ---------------------------------------------------------------- the table
@pytest.mark.parametrize("row", letters(), ids=lambda row: row["letter"])
def test_every_letter_comes_back(row: dict[str, str]) -> None:
    """Each letter of each encoding; a code of both cases gives the small letter, and the capital among capitals."""
    letter = row["letter"]
    for encoding in ("vni", "viscii", "vps", "tcvn3", "windows-1258", "utf-8-as-cp1252", "viqr"):
        word = f"V{letter}N" if letter.isupper() else f"v{letter}n"
        assert DECODERS[encoding](encode(word, encoding)) == word, encoding
    assert tcvn3(encode(letter, "tcvn3")) == (letter if letter in "ĂÂÊÔƠƯĐ" else letter.lower())
    assert tcvn3_capitals(encode(letter, "tcvn3")) == letter.upper()
    assert tcvn3(f"KH{encode(letter.upper(), 'tcvn3')}NG") == f"KH{letter.upper()}NG"


def test_the_table_is_whole() -> None:
    """134 letters, each once; 74 codes of TCVN3, and no two letters on one code but the two cases of one."""
    rows = letters()
    assert len({row["letter"] for row in rows}) == len(rows) == 134
    assert len(codes("tcvn3")) == 74
    for encoding in ("tcvn3", "vni", "viscii", "vps"):
        by_code: dict[str, set[str]] = {}
        for row in rows:
            by_code.setdefault(row[encoding], set()).add(row["letter"].lower())
        assert all(len(of_code) == 1 for of_code in by_code.values()), encoding


# ---------------------------------------------------------------- TCVN3 and its capitals
CAPITALS = [
    ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("Bé Tµi chÝnh", "Bộ Tài chính"),  # one capital at the beginning says nothing of the rest
    ("Bé TµI CHÝNH", "BỘ TÀI CHÍNH"),
    ("§¹i häc ë Hµ Néi", "Đại học ở Hà Nội"),  # `ë` has no plain letter: its neighbours tell
    ("N¥I ë", "NƠI Ở"),
    ("N¬i nhËn: TM. ñY BAN NH¢N D¢N", "Nơi nhận: TM. ỦY BAN NHÂN DÂN"),  # no small letter stands before a capital
    ("Chñ tÞch ñy ban nh©n d©n", "Chủ tịch Ủy ban nhân dân"),
    ("UBND tØnh, H§ND huyÖn", "UBND tỉnh, HĐND huyện"),
    ("khen th\u00adëng", "khen thưởng"),  # the byte AD is ư, no soft hyphen
    ("khen th\u2212ëng, b\u03bco c\u00b8o", "khen thưởng, bào cáo"),  # glyph names: minus for AD, Greek mu for B5
    ("QuyÕt ®Þnh sè 12/Q§-UBND", "Quyết định số 12/QĐ-UBND"),
]


@pytest.mark.parametrize(("coded", "expected"), CAPITALS)
def test_capitals_of_tcvn3(coded: str, expected: str) -> None:
    """Toned letters have one code for both cases: the letters around them decide."""
    assert tcvn3(coded) == expected


def test_sentences_begin_with_capitals() -> None:
    """`ñy ban` is typed for `Ủy ban`: there is no code for Ủ."""
    assert decode_block("ñy ban nh©n d©n tØnh b¸o c¸o.").text == "Ủy ban nhân dân tỉnh báo cáo."
    assert decode_block("Theo ®Ò nghÞ cña ñy ban nh©n d©n tØnh").text == "Theo đề nghị của Ủy ban nhân dân tỉnh"
    wrapped = ["C¸c ®¬n vÞ thùc hiÖn nhiÖm vô cña", "ñy nhiÖm trong n¨m häc võa qua."]
    assert [decoding.text for decoding in decode_blocks(wrapped)][1].startswith("ủy nhiệm")


FONTS = [
    (".VnTime", "c«ng t¸c", "công tác"),
    (".VnTimeH", "céng hßa", "CỘNG HÒA"),  # its small letters are drawn as capitals
    (".VnArial NarrowH", "Bé", "BỘ"),
    ("ABCDEF+.VnTime,Bold", "c«ng t¸c", "công tác"),  # as a PDF names it
    ("/ABCDEF+.VnTimeH-Bold", "bé", "BỘ"),
    ("'.VnTime'", "c«ng t¸c", "công tác"),  # as a style sheet names it
    (".VnTime", "\uf063\uf0abng", "công"),  # a font that says it is a symbol font
    ("VNI-Times", "coâng taùc ñua", "công tác đua"),
    ("VNI-Times;Times New Roman", "BAÙO CAùO", "BÁO CÁO"),
    ("VNI-Helve-Condense", "thöôûng", "thưởng"),
    ("Times New Roman", "c«ng t¸c", "c«ng t¸c"),
    ("Vintage", "µ", "µ"),
    (".VnTime", "Cộng hòa xã hội", "Cộng hòa xã hội"),  # Unicode typed in an old font
    ("VNI-Times", "được có", "được có"),
    ("", "c«ng", "c«ng"),
]


@pytest.mark.parametrize(("font", "coded", "expected"), FONTS)
def test_runs_by_font(font: str, coded: str, expected: str) -> None:
    """The name of the font says how to read a run; a run that is Unicode already stays."""
    assert decode_run(coded, font) == expected
    assert decode_block(coded, font).text == expected or font_encoding(font) is None


# ---------------------------------------------------------------- by the text alone
DETECTED = [
    ("tcvn3", "S¬ kÕt c«ng t¸c thi ®ua, khen th\u00adëng", "Sơ kết công tác thi đua, khen thưởng"),
    ("tcvn3", "Uû ban nh©n d©n", "Uỷ ban nhân dân"),
    ("vni", "Sô keát coâng taùc thi ñua, khen thöôûng", "Sơ kết công tác thi đua, khen thưởng"),
    ("windows-1258", "Côòng hoÌa xaÞ hôòi chuÒ nghiÞa Viêòt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ("viscii", "Cµng hòa xã hµi chü nghîa Vi®t Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ("viqr", "Co^.ng ho`a xa~ ho^.i chu? nghi~a Vie^.t Nam.", "Cộng hòa xã hội chủ nghĩa Việt Nam."),
    ("viqr", "I. Ke^'t qua?: dda.t 5\\.000 ddo^`ng", "I. Kết quả: đạt 5.000 đồng"),
    ("utf-8-as-cp1252", "thi Ä‘ua, khen thÆ°á»Ÿng", "thi đua, khen thưởng"),
    ("utf-8-as-cp1252", encode(encode("Việc khen thưởng", "utf-8-as-cp1252"), "utf-8-as-cp1252"), "Việc khen thưởng"),
    ("utf-8-as-cp1252", "Sá»‘: 12/QÄ\x90-UBND ngÃ\xa0y", "Số: 12/QĐ-UBND ngày"),
    ("utf-8-as-cp1252", "ngÃ y thÃ¡ng, cá»§a", "ngày tháng, của"),  # its no-break space was made a blank
]


@pytest.mark.parametrize(("encoding", "coded", "expected"), DETECTED)
def test_detection(encoding: str, coded: str, expected: str) -> None:
    """Lines of a few words are told."""
    decoding = decode_block(coded)
    assert (decoding.encoding, decoding.text) == (encoding, expected)
    assert decoding.confidence > UNDECIDED


UNTOUCHED = [
    "Cộng hòa xã hội chủ nghĩa Việt Nam",
    "Số: 12/QĐ-UBND, ngày 5/2/2024; Điều 1. Tặng Bằng khen cho 04 cá nhân",
    "BÁO CÁO", "CÁN BỘ XÃ” và “BÍ THƯ XÃ”", "có và là đó", "« Thi đua »", "10 °C ± 2 µm, § 5, © 2020 ®", "· một · hai · ba",
    "Dear Sir, the total was £12·50 — 50% more than in 2019",
    "Déjà vu, né à l'été dernier ; où est-ce que la fête a été célébrée, garçon ?",
    "El niño y la niña, el año pasado, en España: ¿qué pasó?",
    "Über die Straße führt schön Ärger, für größere Mäßigung",
    "São Paulo não é a região, ações e relatórios às três",
    "What is this? It's a dog. Is it? No. (see below) e.g. a+b, x^2 + y^2",
    "1.234.567 | 12,5 % | 2019-2024", "", " \n", "\u00ad", "UBND",
    unicodedata.normalize("NFD", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    "Nguyễn Văn Ký, Đặng Thị Hà, Võ Trí; Trần Đức Minh",
]  # fmt: skip


@pytest.mark.parametrize("text", UNTOUCHED)
def test_good_text_stays(text: str) -> None:
    """Unicode, other languages, numbers and signs are no old encoding."""
    decoding = decode_block(text)
    assert (decoding.text, decoding.encoding) == (text, None)
    assert decode_text(text).text == text


@given(st.lists(st.sampled_from(sorted({word for text in CORPUS for word in text.split()})), max_size=12), st.booleans())
def test_law_unicode_stays(words: list[str], upper: bool) -> None:
    """No line of Vietnamese words in Unicode is changed, in either case."""
    text = " ".join(words)
    text = text.upper() if upper else text
    assert decode_block(text).text == decode_text(text).text == text


@given(st.text())
def test_law_any_text(text: str) -> None:
    """Any text is decoded without failing, and lines stay lines."""
    assert decode_block(text).text.count("\n") == text.count("\n")
    assert decode_text(text).text.count("\n") == text.count("\n")


LONG = ("tcvn3", "vni", "viscii", "vps", "windows-1258", "utf-8-as-cp1252", "viqr")


@pytest.mark.parametrize("encoding", LONG)
def test_windows_of_running_text(encoding: str) -> None:
    """Sixty characters of running text, in either case, are told at least 97 times in 100, and nothing else is made of them."""
    draw = random.Random(7)
    told = 0
    for at in range(200):
        sentence = draw.choice(SENTENCES)
        start = draw.randrange(0, len(sentence) - 60)
        window = sentence[start : start + 60].partition(" ")[2].rpartition(" ")[0]
        decoding = decode_block(encode(window.upper() if at % 2 else window, encoding))
        assert decoding.encoding in (encoding, None), window
        told += decoding.encoding == encoding
    assert told >= 194


@pytest.mark.parametrize("encoding", LONG)
def test_whole_reports_come_back(encoding: str) -> None:
    """At least 995 of 1,000 words of the corpus are right, capitals and all."""
    right = total = 0
    for text in CORPUS:
        plain = text.translate(str.maketrans("“”‘’…–—", "\"\"''.--"))
        decoding = decode_text(encode(plain, encoding))
        assert decoding.encoding == encoding
        assert decoding.confidence > 0.9
        expected, found = plain.split(), decoding.text.split()
        assert len(expected) == len(found)
        right += sum(map(str.__eq__, expected, found))
        total += len(expected)
    assert right / total >= (0.99 if encoding == "viqr" else 0.995), f"{right / total:.4f}"


# ---------------------------------------------------------------- blocks beside each other
def test_short_blocks_follow_their_neighbours() -> None:
    """`Sè:` alone might be anything; between lines of TCVN3 it is `Số:`."""
    assert decode_block("Sè: 12").text == "Sè: 12"
    lines = ["Céng hßa x· héi chñ nghÜa ViÖt Nam", "Sè: 12", "B¸o c¸o s¬ kÕt c«ng t¸c thi ®ua", "Q§-UBND"]
    assert [decoding.text for decoding in decode_blocks(lines)] == [
        "Cộng hòa xã hội chủ nghĩa Việt Nam",
        "Số: 12",
        "Báo cáo sơ kết công tác thi đua",
        "QĐ-UBND",
    ]


def test_mixed_text() -> None:
    """A table in TCVN3 inside a text in Unicode, and the other way round."""
    before, after = "Báo cáo kết quả thi đua, khen thưởng\n", "Số lượng: 12 tập thể\nGarçon, où est-il ?\n"
    decoding = decode_text(f"{before}Danh hiÖu thi ®ua vµ h×nh thøc khen th\u00adëng\n{after}")
    assert decoding.text == f"{before}Danh hiệu thi đua và hình thức khen thưởng\n{after}"
    assert decoding.encoding == "tcvn3"


def test_undecided_is_said() -> None:
    """What looks like an old encoding and gives no clear reading stays, with a remark that points at it."""
    line = "B¸o c¸o: t×nh h×nh xqwé zzµt kkßp ffñr wwëq jjÖd thùc hiÖn"
    decoding = decode_block(line)
    assert (decoding.text, decoding.encoding) == (line, None)
    assert decoding.confidence < UNDECIDED
    source = read_data("a.txt", f"Số: 12\n{line}\n".encode())
    (note,) = source.notes
    assert note.code == "D131"
    assert note.span.of(source.text) == line


# ---------------------------------------------------------------- text files
REPORT = "Số: 12/BC-SNV\nBáo cáo sơ kết công tác thi đua, khen thưởng sáu tháng đầu năm\nĐề nghị tặng Bằng khen cho 04 cá nhân.\n"


@pytest.mark.parametrize("encoding", LONG)
def test_text_files(encoding: str) -> None:
    """Bytes of an old encoding, and the same letters saved as UTF-8, are read; the source says how."""
    coded = encode(REPORT, encoding)
    source = read_data("a.txt", coded.encode())
    assert (source.text, source.encoding) == (REPORT, encoding)
    data = "".join(map(_byte, coded)).encode("latin-1")
    source = read_data("a.txt", data)
    if encoding == "utf-8-as-cp1252":  # those bytes are UTF-8
        assert (source.text, source.encoding, source.confidence) == (REPORT, "utf-8", None)
    else:
        assert (source.text, source.encoding) == (REPORT, encoding)
        assert 0.9 < source.confidence <= 1


def _byte(char: str) -> str:
    return char.encode("cp1252", "ignore").decode("latin-1") or char


def test_utf8_with_a_broken_letter() -> None:
    """One broken byte does not make a file unreadable."""
    data = REPORT.encode() + b"\xe1\xbb"
    assert read_data("a.txt", data).text.startswith(REPORT.rstrip())


# ---------------------------------------------------------------- syllables
SYLLABLES = (
    "thưởng nghiêng quyết giếng gì gìn uỷ ủy hoà hòa khuyến nguyễn ngoằn quốc quận yêu ý ở ai kỳ ghi nghĩ Đắk Lắk Kạn họat THƯỞNG"
)
NO_SYLLABLES = "thuongf xqz ngi kông2 cị cac hoạć bàà việtt Vitệ ce kan1 gêm ngê qan pht the\u0300m"


@pytest.mark.parametrize("word", SYLLABLES.split())
def test_syllables(word: str) -> None:
    """Onset, rime, tone; both ways to place the tone."""
    assert is_syllable(word)


@pytest.mark.parametrize("word", NO_SYLLABLES.split())
def test_no_syllables(word: str) -> None:
    """A tone that a rime cannot have, two tones, an onset before the wrong vowel."""
    assert not is_syllable(word)


def test_shares() -> None:
    """Abbreviations, single letters and numerals are not judged."""
    assert words_of("GDĐT xã A, năm 2024, mục VII") == ["xã", "năm", "mục"]
    assert share_of_syllables("Báo cáo của GDĐT") == 1.0
    assert share_of_syllables("§Ò nghÞ 123") < 0.5
    assert share_of_syllables("") == share_of_syllables("123") == 0.0
    assert min(map(share_of_syllables, CORPUS)) > 0.98

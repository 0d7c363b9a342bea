"""Which unit each report is of: names that differ only in writing are one unit, names that may be two units stay two.

The user's file of corrections has the last word; what was made of each printed name is told in `Audit.units`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from .corrections import Corrections
from .facts import Facts
from .records import UnitName
from .unit_names import Place, UnitKey, is_short, spelled_out, unit_key, words_of

How = Literal["same", "spelling", "corrected"]


class Assigned(NamedTuple):
    """The unit of each report by its name, and how each printed name was taken."""

    units: Mapping[str, str]
    names: tuple[UnitName, ...]


def printed_name(facts: Facts) -> str | None:
    """The unit as the letterhead prints it, the superior first: `UBND HUYỆN HẢI LĂNG / PHÒNG NỘI VỤ`."""
    return " / ".join(filter(None, (facts.parent_organ, facts.issuer))) if facts.issuer else None


def assign_units(reports: Sequence[Facts], corrections: Corrections) -> Assigned:
    """The unit of every report that names one, or for which the user's file does."""
    keys = {facts.name: unit_key(facts.issuer, facts.parent_organ, facts.place) for facts in reports if facts.issuer}
    keys = _resolved(keys)
    shown = _display({facts.name: facts for facts in reports}, keys)
    spelled = {words_of(name): name for name in sorted(shown.values(), reverse=True)}
    units: dict[str, str] = {}
    told: dict[tuple[str, str, How], list[str]] = defaultdict(list)
    for facts in reports:
        printed = printed_name(facts)
        wanted = corrections.unit(facts.name, (printed, facts.issuer))
        if wanted is not None:
            unit = spelled.get(words_of(wanted), wanted)
        elif facts.name in keys:
            unit = shown[keys[facts.name]]
        else:
            continue
        units[facts.name] = unit
        how: How = "corrected" if wanted is not None else "same" if printed == unit else "spelling"
        told[printed or "", unit, how].append(facts.name)
    names = (
        UnitName(printed=printed, unit=unit, how=how, reports=tuple(sorted(paths)))
        for (printed, unit, how), paths in sorted(told.items(), key=lambda row: (row[0][1], row[0]))
    )
    return Assigned(units, tuple(names))


def _resolved(keys: Mapping[str, UnitKey]) -> dict[str, UnitKey]:
    """A place of unknown level (`Phòng Nội vụ`, Hải Lăng) gets the level under which alone units of that name have it."""
    levels: dict[tuple[object, str], set[str]] = defaultdict(set)
    for key in keys.values():
        for place in key.places:
            if place.level != "?":
                levels[key.words, place.name].add(place.level)

    def certain(key: UnitKey, place: Place) -> Place:
        known = levels.get((key.words, place.name), set())
        return Place(next(iter(known)), place.name) if place.level == "?" and len(known) == 1 else place

    return {name: key._replace(places=tuple(certain(key, place) for place in key.places)) for name, key in keys.items()}


def _display(reports: Mapping[str, Facts], keys: Mapping[str, UnitKey]) -> dict[UnitKey, str]:
    """The name to show for each unit: the fullest of those printed, and where it is, as far as that does not say."""
    members: dict[UnitKey, list[Facts]] = defaultdict(list)
    for name, key in keys.items():
        members[key].append(reports[name])
    shown: dict[UnitKey, str] = {}
    used: set[str] = set()
    for key in sorted(members):
        best = min(members[key], key=_plainness)
        name = _with_places(best, key)
        number = 2
        while name in used:
            name, number = f"{_with_places(best, key)} ({number})", number + 1
        used.add(name)
        shown[key] = name
    return shown


def _plainness(facts: Facts) -> tuple[bool, bool, int, str, str]:
    """Full names before capitals and abbreviations, then a fixed order."""
    name = facts.issuer or ""
    return name == name.upper(), "&" in name, -len(name), name, facts.parent_organ or ""


def _with_places(facts: Facts, key: UnitKey) -> str:
    printed = facts.issuer or ""
    plain = _plainness(facts)[:2] == (False, False)
    name = printed if plain else spelled_out().get(key.words) or readable(printed)
    if key.under and facts.parent_organ:
        return f"{name}, {readable(facts.parent_organ)}"
    said = " ".join(words_of(name))
    for number, place in enumerate(key.places):
        if place.name in said:
            continue
        where = place.name.title()
        if place.level == "?":
            name += f" ({where})"
        else:
            name += f"{',' if number else ''} {place.level or 'tỉnh'} {where}" if place.name not in _CITIES else f" {where}"
    return name


def readable(name: str) -> str:
    """A name printed in capitals as a sentence would write it, as far as that can be known: `Đảng bộ tỉnh Lạng Sơn`."""
    if name != name.upper() or not any(map(str.islower, name.lower())):
        return name
    words = name.split()
    shown: list[str] = []
    named = False
    for at, word in enumerate(words):
        low = word.lower()
        level = at > 0 and (low in _LEVEL_WORDS or " ".join(words[at - 1 : at + 1]).lower() in _LEVEL_WORDS)
        if is_short(word):
            shown.append(word)
        elif named and not level:
            shown.append(low.capitalize())
        else:
            shown.append(low.capitalize() if at == 0 or (at == 1 and words[0].lower() in _FIELD_HEADS) else low)
            named = named or level
    return " ".join(shown)


_LEVEL_WORDS = frozenset({"tỉnh", "huyện", "quận", "xã", "phường", "thành phố", "thị xã", "thị trấn", "đặc khu"})
_FIELD_HEADS = frozenset({"sở", "phòng", "bộ", "ban", "cục", "trường", "bệnh"})
_CITIES = frozenset({"hà nội", "hồ chí minh", "đà nẵng", "hải phòng", "cần thơ"})


class Expected(NamedTuple):
    """A unit of the user's list: as it stands there, and the unit of the audit that it is, null where none is."""

    name: str
    unit: str | None


def find_expected(names: Iterable[str], units: Iterable[str]) -> list[Expected]:
    """Each expected unit with the one of the audit that it names.

    `Sở Nội vụ` in the list of a province is `Sở Nội vụ tỉnh Lam Khê` when only one unit of the audit is called so.
    """
    known = sorted(set(units))
    by_key: dict[UnitKey, list[str]] = defaultdict(list)
    by_words: dict[object, list[str]] = defaultdict(list)
    by_spelling: dict[object, list[str]] = defaultdict(list)
    for unit in known:
        key = unit_key(unit)
        by_key[key].append(unit)
        by_words[key.words].append(unit)
        by_spelling[words_of(unit)].append(unit)
    found: list[Expected] = []
    for name in names:
        key = unit_key(name)
        hits = by_spelling[words_of(name)] or by_key[key] or (by_words[key.words] if not key.places else [])
        found.append(Expected(name, hits[0] if len(hits) == 1 else None))
    return found

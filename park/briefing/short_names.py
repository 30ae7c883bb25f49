"""Names short enough to stand beside a bar, so that the bars keep their room."""

from __future__ import annotations

BESIDE = 22  # wide characters beside a level bar
UNDER = 20  # under a column, where they wrap
NARROW = 12  # under many columns, or columns with a tick


def shortened_names(names: list[str], most: int) -> list[str]:
    """The names, those longer than so many wide characters cut in their middle; whole where two would become one."""
    cut = [_cut(name, most) for name in names]
    return cut if len(set(cut)) == len(set(names)) else names


def width(text: str) -> float:
    """Its width in wide characters."""
    return sum(1 if ord(ch) >= 0x2E80 else 0.5 for ch in text)


def _cut(name: str, most: int) -> str:
    """A name's beginning and end, which tell sister names apart: 省级经济技术…第9片区."""
    if width(name) <= most:
        return name
    head, tail = 0, len(name)
    while width(name[:head]) < most / 2 - 1:
        head += 1
    while width(name[tail:]) < most / 2 - 1:
        tail -= 1
    if _inside_word(name, head) and " " in name[:head]:
        head = name[:head].rindex(" ")
    if _inside_word(name, tail) and " " in name[tail:]:
        tail = name.index(" ", tail)
    return f"{name[:head].rstrip()}…{name[tail:].lstrip()}"


def _inside_word(name: str, at: int) -> bool:
    """Whether a place lies between two Latin letters."""
    return name[at - 1 : at + 1].isascii() and name[at - 1 : at + 1].isalpha()

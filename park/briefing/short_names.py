"""Names short enough to stand beside a bar, so that the bars keep their room."""

from __future__ import annotations

BESIDE = 22  # wide characters beside a level bar
UNDER = 20  # under a column, where they wrap
NARROW = 12  # under many columns, or columns with a tick


MORE = 12  # wide characters that a cut may grow by until the names differ


def shortened_names(names: list[str], most: float) -> list[str]:
    """The names, those longer than so many wide characters cut in their middle, later where two would become one; whole where none helps."""
    for more in range(MORE):
        cut = [_cut(name, most + more) for name in names]
        if len(set(cut)) == len(set(names)):
            return cut
    return names


def width(text: str) -> float:
    """Its width in wide characters."""
    return sum(1 if ord(ch) >= 0x2E80 else 0.5 for ch in text)


def _cut(name: str, most: float) -> str:
    """A name's beginning and end, which tell sister names apart: 省级经济技术…第9片区."""
    if width(name) <= most:
        return name
    head, tail = 0, len(name)
    while width(name[:head]) < most / 2 - 1:
        head += 1
    while width(name[tail:]) < most / 2 - 1:
        tail -= 1
    if _inside_word(name, head):
        head = name[:head].rindex(" ") if " " in name[:head] else _end_of_word(name, head)
    if _inside_word(name, tail) and " " in name[tail:]:
        tail = name.index(" ", tail)
    if head >= tail:
        return name
    return f"{name[:head].rstrip()}…{name[tail:].lstrip()}"


def _inside_word(name: str, at: int) -> bool:
    """Whether a place lies between two Latin letters."""
    return name[at - 1 : at + 1].isascii() and name[at - 1 : at + 1].isalpha()


def _end_of_word(name: str, at: int) -> int:
    """Where the first word ends, which is kept whole unless it is very long."""
    end = name.find(" ", at)
    return end if 0 < end <= at + 4 else at

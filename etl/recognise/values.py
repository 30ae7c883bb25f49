"""Columns that grow: whole arrays of long tables, and single values of all others."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa


class Values:
    """A column of one kind. Single values go behind the last array; only those can be changed."""

    __slots__ = ("kind", "_arrays", "_before", "_ones")

    def __init__(self, kind: pa.DataType):
        self.kind = kind
        self._arrays: list[pa.Array] = []
        self._before = 0  # values in the arrays
        self._ones: list[object] = []

    def append(self, value: object) -> None:
        """One more value, None for none."""
        self._ones.append(value)

    def extend(self, values: pa.Array) -> None:
        """Many more values, of the column's kind."""
        if self._ones:
            self._arrays.append(pa.array(self._ones, self.kind))
            self._ones = []
        self._arrays.append(values)
        self._before = sum(map(len, self._arrays))

    def array(self) -> pa.Array:
        """All values."""
        ones = [pa.array(self._ones, self.kind)] if self._ones or not self._arrays else []
        arrays = [*self._arrays, *ones]
        return arrays[0] if len(arrays) == 1 else pa.concat_arrays(arrays)

    def __len__(self) -> int:
        return self._before + len(self._ones)

    def __getitem__(self, place: int) -> object:
        if place >= self._before:
            return self._ones[place - self._before]
        for values in self._arrays:
            if place < len(values):
                return values[place].as_py()
            place -= len(values)
        raise IndexError(place)

    def __setitem__(self, place: int, value: object) -> None:
        if place < self._before:
            raise IndexError(place)
        self._ones[place - self._before] = value

    def __iter__(self) -> Iterator[object]:
        for values in self._arrays:
            yield from values.to_pylist()
        yield from self._ones

"""What the grammar remembers while it goes through a sentence: clause, pending indicator, names, drafts."""

from __future__ import annotations

from dataclasses import dataclass, field

from .frame import Frame, Stretch
from .model import Amount, Sentence, Token, Unread
from .turns import Turn


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose figure it is; all empty means the park."""

    area: str = ""
    cluster: str = ""
    firm: str = ""


@dataclass
class Draft:
    """A figure in the making; places are those of the sentence's plain form. main: a growth that follows may be its own;
    deadline: its time ends with the day by which it is to be done; dated: its year is written in its line."""

    sentence: Sentence
    start: int
    end: int
    code: str
    amount: Amount | None
    measure: str
    period: Stretch | None
    subject: Subject
    rule: str
    comparator: str = "="
    yoy: float | None = None
    doubt: str = ""
    main: bool = True
    growth_at: tuple[int, int] | None = None
    deadline: bool = False
    dated: bool = False


@dataclass
class Clause:
    """What has been said since the last comma."""

    words: list[str] = field(default_factory=list)
    growth: int | None = None
    growth_start: int = 0
    base: object = None
    share: bool = False
    difference: bool = False
    each: bool = False
    due: bool = False
    completion: bool = False
    reach: bool = False
    verb: bool = False
    secure: bool = False
    strive: bool = False
    outside: str = ""
    start_level: bool = False
    firms_first: bool = False


@dataclass
class Reading:
    """State that lives through a document: carried subject, the indicator that 其中 in the next sentence means.

    of_which_subject: the subject was named behind 其中, for its sentence alone; heading_subject: by a heading, for its section (the rank of the heading, 0 for none);
    one_indicator: last_code is the only one of the sentence before; after_semicolon: and it ended with a semicolon; colon_subject: by a line that holds nothing else but the name and a colon; old_subject: such a line stands above;
    outer: the city or county whose figures were left, until another is named; outer_ended: a full stop stands between; since: the line says until when, but not since when;
    vague_subject: several names, or a name that was only an object, stand before in this line;
    before: the plain form of the sentence before; runs_on: it ended with a semicolon or comma, its line perhaps too; listed: the names of the last list; listed_at: the number of its sentence; told: how many drafts there were at the last full stop; turns: where the text turns from review to plan, by sentence; topic: the indicator that a line begins with, alone before a full stop; named: the last subject of each kind (area, cluster, firm), named_at: the number of its sentence.
    """

    frame: Frame
    subject: Subject = Subject()
    unknown_subject: str = ""
    outer: str = ""
    outer_ended: bool = False
    since: bool = False
    of_which_subject: bool = False
    heading_subject: int = 0
    old_subject: bool = False
    colon_subject: bool = False
    vague_subject: bool = False
    last_code: str = ""
    before: str = ""
    runs_on: bool = False
    after_semicolon: bool = False
    one_indicator: bool = False
    listed: tuple[Subject, ...] = ()
    named: dict[str, Subject] = field(default_factory=dict)
    named_at: dict[str, int] = field(default_factory=dict)
    listed_at: int = 0
    topic: str = ""
    told: int = 0
    turns: dict[int, Turn] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


@dataclass
class Line:
    """State of one sentence. pending: indicators that wait for figures; group: the figures of the last list; grown: a growth without its figure; consumed: place of a name whose
    figure stood before it; deadline_at: place of a time that was the deadline of a figure before it; used: they have had one; aside: period and excursion before the time named last;
    outer_leads: the city or county that begins a clause; outer_opens: it begins the sentence; outer_code: the indicator of a figure of the county or city, of which the park's may follow; trailing: the frame, and the number of drafts, before a time that followed a figure of the sentence; return_to: the year of a target whose parts of the year followed; bracket: the frame, and the number of drafts, before the bracket that opened last; stranger: an unknown name whose figure was left;
    object_of: whose figures these were before a name that is only an object (协助东区引进…); before_names: whose before the names listed last;
    firm_spoken: a firm was named, but not as whose figures these are; blocked: unknown words since."""

    sentence: Sentence
    tokens: list[Token]
    pending: list[str] = field(default_factory=list)
    pending_at: int = -1
    consumed: int = -1
    deadline_at: int = -1
    used: bool = False
    blocked: str = ""
    gap: bool = False
    names: list[Subject] = field(default_factory=list)
    fresh_name: bool = False
    fresh_period: bool = False
    same_period: bool = False
    aside: tuple = (None, "")
    return_to: Stretch | None = None
    bracket: tuple | None = None
    trailing: tuple | None = None
    outer_code: str = ""
    outer_leads: str = ""
    outer_opens: bool = False
    respectively: bool = False
    of_which: bool = False
    secured: bool = False
    strived: bool = False
    outer: tuple | None = None
    around: Subject = Subject()
    object_of: Subject | None = None
    before_names: Subject = Subject()
    firm_spoken: bool = False
    condition: bool = False
    periods: list[Stretch] = field(default_factory=list)
    last: list[Draft] = field(default_factory=list)
    group: list[Draft] = field(default_factory=list)
    grown: Draft | None = None
    unknown: str = ""
    stranger: str = ""
    listed: int = 0
    clause: Clause = field(default_factory=Clause)

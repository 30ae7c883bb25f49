-- one row per reported growth whose base, the same figure a year earlier, stands in the file; the base of the same table first
with based as (
    select distinct on (now.id)
        now.id, before.id as base_id, now.tab, now.col, now.yoy, 100 * (now.v / before.v - 1) as computed,
        0.05 + 100 * (now.half / before.v + abs(now.v) * before.half / (before.v * before.v)) as rounding
    from figure as now
    join figure as before
        on before.series = now.series and before.first = now.first - 12 and before.last = now.last - 12 and before.basis = now.basis
        and before.measure = 'actual' and now.measure in ('actual', 'target', 'forecast')
    where now.yoy is not null and now.kind <> 'ratio' and now.comparable and before.v > 0 and before.comparator = '=' and now.comparator = '='
        and now.basis <> 'span'
    order by now.id, before.tab = now.tab desc, before.own
)
select id, base_id, tab, col, yoy, computed, abs(yoy - computed) <= greatest($points, 1.0001 * rounding) as follows
from based
order by id

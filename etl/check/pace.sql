-- one row per stated pace of a flow with what follows from its figures and months / 12, the nearest of the readings that are in use
with measured as (
    select
        stated.cell, stated.value, stated.actual, stated.target, actual.tab, actual.v, actual.unit, target.v as due,
        100 * actual.v / target.v as rate, 100 * (actual.last % 12 + 1) / 12 as months,
        greatest(stated.half, 0.05) + 100 * (actual.half / target.v + abs(actual.v) * target.half / (target.v * target.v)) as rounding
    from stated
    join figure as actual on actual.id = stated.actual
    join figure as target on target.id = stated.target
    where stated.pace and target.v > 0 and actual.kind = 'flow' and actual.basis in ('ytd', 'year')
),
computed as (
    select
        *,
        unnest([
            rate - months, months - rate, months, months / 100, (rate - months) / 100, 100 * rate / months, rate / months, rate - 100, 100 - rate,
            (v - due * months / 100) / unit, (due * months / 100 - v) / unit, (due - v) / unit, (v - due) / unit
        ]) as reading
    from measured
)
select cell, actual, target, tab, value, rate - months, min(abs(value - reading)) <= 1.0001 * max(rounding) as follows
from computed
group by cell, actual, target, tab, value, rate, months
order by actual

-- one row per stated completion rate with what follows from its figures, the nearest of the readings that are in use
with computed as (
    select
        stated.cell, stated.value, stated.actual, stated.target, actual.tab, actual.col,
        100 * actual.v / target.v as rate,
        unnest([
            100 * actual.v / target.v, actual.v / target.v,
            case when target.high <> 0 then 100 * actual.v / target.high end,
            case when actual.better = 'lower' and actual.v <> 0 then 100 * target.v / actual.v end,
            case when actual.better = 'lower' then 100 * (2 - actual.v / target.v) end
        ]) as reading,
        greatest(stated.half, 0.05) + 100 * (actual.half / abs(target.v) + abs(actual.v) * target.half / (target.v * target.v)) as rounding
    from stated
    join figure as actual on actual.id = stated.actual
    join figure as target on target.id = stated.target
    where target.v > 0 and not stated.pace
)
select cell, actual, target, tab, value, rate, min(abs(value - reading)) <= 1.0001 * max(rounding) as follows
from computed
where reading is not null
group by cell, actual, target, tab, value, rate
order by actual

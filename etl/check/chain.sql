-- one row per reported year to date of a flow, with the one reported before it in the year (before_m 0: none)
create temp table chain as
with cumulative as (
    select *, last // 12 as year, last % 12 + 1 as m
    from figure
    where kind = 'flow' and comparable and measure = 'actual' and comparator = '=' and not spare
        and ((basis = 'ytd' and first % 12 = 0) or (basis = 'year' and last % 12 = 11))
)
select
    id, series, indicator, year, m, v, half,
    lag(id) over months as before_id, coalesce(lag(m) over months, 0) as before_m, coalesce(lag(v) over months, 0) as before_v,
    coalesce(lag(half) over months, 0) as before_half, lag(v, 2) over months as earlier_v, lead(v) over months as next_v,
    min(v) over (partition by series, year) as lowest
from cumulative
window months as (partition by series, year order by m, id)

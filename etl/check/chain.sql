-- one row per reported year to date of a flow, with the one reported before it in the year (before_m 0: none)
create temp table chain as
with cumulative as (
    select distinct on (area, cluster, firm, indicator, last) *, last // 12 as year, last % 12 + 1 as m
    from figure
    where kind = 'flow' and comparable and measure = 'actual' and comparator = '='
        and ((basis = 'ytd' and first % 12 = 0) or (basis = 'year' and last % 12 = 11))
    order by own desc, id
)
select
    id, area, cluster, firm, indicator, year, m, v, half, tab,
    lag(id) over series as before_id, coalesce(lag(m) over series, 0) as before_m, coalesce(lag(v) over series, 0) as before_v,
    coalesce(lag(half) over series, 0) as before_half, lag(v, 2) over series as earlier_v, lead(v) over series as next_v,
    min(v) over (partition by area, cluster, firm, indicator, year) as lowest
from cumulative
window series as (partition by area, cluster, firm, indicator, year order by m)

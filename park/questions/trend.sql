-- one row per calendar month from a key's first figure to the as-of month (DEFINITIONS 31)
with series as (
    select cast(year as integer) as year, month, month_value, ytd_value, yoy_month, yoy_ytd, simulated,
           month_origin, ytd_origin
    from truth
    where park_id = $park and area_id = $area and cluster_id = $cluster and firm_id = $firm and indicator = $indicator
      and (year < $year or (year = $year and month <= $month))
),
calendar as (
    select n // 12 as year, cast(n % 12 + 1 as tinyint) as month
    from (select unnest(range((select min(year::integer * 12 + month - 1) from series where month_value is not null or ytd_value is not null),
                              $year * 12 + $month)) as n)
),
placed as (
    select c.year, c.month, s.month_value,
           -- a stock stands at its last value of the year until the next
           case when $kind = 'stock' then last_value(s.ytd_value ignore nulls) over (partition by c.year order by c.month)
                else s.ytd_value end as ytd_value,
           s.yoy_month, s.yoy_ytd, s.month_origin, s.ytd_origin, coalesce(s.simulated, false) as simulated
    from calendar c left join series s using (year, month)
),
-- the calendar has no gaps: twelve rows before stands the same month of last year
compared as (
    select *, lag(month_value, 12) over months as base_month, lag(ytd_value, 12) over months as base_ytd, lag(month_value) over months as last_month
    from placed
    window months as (order by year, month)
),
goal as (
    select cast(year as integer) as year,
           case when comparator = 'range' and $lower then coalesce(value_high, value) else value end as value
    from target
    where park_id = $park and area_id = $area and cluster_id = $cluster and firm_id = $firm and indicator = $indicator
),
steps as (
    select cast(year as integer) as year, month, value
    from plan
    where park_id = $park and area_id = $area and cluster_id = $cluster and firm_id = $firm and indicator = $indicator
)
select printf('%04d-%02d', p.year, p.month) as month,
       p.month_value as value_month, p.ytd_value as value_ytd,
       case when base_month > 0 and not $percent then cast(p.month_value - base_month as double) * 100 / base_month::double end as yoy_month,
       case when base_ytd > 0 and not $percent then cast(p.ytd_value - base_ytd as double) * 100 / base_ytd::double end as yoy_ytd,
       case when $kind <> 'flow' then g.value::double
            when p.year in (select year from steps) then case when p.month = 12 then g.value else s.value end::double
            else g.value::double * p.month / 12 end as target_path,
       p.yoy_month as yoy_month_reported, p.yoy_ytd as yoy_ytd_reported,
       case when last_month > 0 and not $percent then cast(p.month_value - last_month as double) * 100 / last_month::double end as on_last_month,
       p.month_origin, p.ytd_origin, p.simulated
from compared p
left join goal g on g.year = p.year
left join steps s on s.year = p.year and s.month = p.month
order by p.year, p.month

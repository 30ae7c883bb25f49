-- one row, or none: a figure or target that two zones both have of their own, and not alike; sums of parts are made anew
with beside as (
    select z.indicator, cast(z.year as integer) * 100 + z.month as period, case when z.month_origin <> 'sum' then z.month_value end as month_value, case when i.month_origin <> 'sum' then i.month_value end as other_month,
           case when z.ytd_origin <> 'sum' then z.ytd_value end as ytd_value, case when i.ytd_origin <> 'sum' then i.ytd_value end as other_ytd
    from truth z
    join truth i using (park_id, cluster_id, firm_id, indicator, year, month)
    where z.area_id = $zone and i.area_id = $into
)
select indicator, period, cast(ytd_value as double) as one, cast(other_ytd as double) as other from beside where ytd_value <> other_ytd
union all
select indicator, period, cast(month_value as double), cast(other_month as double) from beside where month_value <> other_month
union all
select z.indicator, cast(z.year as integer) * 100 + 12, cast(z.value as double), cast(i.value as double)
from target z
join target i using (park_id, cluster_id, firm_id, indicator, year)
where z.area_id = $zone and i.area_id = $into and z.value <> i.value and z.origin <> 'sum' and i.origin <> 'sum'
order by period desc, indicator
limit 1

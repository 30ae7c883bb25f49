-- one row per value or reported growth of a closed month that would no longer be as it stands
with beside as (
    select coalesce(a.park_id, b.park_id) as park_id, coalesce(a.area_id, b.area_id) as area_id,
           coalesce(a.cluster_id, b.cluster_id) as cluster_id, coalesce(a.firm_id, b.firm_id) as firm_id,
           coalesce(a.indicator, b.indicator) as indicator, cast(coalesce(a.year, b.year) as integer) * 100 + coalesce(a.month, b.month) as period,
           b.month_value as month_old, a.month_value as month_new, a.month_origin,
           b.ytd_value as ytd_old, a.ytd_value as ytd_new, a.ytd_origin,
           coalesce(b.yoy_ytd, b.yoy_month) as growth_old, coalesce(a.yoy_ytd, a.yoy_month) as growth_new
    from closed_before b
    full join closed_after a using (park_id, area_id, cluster_id, firm_id, indicator, year, month)
),
changed as (
    select *, 'ytd' as series, cast(ytd_old as varchar) as old, cast(ytd_new as varchar) as new
    from beside where ytd_old is distinct from ytd_new and (ytd_old is not null or ytd_origin = 'reported')
    union all
    select *, 'month', cast(month_old as varchar), cast(month_new as varchar)
    from beside where month_old is distinct from month_new and (month_old is not null or month_origin = 'reported')
    union all
    select *, 'growth', cast(growth_old as varchar), cast(growth_new as varchar)
    from beside where growth_old is distinct from growth_new
)
select p.name as park, z.name as area, coalesce(c.name, '') as cluster, coalesce(f.name, '') as firm, indicator, period, series,
       cast(old as decimal(24, 9)) as old, cast(new as decimal(24, 9)) as new
from changed x
join area p on p.area_id = x.park_id
join area z on z.area_id = x.area_id
left join cluster c on c.cluster_id = x.cluster_id
left join firm f on f.firm_id = x.firm_id
-- what was written first, what follows from it last
order by period, x.firm_id > 0 desc, x.area_id = x.park_id, area, cluster, firm, indicator, series <> 'ytd', series

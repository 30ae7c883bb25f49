-- one row per figure that two zones both have of their own, and (unless $alike) not alike: an achieved figure by basis, a target, a month of a plan; sums of parts are made anew
with achieved as (
    select cluster_id, indicator, year, month, z.yoy_ytd as one_growth, i.yoy_ytd as other_growth, z.yoy_month as one_month_growth, i.yoy_month as other_month_growth,
           case when z.month_origin <> 'sum' then z.month_value end as one_month, case when i.month_origin <> 'sum' then i.month_value end as other_month,
           case when z.ytd_origin <> 'sum' then z.ytd_value end as one_ytd, case when i.ytd_origin <> 'sum' then i.ytd_value end as other_ytd
    from truth z
    join truth i using (park_id, cluster_id, firm_id, indicator, year, month)
    where z.area_id = $zone and i.area_id = $into and firm_id = 0
),
beside as (
    select cluster_id, indicator, 'actual' as measure, 'ytd' as basis, year, month, '=' as one_sign, '=' as other_sign, one_ytd as one, other_ytd as other,
           cast(null as decimal(24, 9)) as one_high, cast(null as decimal(24, 9)) as other_high, one_growth, other_growth
    from achieved
    union all
    select cluster_id, indicator, 'actual', 'month', year, month, '=', '=', one_month, other_month, null, null, one_month_growth, other_month_growth
    from achieved
    where not list_contains($stocks, indicator)
    union all
    select cluster_id, indicator, 'target', 'year', z.year, 12, z.comparator, i.comparator, z.value, i.value, z.value_high, i.value_high, null, null
    from target z
    join target i using (park_id, cluster_id, firm_id, indicator, year)
    where z.area_id = $zone and i.area_id = $into and firm_id = 0 and z.origin <> 'sum' and i.origin <> 'sum'
    union all
    select cluster_id, indicator, 'target', 'ytd', z.year, month, '=', '=', z.value, i.value, null, null, null, null
    from plan z
    join plan i using (park_id, cluster_id, firm_id, indicator, year, month)
    where z.area_id = $zone and i.area_id = $into and firm_id = 0
)
select coalesce(c.name, '') as cluster, indicator, measure, basis, cast(year as integer) as year, cast(month as integer) as month, one_sign, other_sign, one, other, one_high, other_high, one_growth, other_growth
from beside
left join cluster c using (cluster_id)
where (one + other is not null or one_growth + other_growth is not null)
  and ($alike or one <> other or one_growth <> other_growth or one_sign <> other_sign or one_high is distinct from other_high)
order by measure, year desc, month desc, indicator, cluster, basis desc

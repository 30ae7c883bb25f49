-- one row per part, then what is not allocated to any, then the total: value, base and contributions (DEFINITIONS 26-30)
with scoped as (
    select area_id, cluster_id, firm_id, year, month, month_value, ytd_value, yoy_ytd, is_total
    from (
        select *, false as is_total from truth
        where $parts and park_id = $park and indicator = $indicator and year between $year - 1 and $year
          and area_id in (select unnest($areas))
          and cluster_id between $cluster_low and $cluster_high and firm_id between $firm_low and $firm_high
          and ($zone = 0 or firm_id in (select firm_id from firm_state where park_id = $park and area_id = $zone))
        union all
        select *, true from truth
        where park_id = $park and indicator = $indicator and year between $year - 1 and $year
          and area_id = $total_area and cluster_id = $total_cluster and firm_id = 0
    )
    where month <= $month
),
figures as (
    select area_id, cluster_id, firm_id, is_total,
           arg_max(ytd_value, month) filter (year = $year and stands) as value,
           arg_max(ytd_value, month) filter (year = $year - 1 and stands) as base,
           arg_max_null(yoy_ytd, month) filter (year = $year and stands and (ytd_value is not null or yoy_ytd is not null)) as growth_reported,
           bool_or(year = $year) as this_year,
           max(month) filter (year = $year and (month_value is not null or ytd_value is not null)) as last_month
    from (select *, $kind = 'stock' or month = $month as stands from scoped)
    group by all
),
-- the total stands even where nothing is known of it
total as (
    select any_value(value) as value, any_value(base) as base, any_value(growth_reported) as growth_reported, any_value(last_month) as last_month
    from figures where is_total
),
part as (
    select * from figures where not is_total and (this_year or base is not null)
),
shown as (
    select sum(value) as value, sum(base) as base, count(*) filter (value is null) as missing,
           count(*) as parts
    from part
),
-- contribution and share of a part need the total's figures; ratios have neither
part_rated as (
    select p.*, 1 as place,
           case when $kind <> 'ratio' and p.value is not null and t.value is not null and t.base > 0
                then cast(p.value - coalesce(p.base, 0) as double) * 100 / t.base::double end as contribution,
           case when $kind <> 'ratio' and p.value is not null and t.value > 0 then p.value::double * 100 / t.value::double end as share,
           case when $kind <> 'ratio' and p.value is not null and t.value > 0 and t.base > 0
                then p.value::double * 100 / t.value::double - coalesce(p.base, 0)::double * 100 / t.base::double end as share_change
    from part p, total t
),
rest as (
    select t.value - coalesce(s.value, 0) as value, t.base - coalesce(s.base, 0) as base,
           s.missing > 0 as parts_missing,
           case when t.value is not null and t.base > 0
                then cast(t.value - t.base as double) * 100 / t.base::double - coalesce((select sum(contribution) from part_rated), 0) end as contribution,
           case when t.value > 0 then 100 - coalesce((select sum(share) from part_rated), 0) end as share,
           case when t.value > 0 and t.base > 0 then 0 - coalesce((select sum(share_change) from part_rated), 0) end as share_change
    from total t, shown s
    where $parts and $kind <> 'ratio' and s.parts > 0
      and (t.value <> coalesce(s.value, 0) or t.base <> coalesce(s.base, 0))
),
rows as (
    select place, area_id, cluster_id, firm_id, value, base, contribution, share, share_change, growth_reported, last_month, false as parts_missing
    from part_rated
    union all
    select 2, 0, 0, 0, value, base, contribution, share, share_change, null, null, parts_missing from rest
    union all
    select 3, 0, 0, 0, t.value, t.base,
           case when $kind <> 'ratio' and t.value is not null and t.base > 0 then cast(t.value - t.base as double) * 100 / t.base::double end,
           case when $kind <> 'ratio' and t.value > 0 then 100 end,
           case when $kind <> 'ratio' and t.value > 0 and t.base > 0 then 0 end,
           t.growth_reported, t.last_month, false
    from total t
)
select case place when 2 then '未分解' when 3 then '合计'
                  else coalesce(i.name, c.name, a.name) end as part,
       r.value, r.base,
       case when r.base > 0 and not $percent and not parts_missing then cast(r.value - r.base as double) * 100 / r.base::double end as growth,
       r.contribution, r.share, r.share_change, r.growth_reported,
       case when $percent and $kind = 'ratio' then cast(r.value - r.base as double) end as change_points,
       case when r.value is null and r.last_month = $month then 'months_missing'
            when r.value is null and r.last_month is not null then 'not_reported'
            when r.value is null and r.growth_reported is not null then 'growth_only'
            when r.value is null then 'no_figure'
            when parts_missing then 'part_not_reported'
            when $percent and $kind = 'ratio' then 'points'
            when r.base is null then 'no_base'
            when r.base <= 0 then 'base_not_positive' end as reason,
       case when r.last_month is not null then printf('%04d-%02d', $year, r.last_month) end as last_month,
       case place when 1 then 'part' when 2 then 'unallocated' else 'total' end as row_kind,
       r.area_id, r.cluster_id, r.firm_id
from rows r
left join area a on a.area_id = r.area_id
left join cluster c on c.cluster_id = r.cluster_id
left join firm i on i.firm_id = r.firm_id
order by place, r.value desc nulls last, part

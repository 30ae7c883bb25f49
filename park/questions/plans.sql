-- one row per key, measure and plan period, with the figure that the period before ended in
with periods as (
    select s.*, k.kind
    from span s join (select unnest($codes) as indicator, unnest($kinds) as kind) k using (indicator)
    where s.park_id = $park and s.area_id = $area and s.firm_id = 0
),
-- the last year before a period: a flow's full year, a stock's last value
year_before as (
    select t.area_id, t.cluster_id, t.indicator, t.year, arg_max(t.ytd_value, t.month) as value, max(t.month) as month
    from truth t
    where t.park_id = $park and t.area_id = $area and t.firm_id = 0 and t.ytd_value is not null
      and (t.indicator, t.year) in (select (indicator, first_year - 1) from periods)
    group by all
)
select coalesce(c.name, '') as cluster, p.indicator, p.measure, p.first_year, p.last_year, p.comparator,
       cast(p.value as double) as value, cast(p.value_high as double) as value_high,
       cast(coalesce(b.value, case when p.kind = 'stock' or y.month = 12 then y.value end) as double) as base,
       case when b.value is not null then 'period' when p.kind = 'stock' or y.month = 12 then 'year' end as base_of,
       p.first_year - 1 as base_year,
       case when base > 0 and p.value > 0 then (pow(p.value::double / base, 1.0 / (p.last_year - p.first_year + 1)) - 1) * 100 end as compound_growth,
       p.growth, p.simulated, p.cluster_id
from periods p
left join periods b on b.cluster_id = p.cluster_id and b.indicator = p.indicator and b.measure = 'actual' and b.last_year = p.first_year - 1
left join year_before y on y.cluster_id = p.cluster_id and y.indicator = p.indicator and y.year = p.first_year - 1
left join cluster c on c.cluster_id = p.cluster_id
order by p.cluster_id, list_position($codes, p.indicator), p.first_year, p.measure

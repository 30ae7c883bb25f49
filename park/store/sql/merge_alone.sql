-- one row per month that only one of two zones has of its own, of an indicator and year that both have, the first of them: they could not be added without a break
with own as (
    select area_id, cluster_id, indicator, year, month from truth
    where area_id in ($zone, $into) and firm_id = 0 and ytd_value is not null and ytd_origin <> 'sum'
)
select o.indicator, cast(o.year as integer), cast(o.month as integer), o.area_id = $zone as is_zones
from own o
where list_contains($codes, o.indicator)
  and exists (select 1 from own b where b.area_id <> o.area_id and (b.cluster_id, b.indicator, b.year) = (o.cluster_id, o.indicator, o.year))
  and not exists (select 1 from own b where b.area_id <> o.area_id and (b.cluster_id, b.indicator, b.year, b.month) = (o.cluster_id, o.indicator, o.year, o.month))
order by o.year desc, o.month desc, o.indicator
limit 1

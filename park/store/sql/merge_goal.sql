-- one row per indicator and year of which only one of two zones has a target of its own, of those that both have achieved figures of, the latest first
select t.indicator, cast(t.year as integer) as year, t.area_id = $zone as is_zones
from target t
where t.area_id in ($zone, $into) and t.firm_id = 0 and t.origin <> 'sum' and list_contains($codes, t.indicator)
  and not exists (select 1 from target o where o.area_id in ($zone, $into) and o.area_id <> t.area_id and o.firm_id = 0 and o.origin <> 'sum'
                  and (o.cluster_id, o.indicator, o.year) = (t.cluster_id, t.indicator, t.year))
  and (select count(distinct a.area_id) from truth a where a.area_id in ($zone, $into) and a.firm_id = 0
       and (a.cluster_id, a.indicator, a.year) = (t.cluster_id, t.indicator, t.year)) = 2
order by t.year desc, t.indicator

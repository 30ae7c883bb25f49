-- one row per indicator of a park whose reported total and complete zones or clusters differ beyond the tolerance
with figures as (
    select indicator, area_id, cluster_id, month, ytd_value, ytd_origin
    from truth
    where park_id = $park and firm_id = 0 and year = $year and month <= $month and ytd_value is not null
      and indicator in (select unnest($codes)) and (cluster_id = 0 or area_id = $park)
),
total as (
    select indicator, ytd_value as value from figures
    where area_id = $park and cluster_id = 0 and month = $month and ytd_origin <> 'sum'
),
part as (
    select indicator, case when cluster_id = 0 then 'area' else 'cluster' end as parts_by, area_id, cluster_id,
           any_value(ytd_value) filter (month = $month) as value
    from figures where not (area_id = $park and cluster_id = 0)
    group by all
),
added as (
    select indicator, parts_by, sum(value) as value from part group by all having count(value) = count(*)
)
select t.indicator, a.parts_by, cast(t.value as double) as total, cast(a.value as double) as parts
from total t join added a using (indicator)
where abs(t.value - a.value) > abs(t.value) * $tolerance

-- one row per key whose year to date grew on last year a month ago and falls now; growth as reported, else computed
with measured as (
    select unnest($codes) as indicator, unnest($kinds) as kind, unnest($lower) as less_is_better, unnest($percent) as in_percent
),
scoped as (
    select t.area_id, t.cluster_id, t.indicator, t.year, t.month, t.ytd_value, t.yoy_ytd
    from truth t join measured m using (indicator)
    where t.park_id = $park and t.firm_id = 0 and t.year between $year - 1 and $year and t.month between $month - 1 and $month
      and (t.area_id = $area or ($area = $park and t.cluster_id = 0))
      and m.kind = 'flow' and not m.less_is_better
),
grown as (
    select n.area_id, n.cluster_id, n.indicator, n.month,
           coalesce(n.yoy_ytd, case when b.ytd_value > 0 then (n.ytd_value - b.ytd_value)::double * 100 / b.ytd_value::double end) as growth
    from scoped n
    left join scoped b on b.area_id = n.area_id and b.cluster_id = n.cluster_id and b.indicator = n.indicator
        and b.month = n.month and b.year = $year - 1
    where n.year = $year
)
select n.area_id, n.cluster_id, n.indicator, n.growth, l.growth as growth_before
from grown n
join grown l using (area_id, cluster_id, indicator)
where n.month = $month and l.month = $month - 1 and n.growth < 0 and l.growth >= 0

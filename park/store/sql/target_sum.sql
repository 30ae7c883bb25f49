-- one row per total and year without a target of its own whose parts all have one (DEFINITIONS 14); $level: zone or park
insert into goal
with part as (
    select park_id, case when area_id <> park_id and cluster_id > 0 then area_id else park_id end as total_area,
           case when cluster_id > 0 then 2 else 1 end as level,
           area_id, cluster_id, indicator, year, kind, comparator, value, value_high, simulated, true as has_target
    from goal
    where firm_id = 0 and kind <> 'ratio' and not (area_id = park_id and cluster_id = 0)
),
chosen as (
    select park_id, total_area, indicator, year, min(level) as level from part group by all
),
-- parts that have a figure this year and no target
without as (
    select distinct t.park_id, c.total_area, t.indicator, t.year
    from truth t
    join chosen c on c.park_id = t.park_id and c.indicator = t.indicator and c.year = t.year
        and ((c.level = 1 and t.cluster_id = 0 and t.area_id <> t.park_id and c.total_area = t.park_id)
             or (c.level = 2 and t.cluster_id > 0 and t.area_id = c.total_area))
    where t.firm_id = 0 and (t.month_value is not null or t.ytd_value is not null)
      and not exists (select 1 from goal g where g.park_id = t.park_id and g.area_id = t.area_id and g.cluster_id = t.cluster_id
                      and g.firm_id = 0 and g.indicator = t.indicator and g.year = t.year)
)
select p.park_id, p.total_area, 0, 0, p.indicator, p.kind, p.year,
       -- parts to be reached at least make a total to be reached at least
       case when bool_or(comparator = 'range') then 'range'
            when count(distinct comparator) = 1 then min(comparator)
            when bool_or(comparator = '>=') then '>=' else '=' end,
       cast(sum(value) as decimal(24, 9)),
       case when bool_or(comparator = 'range') then cast(sum(coalesce(value_high, value)) as decimal(24, 9)) end,
       null, 'sum', bool_or(p.simulated)
from part p
join chosen c using (park_id, total_area, indicator, year, level)
anti join without w on w.park_id = p.park_id and w.total_area = p.total_area and w.indicator = p.indicator and w.year = p.year
anti join goal g on g.park_id = p.park_id and g.area_id = p.total_area and g.cluster_id = 0 and g.firm_id = 0
    and g.indicator = p.indicator and g.year = p.year
where (p.total_area = p.park_id) = ($level = 'park')
group by p.park_id, p.total_area, p.indicator, p.kind, p.year
having count(value) = count(*)

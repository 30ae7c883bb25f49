-- one row per total of a table with the sum of its parts of one sort, where both are there; parts that carry 其中 may be few
with addable as (
    select *, case when firm <> 0 then 'firm' when area <> 0 and cluster <> 0 then 'both' when area <> 0 then 'zone' when cluster <> 0 then 'cluster' else 'park' end as level
    from figure
    where kind <> 'ratio' and comparable and basis <> 'span'
),
total as (
    select *, row_number() over (partition by tab, area, cluster, indicator, measure, basis, first, last, own order by id) as nth
    from addable
    where firm = 0 and level <> 'both'
),
child as (
    select *, 0 as of_area, 0 as of_cluster from addable where level in ('zone', 'cluster', 'firm')
    union all
    select *, area, 0 from addable where level in ('both', 'firm') and area <> 0
    union all
    select *, 0, cluster from addable where level in ('both', 'firm') and cluster <> 0
),
added as (
    select
        tab, of_area, of_cluster, indicator, measure, basis, first, last, own, level,
        sum(v) as v, count(*) as parts, count(distinct (area, cluster, firm)) as names, bool_or(of_which) as of_which, bool_and(comparator = '=') as exact,
        list(id order by id) as ids, list(v order by id) as vs, max(decimals) as decimals, sum(unit) as units, max(dimension) as dimension
    from child
    group by tab, of_area, of_cluster, indicator, measure, basis, first, last, own, level
    having count(*) > 1
)
select
    total.id, added.level, total.v, added.v, added.of_which, added.ids, added.vs, total.tab,
    -- written to d places, n figures may be off by half of the last one each
    case when added.dimension = 'count' and greatest(added.decimals, total.decimals) = 0 then 0
        else 0.5 * pow(10, -greatest(added.decimals, total.decimals)) * (added.units + total.unit) end as rounding
from added
join total
    on total.tab = added.tab and total.area = added.of_area and total.cluster = added.of_cluster and total.indicator = added.indicator
    and total.measure = added.measure and total.basis = added.basis and total.first = added.first and total.last = added.last
    and total.own = added.own and total.nth = 1
where added.exact and total.comparator = '=' and added.parts = added.names
order by total.id, added.level

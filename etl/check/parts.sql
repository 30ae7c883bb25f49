-- one row per total of a table with the sum of its parts of one sort, where both are there; parts that carry 其中 may be few
with addable as (
    select
        *, hash(tab, indicator, measure, basis, first, last, own) as what,
        case when firm <> 0 then 'firm' when area <> 0 and cluster <> 0 then 'both' when area <> 0 then 'zone' when cluster <> 0 then 'cluster' else 'park' end as level
    from figure
    where kind <> 'ratio' and comparable and basis <> 'span'
),
total as (
    select * from addable where firm = 0 and level <> 'both'
    qualify row_number() over (partition by what, area, cluster order by id) = 1
),
child as (
    select *, 0 as of_area, 0 as of_cluster from addable where level in ('zone', 'cluster', 'firm')
    union all
    select *, area, 0 from addable where level in ('both', 'firm') and area <> 0
    union all
    select *, 0, cluster from addable where level in ('both', 'firm') and cluster <> 0
),
member as (
    select
        total.id as total, total.v as whole, total.tab as total_tab, total.unit as total_unit, total.decimals as total_decimals, child.*
    from child
    join total on total.what = child.what and total.area = child.of_area and total.cluster = child.of_cluster
    where total.comparator = '='
),
added as (
    select
        total, level, whole, total_tab, hash(of_area, of_cluster) as whose, sum(v) as parts, bool_or(of_which) as of_which,
        list(id order by id) as ids, list(v order by id) as vs,
        -- written to d places, n figures may be off by half of the last one each
        case when max(dimension) = 'count' and greatest(max(decimals), max(total_decimals)) = 0 then 0
            else 0.5 * pow(10, -greatest(max(decimals), max(total_decimals))) * (sum(unit) + max(total_unit)) end as rounding
    from member
    group by total, level, whole, total_tab, whose
    having count(*) > 1 and bool_and(comparator = '=') and count(*) = count(distinct series)
)
select total, level, whole, parts, of_which, ids, vs, total_tab, rounding, whose
from added
order by total, level

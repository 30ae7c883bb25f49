-- one row per 其中 figure that exceeds the figure it is of: the nearest row above, in its column, that carries no 其中
with beside as (
    select *, last_value(case when of_which then null else id end ignore nulls)
        over (partition by tab, col order by line, id rows between unbounded preceding and 1 preceding) as parent
    from figure
    where comparable and kind <> 'ratio' and tab in (select tab from figure where of_which)
)
select beside.id, whole.id
from beside
join figure as whole on whole.id = beside.parent
where beside.of_which and beside.firm = 0
    and beside.dimension = whole.dimension and beside.measure = whole.measure and beside.basis = whole.basis
    and beside.first = whole.first and beside.last = whole.last and beside.kind = whole.kind
    and (beside.area = whole.area or whole.area = 0) and (beside.cluster = whole.cluster or whole.cluster = 0)
    and (beside.indicator <> whole.indicator or beside.area <> whole.area or beside.cluster <> whole.cluster)
    and beside.comparator = '=' and whole.comparator = '=' and whole.v >= 0
    and beside.v > whole.v + 1.0001 * (beside.half + whole.half)
order by beside.id

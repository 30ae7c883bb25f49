-- one row per amount that is about 10^4 or 10^-4 of the other figures of its part and indicator, all brought to a month's pace
with measured as (
    select
        id, series,
        abs(case when kind = 'stock' or basis in ('month', 'point') then v when basis = 'quarter' then v / 3 else v / (last - first + 1) end) as pace
    from figure
    where kind in ('flow', 'stock') and comparable and dimension in ('money', 'area') and basis <> 'span' and v <> 0
        and not list_contains($net, indicator)
),
paced as (
    select id, series, pace
    from measured
    where series in (select series from measured group by series having max(pace) >= 1000 * min(pace)) -- others hold no slip
),
ordered as (
    select *, lag(pace) over (partition by series order by pace) as less,
        lead(pace) over (partition by series order by pace) as more
    from paced
),
typical as (
    select series, median(pace) as usual, count(*) as figures
    from paced
    group by series
    having count(*) >= 3
),
agreeing as (
    select series, usual, figures
    from typical
    join paced using (series)
    group by series, usual, figures
    having count(*) filter (where pace between usual / 30 and usual * 30) >= 2
        and 2 * count(*) filter (where pace between usual / 30 and usual * 30) > figures
),
parted as ( -- of the rest (a target and its actual alone): two sides 10^4 apart, each within itself close
    select
        series, max(less) filter (where pace >= 100 * less) as below, max(pace) filter (where pace >= 100 * less) as above,
        count(*) as figures
    from ordered
    where series not in (select series from agreeing)
    group by series
    having count(*) filter (where pace >= 30 * less) = 1 and max(log10(pace / less)) between 3.6 and 4.4
),
sided as (
    select
        id, series, pace, parted.below, parted.above, figures,
        count(*) filter (where pace <= parted.below) over (partition by series) as lower
    from ordered
    join parted using (series)
)
select id, usual / pace
from ordered
join agreeing using (series)
where abs(log10(pace / usual)) between 3.3 and 4.7
    and coalesce(pace / less, 100) >= 100 and coalesce(more / pace, 100) >= 100 -- a figure with others near it is no slip
union all
select id, case when pace <= below then above / pace else below / pace end
from sided
where case when 2 * lower <= figures then pace <= below else pace >= above end -- the fewer; of as many the smaller ones
order by 1

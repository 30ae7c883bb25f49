-- one row per amount that is about 10^4 or 10^-4 of the other figures of its part and indicator, all brought to a month's pace
with paced as (
    select
        id, area, cluster, firm, indicator, v,
        abs(case when kind = 'stock' or basis in ('month', 'point') then v when basis = 'quarter' then v / 3 else v / (last - first + 1) end) as pace
    from figure
    where kind in ('flow', 'stock') and comparable and dimension in ('money', 'area') and basis <> 'span' and v <> 0
        and not list_contains($net, indicator)
),
typical as (
    select area, cluster, firm, indicator, median(pace) as pace, count(*) as figures
    from paced
    group by area, cluster, firm, indicator
    having count(*) >= 3
),
agreeing as (
    select area, cluster, firm, indicator, typical.pace as usual, figures, count(*) filter (where paced.pace between typical.pace / 30 and typical.pace * 30) as close
    from typical
    join paced using (area, cluster, firm, indicator)
    group by area, cluster, firm, indicator, typical.pace, figures
)
select id, usual / pace
from paced
join agreeing using (area, cluster, firm, indicator)
where close >= 2 and 2 * close > figures and abs(log10(pace / usual)) between 3.3 and 4.7
order by id

-- one row per month that disagrees with its year to date: year to date - the one before <> the months between, or month > year to date
with monthly as (
    select id, series, v, half, last // 12 as year, last % 12 + 1 as m
    from figure
    where kind = 'flow' and comparable and measure = 'actual' and comparator = '=' and basis = 'month' and not spare
),
between_them as (
    select
        chain.id, chain.before_id, chain.v, chain.before_v, sum(monthly.v) as months, count(*) as found, chain.m - chain.before_m as due,
        max_by(monthly.id, monthly.m) as last_month, sum(monthly.half) + chain.half + chain.before_half as rounding
    from chain
    join monthly using (series, year)
    where monthly.m > chain.before_m and monthly.m <= chain.m
    group by chain.id, chain.before_id, chain.v, chain.before_v, chain.m, chain.before_m, chain.half, chain.before_half
),
exceeding as (
    select chain.id, monthly.id as month_id, monthly.v as month_v, chain.v as year_v
    from chain
    join monthly using (series, year, m)
    where chain.lowest >= 0 and not list_contains($net, chain.indicator) and monthly.v > chain.v + 1.0001 * (monthly.half + chain.half)
)
select id, last_month, found, months, v - before_v, before_id, false from between_them
where found = due and abs(v - before_v - months) > 1.0001 * rounding + 1e-9 * abs(v)
union all
select id, month_id, 1, month_v, year_v, null, true from exceeding
where id not in (select id from between_them where found = due)
order by 1

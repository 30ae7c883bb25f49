-- one row per total, indicator, year and month whose missing figure the sum of its parts stands in for (DEFINITIONS 6, 7)
create or replace temp table summed as
with part as (
    select l.total_area, l.total_cluster, l.level, f.*
    from link l
    join figure f on f.park_id = l.park_id and f.area_id = l.part_area and f.cluster_id = l.part_cluster and f.firm_id = l.part_firm
    where f.kind <> 'ratio' and (f.month_value is not null or f.ytd_value is not null)
),
chosen as (
    select park_id, total_area, total_cluster, indicator, year, min(level) as level
    from part where own group by all
),
due as (
    select p.*,
           row_number() over key_year = 1 as starts,
           -- a stock keeps its last value, so what counts is by how much it changes
           p.ytd_value - coalesce(lag(p.ytd_value) over key_year, 0) as change
    from part p join chosen c using (park_id, total_area, total_cluster, indicator, year, level)
    window key_year as (
        partition by park_id, total_area, total_cluster, indicator, year, area_id, cluster_id, firm_id order by month)
),
by_month as (
    select park_id, total_area, total_cluster, indicator, kind, year, month,
           count(*) filter (starts) as starting, count(month_value) as months, count(ytd_value) as ytds,
           sum(month_value) as month_sum, sum(ytd_value) as ytd_sum, sum(change) as changes, bool_or(simulated) as simulated
    from due group by all
),
running as (
    select *,
           sum(starting) over so_far as parts_due,
           sum(changes) over so_far as stock_sum,
           bool_or(simulated) over so_far as any_simulated
    from by_month
    window so_far as (partition by park_id, total_area, total_cluster, indicator, year order by month
                      rows between unbounded preceding and current row)
),
complete as (
    select *,
           case when kind = 'stock' then stock_sum when months = parts_due then month_sum end as month_total,
           case when kind = 'stock' then stock_sum when ytds = parts_due then ytd_sum end as ytd_total
    from running
),
-- where total and parts stand side by side and differ, the parts are not the whole and may not stand in for it
beside as (
    select c.*, t.month_value, t.ytd_value,
           coalesce(bool_or(c.months = c.parts_due and abs(c.month_total - t.month_value) > abs(t.month_value) * $tolerance)
               over of_year, false) as months_differ,
           coalesce(bool_or(c.ytds = c.parts_due and abs(c.ytd_total - t.ytd_value) > abs(t.ytd_value) * $tolerance)
               over of_year, false) as ytds_differ
    from complete c
    left join figure t on t.park_id = c.park_id and t.area_id = c.total_area and t.cluster_id = c.total_cluster and t.firm_id = 0
        and t.indicator = c.indicator and t.year = c.year and t.month = c.month
    window of_year as (partition by c.park_id, c.total_area, c.total_cluster, c.indicator, c.year)
),
-- parts that are not the whole of the year to date are not the whole of its months either
allowed as (
    select *, not ytds_differ and ytd_value is null and ytd_total is not null as takes_ytd,
           not ytds_differ and not months_differ and month_value is null and month_total is not null as takes_month
    from beside
)
select park_id, total_area as area_id, total_cluster as cluster_id, 0 as firm_id, indicator, kind, year, month,
       case when takes_month then cast(month_total as decimal(24, 9)) end as month_value,
       case when takes_ytd then cast(ytd_total as decimal(24, 9)) end as ytd_value,
       any_simulated as simulated
from allowed
where takes_month or takes_ytd

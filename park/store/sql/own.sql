-- one row per touched key, year and month: reported figures and those that follow from the key's own series (DEFINITIONS 4, 9)
create or replace temp table figure as
with series as (
    select * exclude (month_figure, ytd_figure, point_figure, simulated),
           case when kind = 'stock' then ytd_figure else month_figure end as m,
           case when kind = 'ratio' then coalesce(ytd_figure, point_figure) else ytd_figure end as y
    from reported
),
-- the last reported year to date at or before each month; 0 stands for the beginning of the year
anchored as (
    select *, coalesce(max(case when y is not null then month end) over (
        partition by park_id, area_id, cluster_id, firm_id, indicator, year order by month), 0) as anchor
    from series
),
stepped as (
    select *,
           first_value(y) over since as anchor_figure,
           sum(case when month > anchor then m.value end) over since as months_sum,
           count(case when month > anchor then m.value end) over since as months_known,
           bool_or(case when month > anchor then m.simulated end) over since as months_simulated
    from anchored
    window since as (
        partition by park_id, area_id, cluster_id, firm_id, indicator, year, anchor order by month
        rows between unbounded preceding and current row)
),
cumulated as (
    select *,
           coalesce(y.value, case when kind = 'flow' and month > anchor and months_known = month - anchor
               then cast(coalesce(anchor_figure.value, 0) + months_sum as decimal(24, 9)) end) as ytd_value,
           case when y.value is not null then y.simulated
                else coalesce(months_simulated, false) or coalesce(anchor_figure.simulated, false) end as ytd_simulated
    from stepped
),
with_last as (
    select *, lag(struct_pack(month, ytd_value, ytd_simulated)) over (
        partition by park_id, area_id, cluster_id, firm_id, indicator, year order by month) as last
    from cumulated
),
differenced as (
    select *,
           coalesce(m.value, case when kind <> 'flow' then null
               when month = 1 then ytd_value
               when last.month = month - 1 then ytd_value - last.ytd_value end) as month_value
    from with_last
)
select park_id, area_id, cluster_id, firm_id, indicator, kind, year, month,
       month_value,
       case when month_value is null then null when m.value is null then 'derived'
            when m.role = 'own' then 'reported' else 'same_period' end as month_origin,
       ytd_value,
       case when ytd_value is null then null when y.value is null then 'derived'
            when y.role = 'own' then 'reported' else 'same_period' end as ytd_origin,
       case when kind = 'stock' then yoy_ytd else yoy_month end as yoy_month, yoy_ytd,
       coalesce(m.simulated, y.simulated, false) or coalesce(ytd_value is not null and ytd_simulated, false) as simulated,
       true as own
from differenced

-- one row per total's month that had reported growth or one series only: the missing series is filled
update figure as f
set month_value = coalesce(f.month_value, s.month_value),
    month_origin = case when f.month_value is null and s.month_value is not null then 'sum' else f.month_origin end,
    ytd_value = coalesce(f.ytd_value, s.ytd_value),
    ytd_origin = case when f.ytd_value is null and s.ytd_value is not null then 'sum' else f.ytd_origin end,
    simulated = f.simulated or s.simulated
from summed s
where f.park_id = s.park_id and f.area_id = s.area_id and f.cluster_id = s.cluster_id and f.firm_id = 0
  and f.indicator = s.indicator and f.year = s.year and f.month = s.month;

insert into figure
select s.park_id, s.area_id, s.cluster_id, 0, s.indicator, s.kind, s.year, s.month,
       s.month_value, case when s.month_value is not null then 'sum' end,
       s.ytd_value, case when s.ytd_value is not null then 'sum' end,
       null, null, s.simulated, false
from summed s
anti join figure f on f.park_id = s.park_id and f.area_id = s.area_id and f.cluster_id = s.cluster_id and f.firm_id = 0
  and f.indicator = s.indicator and f.year = s.year and f.month = s.month

-- one row: the last month with an actual figure of a park, or of a zone with its clusters and firms, as yyyymm
select max(case when month_value is not null or ytd_value is not null or yoy_month is not null or yoy_ytd is not null
                then cast(year as integer) * 100 + month end) as period_end
from truth
where park_id = $park
  and ($zone = 0 or area_id = $zone
       or firm_id in (select firm_id from firm_state where park_id = $park and area_id = $zone and firm_id > 0))

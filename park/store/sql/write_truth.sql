-- one row per key, year and month; the parks' totals, their zones and clusters, and the firms apart, each sorted so that a question reads
-- a small stretch of the table: of a total all years of an indicator are asked for, of the parts all indicators of a year
delete from truth where (park_id, indicator, year) in (select (park_id, indicator, year) from touched);

insert into truth by name
select park_id, area_id, cluster_id, firm_id, indicator, year, month,
       month_value, month_origin, ytd_value, ytd_origin, yoy_month, yoy_ytd, simulated
from figure
where month_value is not null or ytd_value is not null or yoy_month is not null or yoy_ytd is not null
order by firm_id > 0, park_id, area_id <> park_id or cluster_id > 0, if(area_id <> park_id or cluster_id > 0 or firm_id > 0, year, 0),
         indicator, year, area_id, cluster_id, firm_id, month

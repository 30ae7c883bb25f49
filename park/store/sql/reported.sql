-- one row per touched key, year and month with a reported figure: the values that stand, and the growth reported with them
create or replace temp table reported as
select park_id, area_id, cluster_id, firm_id, indicator, kind, year, month,
       arg_max(struct_pack(value, role, simulated), rank) filter (series = 'month' and value is not null) as month_figure,
       arg_max(struct_pack(value, role, simulated), rank) filter (series = 'ytd' and value is not null) as ytd_figure,
       arg_max(struct_pack(value, role, simulated), rank) filter (series = 'point' and value is not null) as point_figure,
       -- not a number: it was decided that no growth counts
       nullif(arg_max(yoy, rank) filter (series = 'month' and yoy is not null), 'nan') as yoy_month,
       nullif(coalesce(arg_max(yoy, rank) filter (series = 'ytd' and yoy is not null),
                       arg_max(yoy, rank) filter (series = 'point' and yoy is not null)), 'nan') as yoy_ytd,
       bool_or(simulated) as simulated
from touched_observation
where measure = 'actual' and series is not null and series <> 'span'
group by all

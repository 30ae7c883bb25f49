-- one row per key and year with a target of the year: the latest committed one, a growth turned into a value (DEFINITIONS 15)
create or replace temp table goal as
with stated as (
    select park_id, area_id, cluster_id, firm_id, indicator, kind, year,
           arg_max(struct_pack(comparator, value, value_high), rank) filter (value is not null) as figure,
           arg_max(struct_pack(comparator, yoy), rank) filter (yoy is not null) as growth,
           bool_or(simulated) as simulated
    from touched_observation
    where measure = 'target' and month = 12 and (series = 'ytd' or (series = 'point' and kind <> 'flow'))
      and (value is not null or yoy is not null)
    group by all
),
-- flows and ratios: last December's year to date; stocks: last year's last value
base as (
    select park_id, area_id, cluster_id, firm_id, indicator, cast(year + 1 as smallint) as year,
           max(month) filter (ytd_value is not null) as month, arg_max(ytd_value, month) filter (ytd_value is not null) as value
    from truth
    where (park_id, indicator, year + 1) in (select (park_id, indicator, year) from stated where figure is null)
    group by all
)
select s.park_id, s.area_id, s.cluster_id, s.firm_id, s.indicator, s.kind, s.year,
       coalesce(s.figure.comparator, s.growth.comparator) as comparator,
       case when s.figure is not null then s.figure.value
            when s.kind = 'stock' or b.month = 12 then cast(cast(b.value as double) * (100 + s.growth.yoy) / 100 as decimal(24, 9)) end as value,
       s.figure.value_high as value_high, s.growth.yoy as growth,
       case when s.figure is not null then 'reported' else 'growth' end as origin, s.simulated
from stated s
left join base b using (park_id, area_id, cluster_id, firm_id, indicator, year)

-- one row per park, indicator and year that a batch speaks of, or that its firms report
select distinct park_id, indicator, cast(period_end // 100 as integer) from observation
where batch_id = $batch and period_end > 0
union
select distinct o.park_id, o.indicator, cast(o.period_end // 100 as integer)
from observation o join firm_record f on f.park_id = o.park_id and f.firm_id = o.firm_id
where f.batch_id = $batch and o.period_end > 0 and o.firm_id > 0

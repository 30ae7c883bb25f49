-- one row per figure of a batch, as it was loaded; a zone merged into another goes by that one's name
select coalesce(z.name, '') as area, coalesce(c.name, '') as cluster, coalesce(f.name, '') as firm, o.indicator, o.measure, o.basis,
       case when o.period_start > 0 then printf('%04d-%02d', o.period_start // 100, o.period_start % 100) else '' end as period_start,
       case when o.period_end > 0 then printf('%04d-%02d', o.period_end // 100, o.period_end % 100) else '' end as period_end,
       o.comparator, cast(o.value as double) as value, cast(o.value_high as double) as value_high, o.unit, o.yoy, o.cell, o.sheet, o.raw
from observation o
left join merged m on m.zone_id = o.area_id
left join area z on z.area_id = coalesce(m.into_id, o.area_id) and z.area_id <> o.park_id
left join cluster c on c.cluster_id = o.cluster_id
left join firm f on f.firm_id = o.firm_id
where o.batch_id = $batch
order by o.ordinal

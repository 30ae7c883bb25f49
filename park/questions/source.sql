-- one row per committed observation of a key (or of its parts), newest period and revision first
select cast(o.value as double) as value, o.basis,
       case when o.period_start > 0 then printf('%04d-%02d', o.period_start // 100, o.period_start % 100) end as period_start,
       case when o.period_end > 0 then printf('%04d-%02d', o.period_end // 100, o.period_end % 100) end as period_end,
       o.batch_id as batch, o.file, o.sheet, o.cell, o.raw, b.uploaded_by as by, b.committed_at as at,
       o.measure, o.comparator, cast(o.value_high as double) as value_high, o.unit, o.yoy, o.role,
       coalesce(a.name, '') as area, coalesce(c.name, '') as cluster, coalesce(f.name, '') as firm,
       -- the newest revision of a figure is the one that stands; older ones are its history
       row_number() over (
           partition by coalesce(m.into_id, o.area_id), o.cluster_id, o.firm_id, o.measure, if(o.basis = 'year', 'ytd', o.basis), o.period_start, o.period_end
           order by o.role = 'own' desc, o.role = 'same_period' desc, b.seq desc, o.ordinal) = 1 as newest,
       b.simulated
from observation o
join batch b on b.batch_id = o.batch_id and b.status = 'committed'
left join merged m on m.zone_id = o.area_id
left join area a on a.area_id = coalesce(m.into_id, o.area_id)
left join cluster c on c.cluster_id = o.cluster_id
left join firm f on f.firm_id = o.firm_id
where o.park_id = $park and o.indicator = $indicator
  and coalesce(m.into_id, o.area_id) between $area_low and $area_high and o.cluster_id between $cluster_low and $cluster_high
  and o.firm_id between $firm_low and $firm_high and o.period_end between $first_period and $last_period
  and ($month = 0 or o.period_end = $month or o.measure = 'target')
  and not ($parts and coalesce(m.into_id, o.area_id) = $area and o.cluster_id = $cluster and o.firm_id = $firm)
order by o.period_end desc, o.measure, o.basis, area, cluster, firm, b.seq desc, o.ordinal

-- one row per observation that any batch, also one undone or waiting, has of a key and period; the one that stands first
select cast(o.value as double) as value, cast(o.value_high as double) as value_high, o.comparator, o.yoy, o.unit, o.basis, o.role,
       b.status, b.batch_id as batch, o.file, o.sheet, o.cell, o.raw, b.uploaded_by as by, coalesce(b.committed_at, b.uploaded_at) as at,
       b.undone_by, b.undone_at,
       b.status = 'committed' and row_number() over (
           partition by b.status = 'committed', if(o.basis = 'year', 'ytd', o.basis)
           order by o.role = 'own' desc, o.role = 'same_period' desc, b.seq desc, o.ordinal) = 1 as stands
from observation o
join batch b using (batch_id)
where o.park_id = $park and o.area_id = $area and o.cluster_id = $cluster and o.firm_id = $firm
  and o.indicator = $indicator and o.measure = $measure and o.role <> 'part'
  and (o.period_end = $period or ($measure = 'target' and o.period_end // 100 = $period // 100))
order by stands desc, b.seq desc, b.uploaded_at desc, o.ordinal

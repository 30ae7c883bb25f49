-- one row per indicator of project or firm counts: its last total of the year, else one that a document gives without a date
with dated as (
    select indicator, arg_max(ytd_value, month) as total
    from truth
    where park_id = $park and area_id = $area and cluster_id = 0 and firm_id = 0 and indicator in (select unnest($codes))
      and ytd_value is not null and year = $year and month <= $month
    group by all
),
undated as (
    select o.indicator, arg_max(o.value, struct_pack(seq := b.seq, place := -o.ordinal)) as total
    from observation o
    join batch b on b.batch_id = o.batch_id and b.status = 'committed'
    left join merged m on m.zone_id = o.area_id
    where o.park_id = $park and coalesce(m.into_id, o.area_id) = $area and o.cluster_id = 0 and o.firm_id = 0 and o.indicator in (select unnest($codes))
      and o.measure = 'actual' and o.period_end = 0 and o.role = 'own' and o.value is not null
    group by all
)
select indicator, cast(coalesce(d.total, u.total) as double) as total
from dated d full join undated u using (indicator)

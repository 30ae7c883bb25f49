-- one row per figure of a month that was committed after the month was first closed, with what stood before it
with first_closed as (
    select min(noted_at) as closed_at from month_close where park_id = $park and period = $period and is_closed
),
stated as (
    select o.*, b.seq, b.committed_at, b.uploaded_by,
           lag(o.value) over key as old_value, b.committed_at > (select closed_at from first_closed) as later
    from observation o
    join batch b on b.batch_id = o.batch_id and b.status = 'committed'
    where o.park_id = $park and o.measure = 'actual' and o.role = 'own' and o.period_end = $period
    window key as (partition by o.area_id, o.cluster_id, o.firm_id, o.indicator, o.basis, o.period_start order by b.seq, o.ordinal)
)
select a.name as area, coalesce(c.name, '') as cluster, coalesce(f.name, '') as firm, s.indicator, s.basis,
       cast(s.old_value as double) as old, cast(s.value as double) as new, s.unit, s.file, s.sheet, s.cell, s.uploaded_by as by, s.committed_at as at
from stated s
join area a on a.area_id = s.area_id
left join cluster c on c.cluster_id = s.cluster_id
left join firm f on f.firm_id = s.firm_id
where s.later and s.value is distinct from s.old_value
order by s.committed_at desc, a.area_id, s.indicator

-- one row per figure of a park as it stands: the newest committed observation of a key, measure, basis and period
select coalesce(a.name, '') as area, coalesce(c.name, '') as cluster, coalesce(f.name, '') as firm, o.indicator, o.measure,
       case when o.basis = 'month' then 'month' else 'ytd' end as basis, o.period_end, o.file, o.sheet, o.cell
from observation o
join batch b on b.batch_id = o.batch_id and b.status = 'committed'
left join merged m on m.zone_id = o.area_id
left join area a on a.area_id = coalesce(m.into_id, o.area_id)
left join cluster c on c.cluster_id = o.cluster_id and o.cluster_id > 0
left join firm f on f.firm_id = o.firm_id and o.firm_id > 0
where o.park_id = $park and o.indicator in (select unnest($indicators)) and o.role <> 'part'
  and o.measure in ('actual', 'target') and o.basis not in ('span', 'quarter')
  and o.period_end between $first and $last
  -- the newest revision stands; a figure's own report comes before a later file's 上年同期
qualify row_number() over (
    partition by coalesce(m.into_id, o.area_id), o.cluster_id, o.firm_id, o.indicator, o.measure, case when o.basis = 'month' then 'month' else 'ytd' end, o.period_end
    order by o.role = 'own' desc, b.seq desc, o.ordinal) = 1
order by area, cluster, firm, o.indicator, o.measure, basis, o.period_end

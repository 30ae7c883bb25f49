-- one row per asked key and kind of source (text or table) with a committed figure: the latest one
with named as (
    select k.number, k.indicator, k.measure,
           case when k.measure <> 'target' and k.basis = 'year' then 'ytd' else k.basis end as basis,
           cast(replace(k.period_start, '-', '') as integer) as period_start, cast(replace(k.period_end, '-', '') as integer) as period_end,
           case when k.firm <> '' or k.area = '' then $park else coalesce(m.into_id, a.area_id, -1) end as area_id,
           case when k.firm <> '' or k.cluster = '' then 0 else coalesce(c.cluster_id, -1) end as cluster_id,
           case when k.firm = '' then 0 else coalesce(f.firm_id, -1) end as firm_id
    from asked k
    left join area a on a.name = k.area and (a.area_id = $park or a.parent_id = $park)
    left join merged m on m.zone_id = a.area_id
    left join cluster c on c.name = k.cluster and c.park_id = $park
    left join firm f on f.name = k.firm and f.park_id = $park
    where k.period_end <> ''
),
found as (
    -- a sentence has a number, a cell has an address
    select n.number, o.sheet = '' and regexp_full_match(o.cell, '[0-9]+') as from_text,
           o.value, o.value_high, o.comparator, o.file, o.sheet, o.cell, o.batch_id as batch, b.sha256, b.seq, o.ordinal
    from named n
    join (select o.* replace (coalesce(m.into_id, o.area_id) as area_id) from observation o left join merged m on m.zone_id = o.area_id where o.park_id = $park) o
        using (area_id, cluster_id, firm_id, indicator, measure, basis, period_start, period_end)
    join batch b on b.batch_id = o.batch_id and b.status = 'committed'
    where o.park_id = $park and o.role = 'own' and o.value is not null
)
select number, from_text, cast(value as double) as value, cast(value_high as double) as value_high, comparator, file, sheet, cell, batch, sha256
from found
qualify row_number() over (partition by number, from_text order by seq desc, ordinal desc) = 1
order by number, from_text

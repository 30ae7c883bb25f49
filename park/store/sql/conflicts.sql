-- one row per figure of a batch that disagrees with what stands beside it in the store, with the other figure
with own as (
    select o.* replace (coalesce(m.into_id, o.area_id) as area_id), cast(o.period_end // 100 as smallint) as year, cast(o.period_end % 100 as tinyint) as month
    from observation o
    left join merged m on m.zone_id = o.area_id
    where o.batch_id = $batch and o.measure = 'actual' and o.value is not null and o.period_end > 0 and o.role in ('own', 'same_period')
),
-- a 上年同期 figure is compared with its own year's, and the other way round
compared as (
    select distinct case role when 'own' then 'same_period' else 'own' end as role from own
),
standing as (
    select t.*,
           lag(t.ytd_value) over key as ytd_before, lag(t.ytd_origin) over key as origin_before, lag(t.month) over key as month_before
    from truth t
    where (t.park_id, t.indicator, t.year) in (select (park_id, indicator, year) from own)
    window key as (partition by t.park_id, t.area_id, t.cluster_id, t.firm_id, t.indicator, t.year order by t.month)
),
zones as (
    select z.park_id, z.area_id, z.indicator, z.year, z.month, z.ytd_value, count(distinct d.area_id) as due
    from standing z
    join standing d on d.park_id = z.park_id and d.indicator = z.indicator and d.year = z.year and d.month <= z.month
        and d.cluster_id = 0 and d.firm_id = 0 and d.area_id <> d.park_id
    where z.cluster_id = 0 and z.firm_id = 0 and z.area_id <> z.park_id and z.ytd_value is not null
    group by z.park_id, z.area_id, z.indicator, z.year, z.month, z.ytd_value
),
here as (
    select o.file, o.sheet, o.cell, o.basis, o.role, o.value, s.*
    from own o
    join standing s using (park_id, area_id, cluster_id, firm_id, indicator, year, month)
    where s.indicator in (select unnest($flows))
)
select 'month_ytd_conflict' as code, file, sheet, cell, indicator, year, month, month_value as value, ytd_value - ytd_before as other, null as place
from here
where basis in ('month', 'ytd') and role = 'own' and month_origin = 'reported' and ytd_origin = 'reported'
  and month_before = month - 1 and abs(ytd_value - ytd_before - month_value) > $tolerance * greatest(abs(ytd_value), abs(month_value))
union all
select 'ytd_decreases', file, sheet, cell, indicator, year, month, ytd_value, ytd_before, null
from here
where basis = 'ytd' and role = 'own' and ytd_origin = 'reported' and origin_before = 'reported'
  and ytd_value < ytd_before and ytd_before > 0 and ytd_value >= 0
union all
select 'same_period_differs', o.file, o.sheet, o.cell, o.indicator, o.year, o.month, o.value, p.value, null
from own o
join (
    select q.* replace (coalesce(m.into_id, q.area_id) as area_id), b.seq
    from observation q
    join batch b on b.batch_id = q.batch_id and b.status = 'committed'
    left join merged m on m.zone_id = q.area_id
    where q.measure = 'actual' and q.value is not null and q.role in (select role from compared) and (q.park_id, q.indicator, q.period_end) in (select (park_id, indicator, period_end) from own)
) p on p.park_id = o.park_id and p.area_id = o.area_id and p.cluster_id = o.cluster_id and p.firm_id = o.firm_id
   and p.indicator = o.indicator and p.basis = o.basis and p.period_start = o.period_start and p.period_end = o.period_end
   and ((o.role = 'same_period' and p.role = 'own') or (o.role = 'own' and p.role = 'same_period'))
where abs(p.value - o.value) > $tolerance * greatest(abs(p.value), abs(o.value))
qualify row_number() over (partition by o.ordinal order by p.seq desc, p.ordinal) = 1
union all
select 'parts_do_not_sum', file, sheet, cell, indicator, year, month, ytd_value, parts, null
from here
join (
    -- only where every zone that has spoken this year speaks of this month
    -- (summed: what zones hold whose names say that they may sum others, 主区)
    select z.park_id, z.indicator, z.year, z.month, sum(z.ytd_value) as parts,
           coalesce(sum(z.ytd_value) filter (regexp_matches(a.name, $summing)), 0) as summed
    from zones z
    join area a using (area_id)
    group by all
    having count(*) > 1 and count(*) = max(due)
) using (park_id, indicator, year, month)
where basis = 'ytd' and role = 'own' and area_id = park_id and cluster_id = 0 and firm_id = 0 and ytd_origin = 'reported'
  and abs(ytd_value - parts) > $tolerance * abs(ytd_value) and abs(ytd_value - (parts - summed)) > $tolerance * abs(ytd_value)
union all
-- a target of a text (its source is a sentence, a number) beside the latest one of a table, and the other way round
select 'target_differs', o.file, o.sheet, o.cell, o.indicator, cast(o.period_end // 100 as smallint), cast(o.period_end % 100 as tinyint), o.value, q.value,
       concat_ws(' ', q.file, nullif(q.sheet, ''), q.cell)
from observation o
join observation q using (park_id, area_id, cluster_id, firm_id, indicator, measure, basis, period_start, period_end)
join batch b on b.batch_id = q.batch_id and b.status = 'committed' and b.batch_id <> $batch
where o.batch_id = $batch and o.measure = 'target' and o.role = 'own' and q.role = 'own' and o.period_end > 0
  and o.value is not null and q.value is not null
  and (o.sheet = '' and regexp_full_match(o.cell, '[0-9]+')) <> (q.sheet = '' and regexp_full_match(q.cell, '[0-9]+'))
qualify row_number() over (partition by o.ordinal order by b.seq desc, q.ordinal desc) = 1
    and (abs(q.value - o.value) > $tolerance * greatest(abs(q.value), abs(o.value)) or o.value_high is distinct from q.value_high)
order by file, sheet, cell, code

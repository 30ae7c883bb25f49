-- one row per fact of a batch beside what stands without it, and per indicator that the month before had and the batch lacks
with own_batch as (
    select max(seq) as seq from batch where batch_id = $batch
),
earlier as (
    select b.batch_id, b.seq, b.file_name from batch b, own_batch
    where b.status = 'committed' and b.batch_id <> $batch and (coalesce(own_batch.seq, 0) = 0 or b.seq < own_batch.seq)
),
mine as (
    select park_id, area_id, cluster_id, firm_id, indicator, measure, basis, period_start, period_end,
           arg_max(struct_pack(value, value_high, comparator, yoy, unit, sheet, cell, raw, own := role = 'own'),
                   struct_pack(own := role = 'own', place := -ordinal)) as figure
    from (select o.* replace (coalesce(m.into_id, o.area_id) as area_id) from observation o left join merged m on m.zone_id = o.area_id)
    where batch_id = $batch and role <> 'part'
    group by all
),
-- everything earlier about the same parts and indicators
known as (
    select o.* replace (coalesce(m.into_id, o.area_id) as area_id), e.seq, e.file_name
    from observation o
    join earlier e using (batch_id)
    left join merged m on m.zone_id = o.area_id
    where o.role <> 'part' and o.park_id = (select max(park_id) from mine)
      and o.indicator in (select indicator from mine union select indicator from observation where batch_id in (select batch_id from earlier))
),
standing as (
    select area_id, cluster_id, firm_id, indicator, measure, basis, period_start, period_end,
           arg_max(struct_pack(value, value_high, comparator, yoy, own := role = 'own', file_name, batch_id),
                   struct_pack(own := role = 'own', seq, place := -ordinal)) as figure
    from known
    group by all
),
-- the last figure of the same series before this one, as what a month of it is usually like
paced as (
    select area_id, cluster_id, firm_id, indicator, measure, basis, period_end,
           case when basis = 'ytd' then figure.value / (period_end % 100) else figure.value end as monthly, figure.value as value
    from standing where basis in ('month', 'ytd', 'point') and measure = 'actual' and figure.value is not null
),
beside as (
    select m.*, s.figure as old, p.period_end as last_period, p.value as last_value, p.monthly as last_monthly
    from mine m
    left join standing s using (area_id, cluster_id, firm_id, indicator, measure, basis, period_start, period_end)
    asof left join paced p
        on m.area_id = p.area_id and m.cluster_id = p.cluster_id and m.firm_id = p.firm_id and m.indicator = p.indicator
        and m.measure = p.measure and m.basis = p.basis and m.period_end > p.period_end
),
month_of as (
    select max(period_end) as month from mine where measure = 'actual' and figure.own
),
-- the file of an earlier month that has most of the same indicators of the same parts
their_keys as (
    select distinct batch_id, seq, area_id, cluster_id, firm_id, indicator, measure, max(period_end) over (partition by batch_id) as month
    from known where measure = 'actual' and role = 'own' and firm_id = 0
),
last_file as (
    select t.batch_id, any_value(t.month) as month
    from their_keys t
    left join (select distinct area_id, cluster_id, firm_id, indicator, measure from mine) m
        using (area_id, cluster_id, firm_id, indicator, measure)
    where t.month < (select month from month_of)
    group by t.batch_id
    having count(m.indicator) * 2 >= count(*)
    order by any_value(t.month) desc, count(m.indicator) desc, max(t.seq) desc limit 1
),
lacking as (
    select k.area_id, k.cluster_id, k.firm_id, k.indicator, k.measure, k.basis, k.period_start, k.period_end, k.value, k.unit, k.file_name
    from known k join last_file l on l.batch_id = k.batch_id and k.period_end = l.month
    where k.measure = 'actual' and k.role = 'own' and k.firm_id = 0
      and not exists (
          select 1 from mine m where m.area_id = k.area_id and m.cluster_id = k.cluster_id and m.firm_id = k.firm_id
          and m.indicator = k.indicator and m.measure = 'actual' and m.period_end = (select month from month_of))
    qualify row_number() over (partition by k.area_id, k.cluster_id, k.firm_id, k.indicator order by k.basis = 'ytd' desc, k.ordinal) = 1
),
compared as (
    select case when old is null then 'new'
                when old.own and not figure.own and figure.value is distinct from old.value then 'beside'
                when figure.value is not distinct from old.value and figure.value_high is not distinct from old.value_high
                     and figure.comparator = old.comparator and coalesce(abs(figure.yoy - old.yoy) < 1e-9, true) then 'unchanged'
                else 'changed' end as kind,
           area_id, cluster_id, firm_id, indicator, measure, basis, period_start, period_end,
           figure.value as value, figure.value_high as value_high, figure.comparator as comparator, figure.yoy as yoy, figure.unit as unit,
           figure.sheet as sheet, figure.cell as cell, figure.raw as raw,
           old.value as old_value, old.value_high as old_high, old.comparator as old_comparator, old.yoy as old_yoy, old.file_name as old_file,
           last_period, last_value,
           case when old.value is not null then abs(ln(nullif(abs(figure.value), 0) / nullif(abs(old.value), 0)))
                else abs(ln(nullif(abs(case when basis = 'ytd' then figure.value / (period_end % 100) else figure.value end), 0)
                            / nullif(abs(last_monthly), 0))) end as jump
    from beside
    union all by name
    select 'missing' as kind, area_id, cluster_id, firm_id, indicator, measure, basis, period_start, period_end, unit,
           value as old_value, file_name as old_file
    from lacking
)
select c.kind, coalesce(a.name, '') as area, coalesce(k.name, '') as cluster, coalesce(f.name, '') as firm, c.indicator, c.measure, c.basis,
       case when c.period_start > 0 then printf('%04d-%02d', c.period_start // 100, c.period_start % 100) else '' end as period_start,
       case when c.period_end > 0 then printf('%04d-%02d', c.period_end // 100, c.period_end % 100) else '' end as period_end,
       cast(c.value as double) as value, cast(c.value_high as double) as value_high, c.comparator, c.yoy, c.unit, c.sheet, c.cell, c.raw,
       cast(c.old_value as double) as old_value, cast(c.old_high as double) as old_high, c.old_comparator, c.old_yoy, c.old_file,
       case when c.old_value <> 0 and c.kind <> 'missing' then 100 * cast((c.value - c.old_value) as double) / abs(cast(c.old_value as double)) end as change,
       case when c.last_period > 0 then printf('%04d-%02d', c.last_period // 100, c.last_period % 100) end as last_period,
       cast(c.last_value as double) as last_value, cast(c.jump as double) as jump
from compared c
left join area a on a.area_id = c.area_id
left join cluster k on k.cluster_id = c.cluster_id
left join firm f on f.firm_id = c.firm_id
order by case c.kind when 'changed' then 0 when 'beside' then 1 when 'missing' then 2 when 'new' then 3 else 4 end,
         coalesce(c.jump, 0) desc, c.area_id, c.cluster_id, c.firm_id, c.indicator, c.period_end, c.basis

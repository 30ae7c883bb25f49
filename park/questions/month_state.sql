-- one row per area and indicator that a month has or owes
with spoken as (
    select coalesce(m.into_id, o.area_id) as area_id, o.indicator, o.period_end, b.status, b.seq, b.batch_id, o.file, o.sheet, o.cell, o.ordinal
    from observation o
    join batch b on b.batch_id = o.batch_id and b.status in ('committed', 'staged')
    left join merged m on m.zone_id = o.area_id
    where o.park_id = $park and o.measure = 'actual' and o.role = 'own' and o.cluster_id = 0 and o.firm_id = 0
      and (o.value is not null or o.yoy is not null) and o.period_end in ($period, $before, $quarter_before, $year_before)
      and list_contains($codes, o.indicator)
),
here as (
    select s.*, f.message
    from spoken s
    left join (
        select batch_id, file, sheet, cell, min(message) as message from finding where severity in ('error', 'warning') group by all
    ) f on f.batch_id = s.batch_id and f.file = s.file and f.sheet = s.sheet and f.cell = s.cell and f.cell <> ''
    where s.period_end = $period
),
reported as (
    select area_id, indicator,
           bool_or(status = 'committed') as received,
           arg_max(struct_pack(file, sheet, cell, batch_id), (status = 'committed', seq, ordinal)) as place,
           -- the doubts of the batch that stands, at any of the cells of this figure
           arg_max(message, (seq, ordinal)) filter (message is not null and status = 'committed' and seq = latest) as message
    from (select *, max(seq) over (partition by area_id, indicator) as latest from here)
    group by all
),
due as (
    -- reported the month before or in the same month of last year; a quarter's end also what the last quarter's end had
    select distinct area_id, indicator from spoken
    where status = 'committed' and (period_end in ($before, $year_before) or (period_end = $quarter_before and $quarter_ends))
    union
    -- where the area has reported nothing of it for a year: what it has a target for
    select t.area_id, t.indicator from target t
    where t.park_id = $park and t.year = $year and t.cluster_id = 0 and t.firm_id = 0 and t.origin <> 'sum' and list_contains($codes, t.indicator)
      and not exists (
          from truth u where u.park_id = t.park_id and u.area_id = t.area_id and u.cluster_id = 0 and u.firm_id = 0 and u.indicator = t.indicator
          and cast(u.year as integer) * 100 + u.month between $year_before and $period - 1)
),
known as (
    select area_id, indicator from due union select area_id, indicator from reported
)
select a.name as area, k.indicator,
       case when r.received and r.message is not null then 'doubt'
            when r.received then 'received'
            when r.area_id is not null then 'staged'
            when t.area_id is not null then 'computed'
            else 'missing' end as state,
       r.message, r.place.file as file, r.place.sheet as sheet, r.place.cell as cell, r.place.batch_id as batch,
       a.area_id, a.parent_id
from known k
join area a on a.area_id = k.area_id
left join reported r on r.area_id = k.area_id and r.indicator = k.indicator
left join truth t on t.park_id = $park and t.area_id = k.area_id and t.cluster_id = 0 and t.firm_id = 0 and t.indicator = k.indicator
    and t.year = $year and t.month = $month and coalesce(t.month_value, t.ytd_value) is not null
order by a.parent_id, a.area_id, k.indicator

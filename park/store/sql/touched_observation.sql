-- one row per committed observation of a touched park, indicator and year (targets: of the year after, too; spans: of any year)
create or replace temp table touched_observation as
with wanted as (
    select park_id, indicator, year, true as of_year from touched
    union
    select park_id, indicator, cast(year + 1 as integer), false from touched
    where (park_id, indicator, year + 1) not in (select (park_id, indicator, year) from touched)
)
select o.park_id, coalesce(m.into_id, o.area_id) as area_id, o.cluster_id, o.firm_id, o.indicator, k.kind, o.measure,
       cast(o.period_end // 100 as smallint) as year, cast(o.period_end % 100 as tinyint) as month,
       -- which series of its year a figure belongs to; null: none of them
       case when o.basis = 'span' then 'span'
            when o.basis = 'point' and k.kind = 'flow' then null
            when k.kind = 'stock' and o.measure = 'actual' then 'ytd'
            when o.basis in ('month', 'point') then o.basis
            when o.basis in ('ytd', 'year') and o.period_start % 100 = 1 and o.period_start // 100 = o.period_end // 100 then 'ytd'
            -- the first quarter's own figure is the year to March
            when o.basis = 'quarter' and o.period_start % 100 = 1 and o.period_end % 100 = 3 then 'ytd' end as series,
       cast(o.period_start // 100 as smallint) as first_year,
       o.comparator, o.value, o.value_high, o.yoy, o.role, b.simulated,
       -- own before same_period, later batch before earlier, more digits before fewer, first place before later ones: one number, as it
       -- compares many times faster than a struct (2^23 batches, 63 digits, 2^31 places)
       (case when o.role = 'own' then 1::bigint << 62 else 0 end) + (b.seq << 37)
           + (least(63, length(trim(case when regexp_full_match(o.raw, '[0-9.]+') then replace(o.raw, '.', '0')
                                      else translate(regexp_extract(o.raw, '[0-9][0-9.,]*'), '.,', '0') end, '0'))) << 31)
           + (2147483647 - o.ordinal) as rank
from observation o
join batch b on b.batch_id = o.batch_id and b.status = 'committed'
join kind k on k.indicator = o.indicator
left join merged m on m.zone_id = o.area_id
join wanted w on w.park_id = o.park_id and w.indicator = o.indicator and w.year = o.period_end // 100
where o.measure in ('actual', 'target') and o.role <> 'part' and o.period_end > 0 and o.basis <> 'span'
  and (w.of_year or o.measure = 'target')

-- one row per key, measure and period of several years of a touched park and indicator
delete from span where (park_id, indicator) in (select (park_id, indicator) from touched);

insert into span by name
select o.park_id, coalesce(m.into_id, o.area_id) as area_id, o.cluster_id, o.firm_id, o.indicator, o.measure,
       cast(o.period_start // 100 as smallint) as first_year, cast(o.period_end // 100 as smallint) as last_year,
       coalesce(arg_max(o.comparator, b.seq) filter (o.value is not null), max(o.comparator)) as comparator,
       arg_max(o.value, row(b.seq, -o.ordinal)) filter (o.value is not null) as value,
       arg_max(o.value_high, row(b.seq, -o.ordinal)) filter (o.value is not null) as value_high,
       arg_max(o.yoy, row(b.seq, -o.ordinal)) filter (o.yoy is not null) as growth,
       bool_or(b.simulated) as simulated
from observation o
join batch b on b.batch_id = o.batch_id and b.status = 'committed'
join kind k on k.indicator = o.indicator
left join merged m on m.zone_id = o.area_id
where o.basis = 'span' and o.measure in ('actual', 'target') and o.role <> 'part' and o.period_start > 0
  and (o.park_id, o.indicator) in (select (park_id, indicator) from touched)
group by all

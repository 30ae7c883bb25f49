-- one row per touched park and zone of it that any committed actual speaks of: from which month to which (DEFINITIONS 10)
delete from coverage where park_id in (select park_id from touched);

insert into coverage by name
with months as (
    select o.park_id, coalesce(m.into_id, o.area_id) as area_id, o.firm_id, min(o.period_end) as first_month, max(o.period_end) as last_month, bool_or(b.simulated) as simulated
    from observation o
    join batch b on b.batch_id = o.batch_id and b.status = 'committed'
    left join merged m on m.zone_id = o.area_id
    where o.measure = 'actual' and o.period_end > 0 and o.park_id in (select park_id from touched)
    group by all
),
-- a firm's figures stand under the park; they are its zone's too
placed as (
    select park_id, park_id as area_id, first_month, last_month, simulated from months
    union all
    select m.park_id, coalesce(s.area_id, m.area_id), m.first_month, m.last_month, m.simulated
    from months m left join firm_state s on s.park_id = m.park_id and s.firm_id = m.firm_id
)
select park_id, area_id, min(first_month) as first_month, max(last_month) as last_month, bool_or(simulated) as simulated
from placed
group by all

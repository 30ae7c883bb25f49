-- one row per area that a batch speaks of, itself or through firms and projects that stand elsewhere already
with spoken_firm as (
    select park_id, firm_id from observation where batch_id = $batch and firm_id > 0
    union
    select park_id, firm_id from firm_record where batch_id = $batch
),
said as (
    select firm_id, area_id from firm_record where batch_id = $batch and area_id is not null
),
known as (
    select s.firm_id, s.area_id from firm_state s join spoken_firm f using (park_id, firm_id) where s.area_id is not null
)
select coalesce(m.into_id, s.area_id) as area_id
from (
select area_id from observation where batch_id = $batch and firm_id = 0
union
select area_id from said
union
select area_id from known
union
-- a firm that no file has placed is the park's
select park_id from spoken_firm where firm_id not in (select firm_id from said union select firm_id from known)
union
select coalesce(area_id, park_id) from project_record where batch_id = $batch
union
select coalesce(other.area_id, other.park_id)
from project_record p
join project_record other on other.park_id = p.park_id and other.project = p.project and other.batch_id <> p.batch_id
join batch b on b.batch_id = other.batch_id and b.status = 'committed'
where p.batch_id = $batch
union
-- which clusters lead is said of the whole park
select park_id from cluster_record where batch_id = $batch
) s
left join merged m on m.zone_id = s.area_id

-- one row per park with an actual figure of the month (none given: whose figures reach the latest month of all)
with spoken as (
    select distinct park_id from truth
    where $month is not null and year = cast($month as integer) // 100 and month = cast($month as integer) % 100
    union
    select area_id from coverage where $month is null and last_month = (select max(last_month) from coverage)
)
select a.area_id, a.parent_id, a.kind, a.name
from area a
join spoken s on s.park_id = a.area_id
where a.kind = 'park'
order by a.area_id

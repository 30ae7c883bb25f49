-- one row per park and zone: its first and last month with an actual, and whether any of its figures are simulated
select a.name as area, coalesce(p.name, '') as parent, a.kind,
       case when o.first_month is not null then printf('%04d-%02d', o.first_month // 100, o.first_month % 100) end as first_month,
       case when o.last_month is not null then printf('%04d-%02d', o.last_month // 100, o.last_month % 100) end as last_month,
       coalesce(o.simulated, false) as simulated, a.area_id, a.parent_id
from area a
left join area p on p.area_id = a.parent_id
left join coverage o on o.area_id = a.area_id
where a.area_id not in (select zone_id from merged)
order by case when a.parent_id = 0 then a.area_id else a.parent_id end, a.parent_id, a.area_id

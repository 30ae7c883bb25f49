-- one row per firm of a park that a file describes: its zone, cluster, land in 亩, above-scale or not; null where no file says
select s.firm_id, a.name as area, c.name as "cluster", cast(s.land as double) as land, s.above_scale, s.area_id, s.cluster_id
from firm_state s
left join area a on a.area_id = s.area_id
left join cluster c on c.cluster_id = s.cluster_id
where s.park_id = $park

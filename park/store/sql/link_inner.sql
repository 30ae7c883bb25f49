-- one row per zone or cluster of a touched park and part of it; the lowest level with a figure of its own is added up
create or replace temp table link as
with park as (select distinct park_id from touched)
-- a zone is its clusters, else its firms
select distinct f.park_id, f.area_id as total_area, 0 as total_cluster,
       f.area_id as part_area, f.cluster_id as part_cluster, 0 as part_firm, 1 as level
from figure f where f.area_id <> f.park_id and f.cluster_id > 0 and f.firm_id = 0
union all
select s.park_id, s.area_id, 0, s.park_id, 0, s.firm_id, 2
from firm_state s join park using (park_id) where s.area_id <> s.park_id
union all
-- a cluster of the park is its shares in the zones, else its firms
select distinct f.park_id, f.park_id, f.cluster_id, f.area_id, f.cluster_id, 0, 1
from figure f where f.area_id <> f.park_id and f.cluster_id > 0 and f.firm_id = 0
union all
select s.park_id, s.park_id, s.cluster_id, s.park_id, 0, s.firm_id, 2
from firm_state s join park using (park_id) where s.cluster_id > 0

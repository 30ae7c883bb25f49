-- one row per touched park and part of it; the lowest level with a figure of its own is added up (DEFINITIONS 7)
create or replace temp table link as
select distinct park_id, park_id as total_area, 0 as total_cluster,
       area_id as part_area, cluster_id as part_cluster, firm_id as part_firm,
       case when firm_id > 0 then 4 when area_id = park_id then 2 when cluster_id = 0 then 1 else 3 end as level
from figure where not (area_id = park_id and cluster_id = 0 and firm_id = 0)

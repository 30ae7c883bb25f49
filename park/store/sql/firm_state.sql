-- one row per firm described by a committed batch: the latest known of each attribute
insert into firm_state by name
select r.park_id, r.firm_id,
       arg_max(coalesce(m.into_id, r.area_id), b.seq) filter (r.area_id is not null) as area_id,
       arg_max(r.cluster_id, b.seq) filter (r.cluster_id is not null) as cluster_id,
       arg_max(r.land, b.seq) filter (r.land is not null) as land,
       arg_max(r.above_scale, b.seq) filter (r.above_scale is not null) as above_scale
from firm_record r
join batch b on b.batch_id = r.batch_id and b.status = 'committed'
left join merged m on m.zone_id = r.area_id
group by all

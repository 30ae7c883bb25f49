-- one row per cluster of a park that a committed file speaks of as leading or not: its latest word
select r.cluster_id, arg_max(r.is_leading, b.seq) as is_leading
from cluster_record r
join batch b on b.batch_id = r.batch_id and b.status = 'committed'
where r.park_id = $park
group by all

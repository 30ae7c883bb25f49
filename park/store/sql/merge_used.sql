-- one row per committed .json batch later than this one with figures that follow from this one's, and area of this one: it may be a decision about merged zones
select distinct b.batch_id, b.sha256, o.area_id
from observation o
join batch own on own.batch_id = o.batch_id
join batch b on b.park_id = own.park_id and b.status = 'committed' and b.seq > own.seq and ends_with(b.file_name, '.json')
join observation d on d.batch_id = b.batch_id and d.indicator = o.indicator
where o.batch_id = $batch and o.firm_id = 0 and o.role <> 'part' and o.area_id <> o.park_id
  and (d.measure = o.measure and d.period_end // 100 = o.period_end // 100
       -- a target that is a growth on what was achieved the year before
       or d.measure = 'target' and o.measure = 'actual' and d.period_end // 100 = o.period_end // 100 + 1)
order by b.batch_id, o.area_id

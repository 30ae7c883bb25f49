-- one row per year with a target of the area or of its parts, latest first
select distinct t.year
from target t
where t.park_id = $park and ($area = $park or t.area_id = $area) and t.firm_id = 0
order by t.year desc

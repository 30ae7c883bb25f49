-- one row per figure of the closed months as the monthly truth says it now
select t.*
from truth t
join (select unnest($parks) as park_id, unnest($periods) as period) c on c.park_id = t.park_id and c.period = cast(t.year as integer) * 100 + t.month
where list_contains($codes, t.indicator)

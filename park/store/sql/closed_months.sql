-- one row per month of the parks and years that is closed: the latest word counts
select park_id, period
from month_close
where list_contains($parks, park_id) and list_contains($years, period // 100)
qualify row_number() over (partition by park_id, period order by noted_at desc, rowid desc) = 1 and is_closed
order by all

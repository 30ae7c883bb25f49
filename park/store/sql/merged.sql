-- one row per zone that is merged into another: the latest word of each zone
insert into merged by name
select zone_id, into_id
from merging
qualify row_number() over (partition by zone_id order by noted_at desc, rowid desc) = 1 and is_merged

-- one row per firm of a park whose land is known, in 亩
select firm_id, cast(land as double) as land from firm_state where park_id = $park and land is not null

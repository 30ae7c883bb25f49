-- one row per key and year of a target, and per key and month of a monthly plan
delete from target where (park_id, indicator, year) in (select (park_id, indicator, year) from target_touched);

insert into target by name
select park_id, area_id, cluster_id, firm_id, indicator, year, comparator, value, value_high, growth, origin, simulated
from goal
order by firm_id > 0, park_id, year, indicator, area_id, cluster_id, firm_id;

delete from plan where (park_id, indicator, year) in (select (park_id, indicator, year) from touched);

insert into plan by name
select o.park_id, o.area_id, o.cluster_id, o.firm_id, o.indicator, o.year, o.month, arg_max(o.value, o.rank) as value
from touched_observation o
semi join touched t on t.park_id = o.park_id and t.indicator = o.indicator and t.year = o.year
where o.measure = 'target' and o.series = 'ytd' and o.month < 12 and o.value is not null
group by all
order by all

-- one row per stage that is known only as a total of the year, for parks without a ledger
select indicator, arg_max(ytd_value, year::integer * 12 + month) as total
from truth
where park_id = $park and area_id = $area and cluster_id = 0 and firm_id = 0 and indicator in (select unnest($codes))
  and ytd_value is not null and year = $year and month <= $month
group by all

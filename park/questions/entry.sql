-- one row per indicator that an area has figures or targets of in this or the last year: what stands for a month, before it, and for the year
with months as (
    select indicator, cast(year as integer) * 100 + month as upto, month_value, ytd_value, month_origin, ytd_origin
    from truth
    where area_id = $area and cluster_id = 0 and firm_id = 0 and year between $year - 1 and $year
),
goals as (
    select indicator, year, comparator, value, value_high, growth, origin from target
    where area_id = $area and cluster_id = 0 and firm_id = 0 and year between $year - 1 and $year
)
select indicator,
       cast(max(month_value) filter (upto = $month and month_origin = 'reported') as double) as month_value,
       cast(max(ytd_value) filter (upto = $month and ytd_origin = 'reported') as double) as ytd_value,
       cast(arg_max(ytd_value, upto) filter (upto < $month and upto > $year * 100 and ytd_value is not null) as double) as last_ytd,
       cast(max(ytd_value) filter (upto = ($year - 1) * 100 + 12) as double) as last_year,
       max(comparator) as comparator, cast(max(value) as double) as target, cast(max(value_high) as double) as target_high, max(growth) as growth
from (
    select indicator, upto, month_value, ytd_value, month_origin, ytd_origin, null as comparator, null as value, null as value_high, null as growth from months
    union all
    select indicator, null, null, null, null, null, comparator, value, value_high, growth from goals where year = $year and origin <> 'sum'
    union all
    select indicator, null, null, null, null, null, null, null, null, null from goals
)
group by indicator

-- one row per key and indicator with a target of the year or a figure in January..month (DEFINITIONS 12-25)
with measured as (
    select unnest($codes) as indicator, unnest($kinds) as kind, unnest($lower) as less_is_better, unnest($percent) as in_percent
),
scoped as (
    select t.* from truth t
    where t.park_id = $park and t.area_id in (select unnest($areas))
      and t.cluster_id between $cluster_low and $cluster_high and t.firm_id between $firm_low and $firm_high
      and t.year between $year - 1 and $year and t.indicator in (select unnest($codes))
      and ($zone = 0 or t.firm_id in (select firm_id from firm_state where park_id = $park and area_id = $zone)
           or (t.area_id = $zone and t.firm_id = 0))
),
-- flows and ratios count in their own month only; a stock keeps its last value of the year
standing as (
    select s.*, m.kind,
           case when m.kind = 'stock' then s.month <= $month else s.month = $month end as stands
    from scoped s join measured m using (indicator)
),
figures as (
    select area_id, cluster_id, firm_id, indicator,
           arg_max(ytd_value, month) filter (year = $year and stands and ytd_value is not null) as actual,
           arg_max(ytd_value, month) filter (year = $year - 1 and stands and ytd_value is not null) as base,
           any_value(ytd_value) filter (year = $year - 1 and month = 12) as last_year,
           arg_max_null(yoy_ytd, month) filter (year = $year and stands and (ytd_value is not null or yoy_ytd is not null)) as yoy_reported,
           max(month) filter (year = $year and month <= $month and (month_value is not null or ytd_value is not null)) as last_month,
           bool_or(simulated) filter (year = $year and month <= $month) as actual_simulated
    from standing
    group by all
    having bool_or(year = $year and month <= $month) or bool_or(year = $year - 1)
),
goals as (
    select g.* from target g
    where g.park_id = $park and g.area_id in (select unnest($areas))
      and g.cluster_id between $cluster_low and $cluster_high and g.firm_id between $firm_low and $firm_high
      and g.year = $year and g.indicator in (select unnest($codes))
      and ($zone = 0 or g.firm_id in (select firm_id from firm_state where park_id = $park and area_id = $zone)
           or (g.area_id = $zone and g.firm_id = 0))
),
present as (
    select area_id, cluster_id, firm_id, indicator from scoped where year = $year and month <= $month
    union
    select area_id, cluster_id, firm_id, indicator from goals
),
plans as (
    select area_id, cluster_id, firm_id, indicator, any_value(value) filter (month = $month) as planned
    from plan
    where park_id = $park and year = $year
    group by all
),
joined as (
    select p.area_id, p.cluster_id, p.firm_id, p.indicator, m.kind, m.in_percent,
           g.value as target, g.value_high as target_high, g.comparator, g.origin as target_from,
           g.indicator is not null as has_target,
           m.less_is_better or coalesce(g.comparator = '<=', false) as lower,
           f.actual, f.base, f.last_year, f.yoy_reported, f.last_month,
           n.planned, n.indicator is not null as has_plan,
           coalesce(f.actual_simulated, false) as simulated
    from present p
    join measured m using (indicator)
    left join figures f using (area_id, cluster_id, firm_id, indicator)
    left join goals g using (area_id, cluster_id, firm_id, indicator)
    left join plans n using (area_id, cluster_id, firm_id, indicator)
),
-- a range is measured against its easier bound
aimed as (
    select *, case when lower and comparator = 'range' then coalesce(target_high, target) else target end as aim
    from joined
),
paced as (
    select *,
           cast(actual as double) as a, cast(aim as double) as t,
           case when kind <> 'flow' then null
                when $pace = 'linear' then $month * 100 / 12.0::double
                when $pace = 'plan' and has_plan and aim > 0 then if($month = 12, aim, planned)::double * 100 / aim::double
                when $pace = 'seasonal' and last_year > 0 then base::double * 100 / last_year::double end as time_progress
    from aimed
),
completed as (
    select *,
           case when t is null or a is null or t <= 0 then null
                when kind = 'flow' or not lower then a * 100 / t
                when a > 0 then t * 100 / a end as completion
    from paced
),
-- on the line counts as reached: the ratio is compared to twelve digits, so that binary fractions do not fall short of it
rated as (
    select *,
           round(case when kind <> 'flow' then completion / 100
                      when not lower then completion / nullif(time_progress, 0)
                      else time_progress / nullif(completion, 0) end, 12) as pace_ratio,
           case when kind = 'flow' then if(lower, time_progress - completion, completion - time_progress) end as gap
    from completed
),
judged as (
    select *,
           case when a is null or t is null then null
                when lower and a <= 0 and (t = 0 or (t > 0 and (kind <> 'flow' or $month = 12))) then 'done'
                when completion is null then null
                when kind <> 'flow' then case when pace_ratio >= 1 then 'done' when pace_ratio >= $on_pace then 'on_pace'
                                              when pace_ratio >= $slow then 'slow' else 'behind' end
                when a >= t and not lower then 'done'
                when a <= t and lower and $month = 12 then 'done'
                when time_progress is null then null
                when time_progress <= 0 then case when a = 0 then 'on_pace' when (a > 0) <> lower then 'ahead' else 'behind' end
                when lower and completion <= 0 then 'ahead'
                when pace_ratio >= $ahead then 'ahead' when pace_ratio >= $on_pace then 'on_pace'
                when pace_ratio >= $slow then 'slow' else 'behind' end as status
    from rated
)
select j.area_id, j.cluster_id, j.firm_id,
       coalesce(z.name, r.name) as area, coalesce(c.name, '') as cluster, coalesce(i.name, '') as firm, j.indicator,
       j.target, j.comparator, j.actual, j.completion, j.time_progress, j.gap, j.status,
       case when kind = 'ratio' or $month = 12 then null
            when kind = 'stock' and lower then if(a > t, a - t, if(a <= t, 0, null)) / (12 - $month)
            else if(t > a, t - a, if(t <= a, 0, null)) / (12 - $month) end as required_per_month,
       case when kind = 'flow' and $month < 12 then a * 12 / $month end as landing_linear,
       case when kind = 'flow' and $month < 12 and base > 0 and last_year > 0 then a * last_year::double / base::double end as landing_seasonal,
       j.yoy_reported,
       case when base > 0 and not (kind = 'ratio' and in_percent) then (a - base::double) * 100 / base::double end as yoy_computed,
       j.target_high, j.target_from,
       case when a is null and yoy_reported is not null and last_month is null then 'growth_only'
            when a is null and last_month = $month then 'months_missing'
            when a is null and last_month is not null then 'not_reported'
            when a is null then 'no_figure'
            when not has_target then 'no_target'
            when t is null then 'no_base'
            when t <= 0 then 'target_not_positive'
            when kind = 'flow' and time_progress is null then if($pace = 'plan', 'no_plan', 'no_seasonal_base') end as reason,
       case when a is null then null
            when kind = 'ratio' and in_percent then 'points'
            when base is null then 'no_base'
            when base <= 0 then 'base_not_positive' end as growth_reason,
       case when last_month is not null then printf('%04d-%02d', $year, last_month) end as last_month,
       case when kind = 'ratio' and in_percent then a - base::double end as change_points,
       cast(aim as double) as aim, cast(base as double) as base, cast(last_year as double) as last_year, lower, kind, simulated
from judged j
join (select area_id, name from area) r on r.area_id = j.area_id
left join firm_state s on s.park_id = $park and s.firm_id = j.firm_id
left join (select area_id, name from area) z on z.area_id = s.area_id
left join cluster c on c.cluster_id = case when j.firm_id > 0 then s.cluster_id else j.cluster_id end
left join firm i on i.firm_id = j.firm_id
order by list_position($codes, j.indicator), j.actual desc nulls last, area, cluster, firm

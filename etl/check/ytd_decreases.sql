-- one row per year to date that is below an earlier one of its year: the figure that is out of line, and the other
select
    case when next_v < before_v and v >= coalesce(earlier_v, 0) then before_id else id end as odd,
    case when next_v < before_v and v >= coalesce(earlier_v, 0) then id else before_id end as other
from chain
where before_id is not null and lowest >= 0 and v < before_v - 1.0001 * (half + before_half) and not list_contains($net, indicator)
order by odd

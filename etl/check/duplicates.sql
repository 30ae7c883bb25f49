-- one row per figure whose key an earlier figure of the file holds with a value that rounding does not explain
with repeated as (
    select
        *, min(id) over same_key as first_id, first_value(v) over same_key as first_v,
        first_value(high) over same_key as first_high, first_value(half) over same_key as first_half
    from figure
    where comparable
    window same_key as (partition by area, cluster, firm, indicator, measure, basis, first, last, own order by id)
    qualify count(*) over (partition by area, cluster, firm, indicator, measure, basis, first, last, own) > 1
)
select id, first_id, own
from repeated
where id > first_id
    and (
        abs(v - first_v) > 1.0001 * (half + first_half) + 1e-9 * abs(first_v)
        or coalesce(high, v) - v <> coalesce(first_high, first_v) - first_v
    )
order by id

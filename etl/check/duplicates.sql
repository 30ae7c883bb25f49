-- one row per figure whose key an earlier figure of the file holds with a value that rounding does not explain
with repeated as (
    select key, own, min(id) as first_id
    from figure
    where comparable and key in (select key from figure where spare)
    group by key, own
    having count(*) > 1
)
select again.id, before.id, again.own
from repeated
join figure as before on before.id = repeated.first_id
join figure as again on again.key = repeated.key and again.own = repeated.own and again.id > before.id
where abs(again.v - before.v) > 1.0001 * (again.half + before.half) + 1e-9 * abs(before.v)
    or coalesce(again.high, again.v) - again.v <> coalesce(before.high, before.v) - before.v
order by again.id

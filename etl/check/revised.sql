-- one row per 上年同期 figure that differs from the figure reported in its own year, beyond rounding
select past.id, min(same.id)
from figure as past
join figure as same on same.key = past.key and same.own
where not past.own and past.comparable and past.key in (select key from figure where spare)
    and abs(past.v - same.v) > 1.0001 * (past.half + same.half) + 1e-9 * abs(same.v)
group by past.id
order by past.id

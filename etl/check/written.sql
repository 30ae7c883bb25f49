-- one row per figure that is written with signs, units or words: its number and how many decimals it is written with
with digits as (
    select
        place, raw, replace(translate(raw, '０１２３４５６７８９．，', '0123456789.,'), ',', '') as folded, try_cast(raw as double) as plain
    from odd
)
select
    coalesce(plain, try_cast(regexp_extract(folded, '\d+(\.\d+)?') as double)) as written,
    case
        when plain is null then length(regexp_extract(folded, '\d+\.(\d+)', 1))
        when contains(raw, '.') then length(raw) - instr(raw, '.')
        else 0
    end as decimals
from digits
order by place

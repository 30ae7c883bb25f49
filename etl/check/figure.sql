-- one row per figure with a value, with what the checks compare by: half is half of its last written place, in canonical units
create temp table figure as
with bare as (
    select *, replace(case when ascii(raw) > 127 or length(raw) <> strlen(raw) then translate(raw, '０１２３４５６７８９．，', '0123456789.,') else raw end, ',', '') as text
    from observed
    where v is not null
),
digits as (
    select
        *,
        coalesce(try_cast(text as double), try_cast(regexp_extract(text, '\d+(\.\d+)?') as double)) as number,
        case
            when try_cast(text as double) is null then length(regexp_extract(text, '\d+\.(\d+)', 1))
            when contains(text, '.') then length(text) - instr(text, '.')
            else 0
        end as decimals
    from bare
)
select
    digits.* exclude (raw, text, number),
    case when number <> 0 then abs(v / number) else 1 end as unit,
    case when dimension = 'count' and decimals = 0 then 0 else 0.5 * pow(10, -decimals) * case when number <> 0 then abs(v / number) else 1 end end as half
from digits

-- one row per figure with a value, with what the checks compare by: half is half of its last written place, in canonical units;
-- series: one part and indicator; key: the same for one period, basis and measure (a year is the year to date of December); spare: an earlier figure holds the key
create temp table figure as
with digits as (
    -- raw is there only where number and decimals are not: figures written with signs, units or words
    select
        *,
        case when raw is not null then replace(translate(raw, '０１２３４５６７８９．，', '0123456789.,'), ',', '') end as folded,
        try_cast(raw as double) as plain
    from observed
    where v is not null
),
scaled as (
    select
        * exclude (raw, folded, plain, number, decimals),
        case
            when raw is null then number
            when plain is not null then plain
            else try_cast(regexp_extract(folded, '\d+(\.\d+)?') as double)
        end as written,
        case
            when raw is null then decimals
            when plain is null then length(regexp_extract(folded, '\d+\.(\d+)', 1))
            when contains(raw, '.') then length(raw) - instr(raw, '.')
            else 0
        end as decimals
    from digits
)
select
    * exclude (written), case when written <> 0 then abs(v / written) else 1 end as unit,
    case when dimension = 'count' and decimals = 0 then 0 else 0.5 * pow(10, -decimals) * unit end as half
from scaled

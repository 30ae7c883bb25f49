-- one row per figure with a value, with what the checks compare by: half is half of its last written place, in canonical units;
-- series: one part and indicator; key: the same for one period, basis and measure (a year is the year to date of December); spare: an earlier figure holds the key
create temp table figure as
with written as (
    select
        *,
        hash(area, cluster, firm, indicator) as series,
        hash(area, cluster, firm, indicator, measure, case when basis = 'year' and kind = 'flow' and measure = 'actual' then 'ytd' else basis end, first, last) as key,
        try_cast(raw as double) as plain
    from observed
    where v is not null
),
digits as (
    select
        *,
        case
            when plain is not null then plain
            else try_cast(regexp_extract(replace(translate(raw, '０１２３４５６７８９．，', '0123456789.,'), ',', ''), '\d+(\.\d+)?') as double)
        end as number,
        case
            when plain is null then length(regexp_extract(replace(translate(raw, '０１２３４５６７８９．，', '0123456789.,'), ',', ''), '\d+\.(\d+)', 1))
            when contains(raw, '.') then length(raw) - instr(raw, '.')
            else 0
        end as decimals
    from written
),
scaled as (
    select * exclude (raw, plain, number), case when number <> 0 then abs(v / number) else 1 end as unit
    from digits
),
repeated as (
    select key from scaled group by key having count(*) > 1
),
again as (
    select id, row_number() over (partition by key order by own desc, id) > 1 as spare
    from scaled
    where key in (select key from repeated)
)
select
    scaled.*, coalesce(again.spare, false) as spare,
    case when dimension = 'count' and decimals = 0 then 0 else 0.5 * pow(10, -decimals) * unit end as half
from scaled
left join again using (id)

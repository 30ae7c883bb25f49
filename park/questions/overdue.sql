-- one row per project of a park that was due to start by the as-of month and has not, by the newest committed ledger
with ledger as (
    select p.*, row_number() over (partition by p.project, coalesce(p.firm, '') order by b.seq desc) as newest
    from project_record p
    join batch b on b.batch_id = p.batch_id and b.status = 'committed'
    where p.park_id = $park and ($area = $park or p.area_id = $area)
)
select project, coalesce(firm, '') as firm, area_id, coalesce(reason, '') as reason, coalesce(responsible, '') as responsible, planned_start
from ledger
where newest = 1 and coalesce(stage, '签约') = '签约' and coalesce(started, '') = '' and coalesce(planned_start, '') <> ''
  and replace(left(planned_start, 7), '-', '')::integer <= $year * 100 + $month
order by planned_start, project

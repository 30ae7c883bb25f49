-- one row per committed line of a ledger about a project, the newest first
select r.file, r.sheet, r.cell, coalesce(r.stage, '') as stage, cast(r.investment as double) as investment,
       b.batch_id as batch, b.uploaded_by as by, b.committed_at as at,
       row_number() over (order by b.seq desc) = 1 as newest, b.simulated
from project_record r
join batch b on b.batch_id = r.batch_id and b.status = 'committed'
where r.park_id = $park and r.project = $project and coalesce(r.firm, '') = $firm
order by b.seq desc, r.cell

-- one row per project of a park: the newest committed ledger row that names it
select project, file, sheet, cell
from project_record p
join batch b on b.batch_id = p.batch_id and b.status = 'committed'
where p.park_id = $park
qualify row_number() over (partition by project order by b.seq desc, file, sheet, cell) = 1
order by project

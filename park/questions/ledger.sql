-- one row per project of a park or zone: the latest known of each attribute over the committed ledgers
with stated as (
    select p.* replace (coalesce(m.into_id, p.area_id) as area_id), b.seq
    from project_record p
    join batch b on b.batch_id = p.batch_id and b.status = 'committed'
    left join merged m on m.zone_id = p.area_id
    where p.park_id = $park
),
latest as (
    select project, coalesce(firm, '') as firm,
           arg_max(area_id, seq) filter (area_id is not null) as area_id,
           arg_max(cluster_id, seq) filter (cluster_id is not null) as cluster_id,
           arg_max(investment, seq) filter (investment is not null) as investment,
           arg_max(stage, seq) filter (stage <> '') as stage,
           arg_max(signed, seq) filter (signed <> '') as signed,
           arg_max(started, seq) filter (started <> '') as started,
           arg_max(completed, seq) filter (completed <> '') as completed,
           arg_max(in_production, seq) filter (in_production <> '') as in_production,
           arg_max(planned_start, seq) filter (planned_start <> '') as planned_start,
           arg_max(reason, seq) filter (reason <> '') as reason,
           arg_max(responsible, seq) filter (responsible <> '') as responsible
    from stated
    group by all
)
select l.project, l.firm, coalesce(a.name, p.name) as area, coalesce(c.name, '') as cluster, l.investment,
       coalesce(l.stage, case when in_production is not null then '投产' when completed is not null then '竣工'
                              when started is not null then '开工' when signed is not null then '签约' end, '') as stage,
       signed, started, completed, in_production, planned_start,
       coalesce(reason, '') as reason, coalesce(responsible, '') as responsible,
       coalesce(l.area_id, $park) as area_id, coalesce(l.cluster_id, 0) as cluster_id
from latest l
join area p on p.area_id = $park
left join area a on a.area_id = l.area_id
left join cluster c on c.cluster_id = l.cluster_id
where $area = $park or l.area_id = $area
order by project, firm

-- one row per observation of the benchmark's parks: month and year to date of every key, and a target of the year
insert into area
select p * 1000 + 1, 0, 'park', '园区' || (p + 1) from range((select parks from size)) t(p);
insert into area
select p * 1000 + 2 + z, p * 1000 + 1, 'zone', '片区' || (z + 1) from range((select parks from size)) t(p), range(5) u(z);
insert into cluster
select p * 1000 + 1 + c, p * 1000 + 1, '产业' || (c + 1) from range((select parks from size)) t(p), range(8) u(c);
insert into firm
select p * 1000 + 1 + f, p * 1000 + 1, '企业' || (f + 1) from range((select parks from size)) t(p), range(250) u(f);
insert into batch
select 'b' || p || '_' || y, p * 100 + y + 1, 'committed', p * 1000 + 1, 'file.xlsx', '', 0, false, 0, 0, 0, 0, 0, 0, 'bench',
       timestamp '2013-10-08', timestamp '2013-10-08', null, null
from range((select parks from size)) t(p), range((select years from size)) u(y);
insert into firm_record
select 'b' || (park_id // 1000) || '_0', park_id, firm_id, park_id + 1 + (firm_id % 5), park_id + (firm_id % 8), 10 + firm_id % 40, true, 'file.xlsx', '', ''
from firm;

create temp table reporter as
select area_id // 1000 * 1000 + 1 as park_id, area_id, 0 as cluster_id, 0 as firm_id, 60 as indicators, 1000 as weight from area
union all select park_id, park_id, cluster_id, 0, 60, 500 from cluster
union all select park_id, park_id, 0, firm_id, 5, 20 from firm;

insert into observation
select 'b' || (r.park_id // 1000) || '_' || y, row_number() over (), r.park_id, r.area_id, r.cluster_id, r.firm_id, m.indicator,
       'actual', case when m.kind <> 'flow' then 'point' when cumulative then 'ytd' else 'month' end,
       case when m.kind <> 'flow' or not cumulative then (2014 - s.years + y) * 100 + month else (2014 - s.years + y) * 100 + 1 end,
       (2014 - s.years + y) * 100 + month, '=',
       r.weight * (y + 10) * (1 + (r.firm_id + r.area_id + r.cluster_id) % 7) * case when cumulative or m.kind <> 'flow' then month else 1 end,
       null, '万元', null, 'own', 'file.xlsx', 'Sheet1', 'C5', '12345.6'
from size s, range((select years from size)) t(y), reporter r join measured m on m.n < r.indicators,
     range(1, 13) u(month), (values (true), (false)) w(cumulative)
where m.kind = 'flow' or cumulative
order by r.park_id, y;

insert into observation
select 'b' || (r.park_id // 1000) || '_' || y, 100000000, r.park_id, r.area_id, r.cluster_id, r.firm_id, m.indicator, 'target', 'year',
       (2014 - s.years + y) * 100 + 1, (2014 - s.years + y) * 100 + 12, '=', r.weight * (y + 11) * 60, null, '万元', null, 'own',
       'file.xlsx', 'Sheet1', 'D5', '60000'
from size s, range((select years from size)) t(y), reporter r join measured m on m.n < r.indicators
where r.firm_id = 0

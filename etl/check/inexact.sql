-- one row per actual figure that is a bound or a range instead of one number, in the order of the file
select id, comparator
from figure
where measure = 'actual' and comparator not in ('=', '~')
order by id

-- Tables stay within what DuckDB and DuckLake share: no primary keys, sequences, checks, indexes or ON CONFLICT.
-- Ids are integers that the one writer hands out. 0 stands for "none" in cluster_id and firm_id.

create table if not exists meta (key varchar not null, value varchar not null);

-- one row per park or zone; a park has parent_id 0
create table if not exists area (
    area_id integer not null, parent_id integer not null, kind varchar not null, name varchar not null);

-- one row per cluster of a park
create table if not exists cluster (cluster_id integer not null, park_id integer not null, name varchar not null);

-- one row per firm of a park; within a park a firm is its name
create table if not exists firm (firm_id integer not null, park_id integer not null, name varchar not null);

-- one row per upload; seq orders commits (0 while staged). status: staged, committed, undone, discarded (never committed)
create table if not exists batch (
    batch_id varchar not null, seq bigint not null, status varchar not null, park_id integer not null,
    file_name varchar not null, sha256 varchar not null, size bigint not null, simulated boolean not null,
    observations integer not null, firms integer not null, projects integer not null,
    errors integer not null, warnings integer not null, notes integer not null,
    uploaded_by varchar not null, uploaded_at timestamp not null, committed_at timestamp,
    undone_by varchar, undone_at timestamp);

-- one row per fact as a file states it; append-only. period_* are months as yyyymm, 0 where the source gives none.
-- area_id is the park or the zone; of a firm's figure area_id is the park and cluster_id 0 (firm_record knows where it belongs).
-- basis: month, quarter, ytd, year, point, span. role: own, same_period (of a 上年同期 column), or part (beside its key's own, never in the truth).
create table if not exists observation (
    batch_id varchar not null, ordinal integer not null, park_id integer not null,
    area_id integer not null, cluster_id integer not null, firm_id integer not null,
    indicator varchar not null, measure varchar not null, basis varchar not null,
    period_start integer not null, period_end integer not null,
    comparator varchar not null, value decimal(24, 9), value_high decimal(24, 9), unit varchar not null, yoy double,
    role varchar not null, file varchar not null, sheet varchar not null, cell varchar not null, raw varchar not null);

-- one row per firm and batch that describes it; null means the file does not say
create table if not exists firm_record (
    batch_id varchar not null, park_id integer not null, firm_id integer not null,
    area_id integer, cluster_id integer, land decimal(24, 9), above_scale boolean,
    file varchar not null, sheet varchar not null, cell varchar not null);

-- one row per cluster and batch whose file calls it leading (主导产业) or not
create table if not exists cluster_record (
    batch_id varchar not null, park_id integer not null, cluster_id integer not null, is_leading boolean not null);

-- one row per project of a ledger and batch; dates are YYYY-MM-DD or YYYY-MM as exact as the file
create table if not exists project_record (
    batch_id varchar not null, park_id integer not null, project varchar not null,
    firm varchar, area_id integer, cluster_id integer, investment decimal(24, 9), stage varchar,
    signed varchar, started varchar, completed varchar, in_production varchar, planned_start varchar,
    reason varchar, responsible varchar, file varchar not null, sheet varchar not null, cell varchar not null);

-- one row per doubt of a batch
create table if not exists finding (
    batch_id varchar not null, code varchar not null, severity varchar not null,
    file varchar not null, sheet varchar not null, cell varchar not null, message varchar not null, suggestion varchar not null);

-- one row per name that a person settled for a park. kind: indicator, area, cluster, firm; meaning is a code or a name
create table if not exists learned_name (
    park_id integer not null, kind varchar not null, written varchar not null, meaning varchar not null,
    by_whom varchar not null, noted_at timestamp not null);

-- one row per local account. role: viewer, staff, admin
create table if not exists account (
    name varchar not null, hash varchar not null, role varchar not null, created_at timestamp not null);

-- one row per area that an account is limited to; an account without rows here is not limited
create table if not exists account_area (name varchar not null, area_id integer not null);

-- one row per browser that is signed in: the hash of its cookie, never the cookie
create table if not exists session (
    hash varchar not null, name varchar not null, opened_at timestamp not null, seen_at timestamp not null, ends_at timestamp not null);

-- one row per token of a script; it has the rights of its account, and only its hash is kept
create table if not exists token (
    token_id varchar not null, hash varchar not null, name varchar not null, made_by varchar not null, made_at timestamp not null);

-- one row per renaming of an area, cluster or firm; parent_id is its park, 0 for a park. Files that write the old name mean the new one
create table if not exists renaming (
    kind varchar not null, entity_id integer not null, parent_id integer not null, old_name varchar not null, new_name varchar not null,
    by_whom varchar not null, noted_at timestamp not null);

-- one row per merging of a zone into another of its park and per taking back; the latest of a zone counts. Observations stay as they are
create table if not exists merging (
    park_id integer not null, zone_id integer not null, into_id integer not null, is_merged boolean not null,
    by_whom varchar not null, noted_at timestamp not null);

-- one row per zone that is merged into another now, made anew from merging: its observations count as the other's
create table if not exists merged (zone_id integer not null, into_id integer not null);

-- one row per closing and reopening of a park's month (period as yyyymm); the latest counts
create table if not exists month_close (
    park_id integer not null, period integer not null, is_closed boolean not null, by_whom varchar not null, noted_at timestamp not null, note varchar not null);

-- one row per change of a setting; the latest counts
create table if not exists setting (key varchar not null, value varchar not null, by_whom varchar not null, noted_at timestamp not null);

-- one row per write, sign-in and refusal
create table if not exists audit (
    noted_at timestamp not null, by_whom varchar not null, action varchar not null, subject varchar not null, detail varchar not null);

-- The monthly truth, rebuilt from committed observations for touched (park, indicator, year) inside the commit's transaction.

-- one row per park, area, cluster, firm, indicator, year and month that has a figure (DEFINITIONS 1-7).
-- Flows: month_value and ytd_value are the two series. Stocks: month_value = ytd_value = the value at the month's end.
-- Ratios: month_value only if reported; ytd_value the cumulative, else the end-of-period value.
-- *_origin: reported, same_period (a later file's 上年同期), derived (from the own series), sum (of the parts); null where no value.
-- yoy_* are growth rates in percent as files report them. simulated: any source batch is.
create table if not exists truth (
    park_id integer not null, area_id integer not null, cluster_id integer not null, firm_id integer not null,
    indicator varchar not null, year smallint not null, month tinyint not null,
    month_value decimal(24, 9), month_origin varchar, ytd_value decimal(24, 9), ytd_origin varchar,
    yoy_month double, yoy_ytd double, simulated boolean not null);

-- one row per key and year with a target. origin: reported; growth (last year's figure grown, value null without a base);
-- sum (of the parts' targets where the total has none, DEFINITIONS 14, 15). growth in percent where the target gives one.
create table if not exists target (
    park_id integer not null, area_id integer not null, cluster_id integer not null, firm_id integer not null,
    indicator varchar not null, year smallint not null,
    comparator varchar not null, value decimal(24, 9), value_high decimal(24, 9), growth double, origin varchar not null,
    simulated boolean not null);

-- one row per key and month of a monthly plan: the cumulative target of that month (a target with basis ytd before December)
create table if not exists plan (
    park_id integer not null, area_id integer not null, cluster_id integer not null, firm_id integer not null,
    indicator varchar not null, year smallint not null, month tinyint not null, value decimal(24, 9) not null);

-- one row per key, measure and period of several years (basis span): the latest committed figure
create table if not exists span (
    park_id integer not null, area_id integer not null, cluster_id integer not null, firm_id integer not null,
    indicator varchar not null, measure varchar not null, first_year smallint not null, last_year smallint not null,
    comparator varchar not null, value decimal(24, 9), value_high decimal(24, 9), growth double, simulated boolean not null);

-- one row per firm that a committed file describes: the latest known of each attribute, null where no file says; land in 亩
create table if not exists firm_state (
    park_id integer not null, firm_id integer not null,
    area_id integer, cluster_id integer, land decimal(24, 9), above_scale boolean);

-- one row per park and zone with a figure of its own, its clusters or its firms (a park: of its zones too); months as yyyymm
create table if not exists coverage (
    park_id integer not null, area_id integer not null, first_month integer not null, last_month integer not null, simulated boolean not null);

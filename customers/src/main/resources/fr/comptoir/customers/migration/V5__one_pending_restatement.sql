-- The month of a correction that is not at its end, null afterwards: of each month at most one is pending, whoever opens it.
alter table restatement add column pending_month varchar(7);
update restatement set pending_month = usage_month where id in (
  select max(id) from restatement where state in ('REQUESTED', 'OPEN', 'APPROVING', 'REFUSING') group by usage_month);
update restatement set state = 'VOID' where pending_month is null and state in ('REQUESTED', 'OPEN', 'APPROVING', 'REFUSING');
create unique index restatement_pending on restatement (pending_month);

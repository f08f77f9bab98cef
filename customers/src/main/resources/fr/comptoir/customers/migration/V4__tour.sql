-- When a person had the tour of the pages, or wanted none.
alter table account add column tour_at timestamp with time zone;

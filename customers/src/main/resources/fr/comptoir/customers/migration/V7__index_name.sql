-- The name of the index or alias under which other programs keep the usage of a customer; blank for its customer_id in their letters.

alter table customer add column index_name varchar(100) not null default '';

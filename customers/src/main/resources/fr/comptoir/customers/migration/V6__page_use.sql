-- What the people of a customer look at and download on its pages: a row a day, and no word of who it was.

create table page_use (
  customer_id varchar(100) not null,
  use_day date not null,
  pages bigint not null,
  files bigint not null,
  primary key (customer_id, use_day)
);

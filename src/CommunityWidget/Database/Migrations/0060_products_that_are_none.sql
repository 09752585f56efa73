-- What is empty is no product: an id of nothing was a list of its own, at an address nobody could open. An imported question goes by its product's name, on one line.
update pages set product_name = null where product_name = '';
update pages set product_id = case when thread in (select id from threads where consent_version = 'site') then replace(replace(product_name, '	', ''), '
', '') end where product_id = '';

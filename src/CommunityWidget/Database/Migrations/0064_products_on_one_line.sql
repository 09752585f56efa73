-- A database that ran the first text of 0060 keeps ids of products over two lines, at addresses nobody could open.
update pages set product_id = nullif(replace(replace(product_id, '	', ''), '
', ''), '') where product_id <> replace(replace(product_id, '	', ''), '
', '');

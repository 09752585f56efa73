-- What empties a table asks no row.
create function audit_is_not_emptied() returns trigger language plpgsql as $$
begin
    raise exception 'The audit is kept.';
end $$;
create trigger audit_is_not_emptied before truncate on audit for each statement execute function audit_is_not_emptied();

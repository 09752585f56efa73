-- What replaces a row is no update to a trigger, and its delete is none either: it is refused where it comes in.
create trigger audit_is_not_replaced before insert on audit
when exists (select 1 from audit a where a.id = new.id or a.rowid = new.rowid)
begin
    select raise(abort, 'The audit is not rewritten.');
end;
create trigger audit_keeps_its_order before update on audit
when new.rowid is not old.rowid
begin
    select raise(abort, 'The audit is not rewritten.');
end;

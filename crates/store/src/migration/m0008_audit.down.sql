DROP TRIGGER audit_never_replaced;
DROP TRIGGER audit_never_deleted;
DROP TRIGGER audit_never_updated;
DROP INDEX audit_action;

DROP TRIGGER audit_never_changed ON audit;
DROP FUNCTION audit_is_only_added_to();
DROP INDEX audit_action;

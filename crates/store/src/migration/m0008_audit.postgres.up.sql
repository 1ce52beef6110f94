-- The audit log is only added to: nobody, the program included, changes or removes what is noted in it.
-- Nothing of what was noted changes. This text is for PostgreSQL.

CREATE INDEX audit_action ON audit (action, seq);

CREATE FUNCTION audit_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is only added to';
END
$$;

CREATE TRIGGER audit_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
FOR EACH STATEMENT EXECUTE FUNCTION audit_is_only_added_to();

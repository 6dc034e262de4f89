"""The database itself refuses to change what a record of consent says. Only its network may be blanked."""

from django.db import migrations

FINAL = "purpose, address, action, text, language, form_url, source, requested_at, confirmed_at, recorded_at"
MESSAGE = "Records of consent are final."

SQLITE = f"""
    CREATE TRIGGER consents_are_final BEFORE UPDATE OF {FINAL} ON members_consentrecord
    BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END
"""
POSTGRESQL = f"""
    CREATE FUNCTION refuse_consent_change() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END $$;
    CREATE TRIGGER consents_are_final BEFORE UPDATE OF {FINAL} ON members_consentrecord
    FOR EACH ROW EXECUTE FUNCTION refuse_consent_change()
"""
REMOVE = {
    "sqlite": "DROP TRIGGER consents_are_final",
    "postgresql": "DROP TRIGGER consents_are_final ON members_consentrecord; DROP FUNCTION refuse_consent_change()",
}


def guard(apps, schema_editor):
    schema_editor.execute({"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor])


def unguard(apps, schema_editor):
    schema_editor.execute(REMOVE[schema_editor.connection.vendor])


class Migration(migrations.Migration):
    dependencies = [("members", "0006_consentrecord")]
    operations = [migrations.RunPython(guard, unguard)]

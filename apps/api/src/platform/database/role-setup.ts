import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { errorCode } from '../http/error-code.js';
import { databaseRoles, takenRoles } from './roles.js';

/** The roles are not there, or not as they should be, and this login may not make them so. */
export class RolesWanting extends Error {
  override readonly name = 'RolesWanting';
  constructor(
    readonly login: string,
    /** What an administrator of the server runs once, in this database. */
    readonly statements: readonly string[],
    cause: unknown,
  ) {
    super(
      [
        `The login ${login} may not set up the database roles. An administrator runs this once, in this database`,
        '(npm run roles prints it):',
        '',
        ...statements.map((statement) => `  ${statement};`),
      ].join('\n'),
      { cause },
    );
  }
}

/** Who is a member of what, beside the login. */
const memberships = [
  ['soat_migrator', 'soat_owner'],
  ['soat_migrator', 'soat_projector'],
] as const;

/** Whose schema it is. */
export const schemaOwners = { soat_log: 'soat_owner', soat_read: 'soat_projector' } as const;

// Made by another process between our look and our statement: duplicate role, duplicate schema, the same seen by a catalogue's
// index, and a catalogue's row changed under us, which has no code of its own.
const racedStates = new Set(['42710', '42P06', '23505', 'XX000']);
const attemptsMax = 20;

/**
 * Makes the roles, the schemas and what the migrator needs, as far as they are not there: roles belong to the server, so
 * a migration that one database remembers would say nothing about the next one. Safe beside others that do the same.
 * @throws RolesWanting, or the driver's error
 */
export async function setUpRoles(client: pg.Client): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const wanting = await wantingStatements(client);
    if (wanting.length === 0) return;
    // Run without an error and still wanting: PostgreSQL only warns of some of what it does not do.
    if (attempt > attemptsMax) throw new RolesWanting(await loginOf(client), wanting, null);
    try {
      for (const statement of wanting) await client.query(statement);
    } catch (error) {
      const code = errorCode(error) ?? '';
      if (code === '42501') throw new RolesWanting(await loginOf(client), wanting, error);
      if (!racedStates.has(code) || attempt >= attemptsMax) throw error;
      await pause(Math.random() * 20 * attempt);
    }
  }
}

/** What is still to be run here so that the service can take on its roles; none when all is there. */
export async function wantingStatements(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query(
    `select
       array(select name from unnest($1::text[]) name where to_regrole(name) is null) as missing,
       array(select of || ' ' || member from unnest($2::text[], $3::text[]) as each(member, of)
              where pg_has_role(to_regrole(member)::oid, to_regrole(of)::oid, 'USAGE') is not true) as apart,
       array(select name from unnest($4::text[]) name
              where pg_has_role(current_user, to_regrole(name)::oid,
                                case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end)
                    is not true) as untaken,
       has_database_privilege(to_regrole('soat_migrator')::oid, current_database(), 'CREATE') is true as may_create,
       has_schema_privilege(to_regrole('soat_migrator')::oid, to_regnamespace('public')::oid, 'CREATE') is true
         and has_schema_privilege(to_regrole('soat_migrator')::oid, to_regnamespace('public')::oid, 'USAGE') is true as may_note,
       quote_ident(current_database()) as database, quote_ident(current_user) as login`,
    [databaseRoles, memberships.map(([member]) => member), memberships.map(([, of]) => of), takenRoles],
  );
  const { missing, apart, untaken, may_create, may_note, database, login } = rows[0];
  return [
    ...missing.map((role: string) => `create role ${role} nologin`),
    ...(await undueStatements(client)),
    ...apart.map((pair: string) => `grant ${pair.replace(' ', ' to ')}`),
    ...untaken.map((role: string) => `grant ${role} to ${login}`),
    ...(may_create ? [] : [`grant create on database ${database} to soat_migrator`]),
    // Where TypeORM writes down which migrations have run.
    ...(may_note ? [] : ['grant usage, create on schema public to soat_migrator']),
    ...(await schemaStatements(client)),
  ];
}

/**
 * What is to be taken back from our roles: powers that stand above all grants, and memberships beyond those meant, of whichever
 * role. What a login is a member of is an administrator's to say.
 */
export async function undueStatements(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query(
    `select format('alter role %I nosuperuser nobypassrls nocreaterole nocreatedb noreplication', rolname) as statement
       from pg_roles where rolname = any($1)
        and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
     union all
     -- Since 16 a membership may stand there once for each who granted it, and only that one's is taken back.
     select format('revoke %I from %I', pg_get_userbyid(roleid), pg_get_userbyid(member))
            || case when current_setting('server_version_num')::int >= 160000
                    then format(' granted by %I', pg_get_userbyid(grantor)) else '' end
       from pg_auth_members
      where pg_get_userbyid(member) = any($1)
        and not exists (select from unnest($2::text[], $3::text[]) as meant(who, of)
                         where who = pg_get_userbyid(member) and of = pg_get_userbyid(roleid))`,
    [databaseRoles, memberships.map(([member]) => member), memberships.map(([, of]) => of)],
  );
  return rows.map(({ statement }) => statement);
}

/** Schemas that are not there, and what was made here before there were roles. */
async function schemaStatements(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query(
    `with wanted as (select schema, owner from unnest($1::text[], $2::text[]) as each(schema, owner))
     select format('create schema %I authorization %I', schema, owner) as statement
       from wanted where to_regnamespace(schema) is null
     union all
     select format('alter schema %I owner to %I', nspname, owner)
       from wanted join pg_namespace on nspname = schema where nspowner is distinct from to_regrole(owner)
     union all
     select format('alter table %s owner to %I', oid::regclass, owner)
       from wanted join pg_class on relnamespace = to_regnamespace(schema)
      where relkind in ('r', 'p', 'v', 'm') and relowner is distinct from to_regrole(owner)
        and relowner is distinct from to_regrole('soat_migrator')
     union all
     select format('alter function %s owner to %I', oid::regprocedure, owner)
       from wanted join pg_proc on pronamespace = to_regnamespace(schema)
      where proowner is distinct from to_regrole(owner) and proowner is distinct from to_regrole('soat_migrator')
     union all
     select format('alter table %s owner to soat_migrator', oid::regclass)
       from pg_class where oid = to_regclass('public.migrations') and relowner is distinct from to_regrole('soat_migrator')`,
    [Object.keys(schemaOwners), Object.values(schemaOwners)],
  );
  return rows.map(({ statement }) => statement);
}

async function loginOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query('select current_user as login');
  return rows[0].login;
}

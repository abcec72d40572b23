import type pg from 'pg';
import { refuseChange } from './migrations/0001-events.js';
import type { DatabaseRole } from './roles.js';
import { schemaOwners, undueStatements } from './role-setup.js';

type Privilege = 'SELECT' | 'INSERT';
type Granted = Readonly<Partial<Record<DatabaseRole, readonly Privilege[]>>>;

const reads = ['SELECT'] as const;
const adds = ['SELECT', 'INSERT'] as const;

/**
 * What each role may do with the tables of the log. UPDATE, DELETE and TRUNCATE are nobody's: there is no word for them here.
 */
const logTables: Readonly<Record<string, Granted>> = {
  events: { soat_app: adds, soat_sealer: reads, soat_projector: reads, soat_auditor: reads },
  tree_tiles: { soat_app: reads, soat_sealer: adds, soat_auditor: reads },
  checkpoints: { soat_app: reads, soat_sealer: adds, soat_auditor: reads },
  // Noted beside the read models that were looked at, on the same connections.
  access_log: { soat_app: adds, soat_projector: adds, soat_auditor: reads },
};
/** A table that comes to stand beside the log only grows, too. */
const otherLogTable: Granted = { soat_app: adds, soat_auditor: reads };
/** The projector owns its tables: a rebuild drops them and makes them anew. */
const readTable: Granted = { soat_app: reads, soat_auditor: reads };

const schemaUsers = {
  soat_log: ['soat_app', 'soat_sealer', 'soat_projector', 'soat_auditor'],
  soat_read: ['soat_app', 'soat_auditor'],
} as const;
type Schema = keyof typeof schemaUsers;

interface Relation {
  readonly schema: Schema | 'public';
  /** With its schema, quoted where it has to be. */
  readonly name: string;
  readonly plainName: string;
  readonly isTable: boolean;
  readonly owner: string;
  /** `soat_app SELECT`, or `soat_app UPDATE (actor)` of a column; the owner's own left out. */
  readonly grants: readonly string[];
  /**
   * Whether an update, a delete and a truncate each meet a trigger that refuses them, whichever rows and columns they are
   * of, and nothing puts it to sleep.
   */
  readonly isRefusing: boolean;
}

/** What is still to be run so that everything that guards the log is in force, and nobody is above it. */
export async function wantingGuards(client: pg.ClientBase): Promise<readonly string[]> {
  return [...(await undueStatements(client)), ...(await unsettledStatements(client))];
}

/**
 * What is still to be run so that every table has its owner, its grants and, in the log, its refusing trigger: those of a
 * migration that nobody told about roles, too. None when all is right.
 */
export async function unsettledStatements(client: pg.ClientBase | pg.Pool): Promise<readonly string[]> {
  const { rows } = await client.query<Relation>(relationsQuery);
  const owners = rows.flatMap(({ schema, name, owner }) =>
    schema !== 'public' && owner !== schemaOwners[schema]
      ? [`alter table ${name} owner to ${schemaOwners[schema]}`]
      : [],
  );
  const triggers = rows.flatMap(({ schema, name, plainName, isTable, isRefusing }) =>
    schema === 'soat_log' && isTable && !isRefusing ? refusing(name, `"${plainName}_refuse_change"`) : [],
  );
  const { rows: others } = await client.query(otherQuery, [Object.keys(schemaOwners), Object.values(schemaOwners)]);
  const refusal = await refusalStatements(client);
  return [...owners, ...others.map(({ statement }) => statement), ...rows.flatMap(grantsOf), ...refusal, ...triggers];
}

/** The triggers only call it: a function that was written anew lets through what they should refuse. */
async function refusalStatements(client: pg.ClientBase | pg.Pool): Promise<readonly string[]> {
  const { rowCount } = await client.query(
    `select from pg_proc join pg_language as language on language.oid = prolang
      where pg_proc.oid = to_regprocedure('soat_log.refuse_change()') and prosrc = $1 and lanname = 'plpgsql'
        and proowner = to_regrole($2) and not prosecdef and proconfig is null`,
    [refuseChange, schemaOwners.soat_log],
  );
  if (rowCount === 1) return [];
  return [
    `create or replace function soat_log.refuse_change() returns trigger language plpgsql as $$${refuseChange}$$`,
    `alter function soat_log.refuse_change() owner to ${schemaOwners.soat_log}`,
  ];
}

function grantsOf({ schema, name, plainName, grants }: Relation): readonly string[] {
  const wanted = new Set(
    Object.entries(grantedOn(schema, plainName)).flatMap(([role, privileges]) =>
      privileges.map((privilege) => `${role} ${privilege}`),
    ),
  );
  const stray = grants.filter((grant) => !wanted.has(grant) && isOurs(grant, schema));
  return [
    ...stray.map((grant) => grantStatement('revoke', name, grant)),
    ...[...wanted].filter((grant) => !grants.includes(grant)).map((grant) => grantStatement('grant', name, grant)),
  ];
}

function grantedOn(schema: Relation['schema'], name: string): Granted {
  if (schema === 'public') return { soat_auditor: reads };
  return schema === 'soat_log' ? (logTables[name] ?? otherLogTable) : readTable;
}

/** An administrator may let others read; that the log only grows holds for everybody. */
function isOurs(grant: string, schema: Relation['schema']): boolean {
  return /^("?soat_|public )/.test(grant) || (schema === 'soat_log' && !/ SELECT( \(.*\))?$/.test(grant));
}

function grantStatement(verb: 'grant' | 'revoke', name: string, grant: string): string {
  const [, role, privilege, columns = ''] = /^(.*?) ([A-Z]+)( \(.*\))?$/s.exec(grant) ?? [];
  return `${verb} ${privilege?.toLowerCase()}${columns} on ${name} ${verb === 'grant' ? 'to' : 'from'} ${role}`;
}

function refusing(name: string, trigger: string): readonly string[] {
  return [
    `create or replace trigger ${trigger} before update or delete or truncate on ${name}
       for each statement execute function soat_log.refuse_change()`,
    // Also where session_replication_role = replica would put ordinary triggers to sleep.
    `alter table ${name} enable always trigger ${trigger}`,
  ];
}

// A trigger's type: 1 for each row of those that meet its condition, if it has one, 2 before, 8 delete, 16 update, 32 truncate.
const relationsQuery = `
  select nspname as schema, relation.oid::regclass::text as name, relname as "plainName", relkind in ('r', 'p') as "isTable",
         pg_get_userbyid(relowner) as owner,
         array(select case grantee when 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end || ' ' || granted
                 from (select grantee, privilege_type as granted from aclexplode(relacl)
                       union all
                       select grantee, format('%s (%I)', privilege_type, attname)
                         from pg_attribute, aclexplode(attacl) where attrelid = relation.oid) as each
                where grantee <> relowner order by 1) as grants,
         coalesce((select bit_or(tgtype::int) & 56 = 56 from pg_trigger
                    where tgrelid = relation.oid and tgfoid = to_regprocedure('soat_log.refuse_change()')
                      and tgenabled = 'A' and tgtype & 3 = 2 and tgqual is null and tgattr::text = ''), false) as "isRefusing"
    from pg_class as relation join pg_namespace as schema on schema.oid = relnamespace
   where relkind in ('r', 'p', 'v', 'm') and nspname in ('soat_log', 'soat_read')
      or relation.oid = to_regclass('public.migrations')
   order by 1, 2`;

/** Functions' owners, who may look into the schemas, sequences, and what tables made later are granted. */
const otherQuery = `
  with wanted as (select schema, owner from unnest($1::text[], $2::text[]) as each(schema, owner))
  select format('alter function %s owner to %I', oid::regprocedure, owner) as statement
    from wanted join pg_proc on pronamespace = to_regnamespace(schema) where proowner is distinct from to_regrole(owner)
  union all
  select format('grant usage on schema %I to %I', schema, role)
    from (values ${Object.entries(schemaUsers)
      .flatMap(([schema, users]) => users.map((user) => `('${schema}', '${user}')`))
      .join(', ')}) as uses(schema, role)
   where to_regnamespace(schema) is not null
     and not exists (select from pg_namespace, aclexplode(nspacl)
                      where nspname = schema and grantee = to_regrole(role) and privilege_type = 'USAGE')
  union all
  select format('grant usage on sequence %s to soat_app', oid::regclass)
    from pg_class
   where relnamespace = to_regnamespace('soat_log')
     -- A case, for it settles what is asked first: of anything but a sequence this may not be asked.
     and case relkind when 'S' then not has_sequence_privilege('soat_app', oid, 'USAGE') else false end
  union all
  -- The tables that a rebuild makes.
  select format('alter default privileges for role soat_projector in schema soat_read grant select on tables to %I', role)
    from (values ('soat_app'), ('soat_auditor')) as reads(role)
   where not exists (select from pg_default_acl, aclexplode(defaclacl)
                      where defaclnamespace = to_regnamespace('soat_read') and defaclobjtype = 'r'
                        and defaclrole = to_regrole('soat_projector') and grantee = to_regrole(role)
                        and privilege_type = 'SELECT')`;

/** Who may do what in the database; names are the whole server's, and shared by every log on it. */
export const databaseRoles = [
  'soat_owner',
  'soat_migrator',
  'soat_app',
  'soat_sealer',
  'soat_projector',
  'soat_auditor',
] as const;
export type DatabaseRole = (typeof databaseRoles)[number];

/** What a connection runs as; nobody connects as the owner, in whose place the migrator acts. */
export const takenRoles = databaseRoles.filter((role) => role !== 'soat_owner');

/** How a connection becomes a role: by a login that is the role, or by one that takes it on as it connects. */
export interface Entrance {
  readonly url: string;
  readonly role: DatabaseRole;
  readonly isLogin: boolean;
}

export type Entrances = (role: DatabaseRole) => Entrance;

/** For a login that is a member of the roles: DATABASE_URL names one. */
export function takenOnBy(url: string): Entrances {
  return (role) => ({ url, role, isLogin: false });
}

/** What the driver is given for it; settings come along in the same place. */
export function connectionOf({ url, role, isLogin }: Entrance, settings: readonly string[] = []) {
  const all = [...settings, ...(isLogin ? [] : [`role=${role}`])].map((setting) => `-c ${setting}`);
  const parsed = new URL(url);
  // The driver would take what the URL says in place of ours, the role included.
  const own = parsed.searchParams.get('options');
  parsed.searchParams.delete('options');
  return { connectionString: own === null ? url : parsed.href, options: [...(own ? [own] : []), ...all].join(' ') };
}

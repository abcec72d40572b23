import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';

export interface Reading {
  /** Of this process, the processes beside it, and PostgreSQL with all its sessions, since they began. */
  readonly cpuUs: number;
  /** Written to the write-ahead log since the cluster was made. */
  readonly walBytes: number;
}

// Linux counts in hundredths of a second, whatever the kernel's own clock is.
const tickUs = 10_000;

/** What work costs, whoever does it. */
export class Meter {
  private constructor(
    private readonly client: pg.Client,
    private readonly postmaster: number,
  ) {}

  static async open(url: string): Promise<Meter> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query('select pg_backend_pid() as pid');
    return new Meter(client, statusOf(rows[0].pid)?.parent ?? 0);
  }

  async read(): Promise<Reading> {
    const { rows } = await this.client.query(`select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') as bytes`);
    const { user, system } = process.cpuUsage();
    return { cpuUs: user + system + this.othersUs(), walBytes: Number(rows[0].bytes) };
  }

  close(): Promise<void> {
    return this.client.end();
  }

  /** PostgreSQL, its sessions, the children of this process, and what those of them that have ended had used. */
  private othersUs(): number {
    let ticks = 0;
    for (const name of readdirSync('/proc')) {
      const status = /^\d+$/.test(name) ? statusOf(Number(name)) : null;
      if (!status) continue;
      const isServer = Number(name) === this.postmaster || status.parent === this.postmaster;
      const isOurs = status.parent === process.pid && Number(name) !== this.postmaster;
      if (isServer || isOurs) ticks += status.ticks;
    }
    return ticks * tickUs;
  }
}

function statusOf(pid: number): { readonly parent: number; readonly ticks: number } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name in parentheses, which may hold anything: the parent is the 2nd, the times are the 12th to the 15th.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { parent: Number(fields[1]), ticks };
  } catch {
    // It has ended, or this is no Linux.
    return null;
  }
}

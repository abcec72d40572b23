import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { MadeUp } from '../made-up.js';
import { peerFolder } from './install.js';
import type { Peer } from './peer.js';

// More than its default; all contestants together must stay below what the server takes.
const sessions = 16;
const pageSize = 1_000;
const write = 'select message_store.write_message($1, $2, $3, $4, null, $5)';

/** Its functions, called as its clients call them; it writes one message a call, several in one transaction. */
export async function openMessageDb(url: string): Promise<Peer> {
  const pool = new pg.Pool({ connectionString: url, max: sessions, options: '-c search_path=message_store,public' });
  pool.on('error', () => {});
  await pool.query(sqlOf());
  const nameOf = (id: string) => `inspection-${id}`;
  const writing = ({ stream, events }: MadeUp) =>
    events.map(({ id, type, payload }, index) => ({
      ...{ name: 'write', text: write },
      values: [id, nameOf(stream.id), type, payload, index - 1],
    }));
  return {
    name: 'message-db',
    async append(append) {
      const [only, ...more] = writing(append);
      if (only && more.length === 0) return pool.query(only);
      const client = await pool.connect();
      try {
        await client.query('begin');
        for (const statement of writing(append)) await client.query(statement);
        await client.query('commit');
      } finally {
        client.release();
      }
    },
    async load(id) {
      const text = 'select * from message_store.get_stream_messages($1, 0, -1)';
      return (await pool.query({ name: 'load', text, values: [nameOf(id)] })).rows.length;
    },
    async catchUp() {
      const text = `select * from message_store.get_category_messages('inspection', $1, ${pageSize})`;
      let count = 0;
      for (let after = 0; ; ) {
        const { rows } = await pool.query({ name: 'page', text, values: [after + 1] });
        count += rows.length;
        if (rows.length < pageSize) return count;
        after = Number(rows.at(-1).global_position);
      }
    },
    close: () => pool.end(),
  };
}

/** Its installer is a shell script around psql; these are the files it runs, but for roles and an extension that went into the core. */
function sqlOf(): string {
  const folder = path.join(peerFolder('@eventide/message-db'), 'database');
  const file = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  const all = (name: string) => readdirSync(path.join(folder, name)).map((each) => file(`${name}/${each}`));
  const functions = [
    'message-store-version',
    'hash-64',
    'acquire-lock',
    'category',
    'is-category',
    'id',
    'cardinal-id',
  ];
  functions.push('stream-version', 'write-message', 'get-stream-messages', 'get-category-messages');
  functions.push('get-last-stream-message');
  return [
    file('schema/message-store.sql'),
    file('tables/messages.sql'),
    ...all('types'),
    ...functions.map((name) => file(`functions/${name}.sql`)),
    // They are made beside running writers, which no transaction allows.
    ...all('indexes').map((sql) => sql.replace(/\bconcurrently\b/gi, '')),
  ].join(';\n');
}

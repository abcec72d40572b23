import { fastify } from 'fastify';
import pg from 'pg';

/** Fastify and PostgreSQL with nothing in between: one checked body, one INSERT; one SELECT, one answer. */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 32 });
const app = fastify();

interface Unit {
  readonly id: string;
}

const text = { type: 'string', minLength: 1, maxLength: 200 };
const body = {
  type: 'object',
  required: ['id', 'name', 'code', 'kind', 'parentId', 'validFrom'],
  properties: {
    ...{ id: { type: 'string', format: 'uuid' }, name: text, code: text, kind: text },
    ...{ parentId: { type: 'string', format: 'uuid' }, validFrom: { type: 'string', format: 'date' } },
  },
};

app.post<{ Body: Unit }>('/api/v1/units', { schema: { body } }, async (request, reply) => {
  const values = [request.body.id, 1, 'UnitEstablished', JSON.stringify(request.body)];
  const insert = 'insert into raw.events (stream, version, type, payload) values ($1, $2, $3, $4) returning id';
  const { rows } = await pool.query({ name: 'insert', text: insert, values });
  return reply.code(201).send({ id: request.body.id, length: 1, position: Number(rows[0].id) });
});

app.get<{ Params: Unit }>('/api/v1/units/:id', async ({ params }, reply) => {
  const select = 'select * from soat_read.unit_overview where unit_id = $1';
  const { rows } = await pool.query({ name: 'select', text: select, values: [params.id] });
  return rows[0] ?? reply.code(404).send();
});

process.once('SIGTERM', async () => {
  await app.close();
  await pool.end();
});
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`${JSON.stringify({ origin, msg: 'serving' })}\n`);

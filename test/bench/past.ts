import { ListInspections, ListInspectionsHandler } from '@soat/api/inspections/inspection-list.query.js';
import { Clock } from '@soat/api/platform/clock.js';
import { EventCodec } from '@soat/api/platform/event-store/codec.js';
import { PastMoments } from '@soat/api/platform/http/as-of.js';
import type { Projection } from '@soat/api/platform/projections/projection.js';
import { ProjectionRunner } from '@soat/api/platform/projections/projection-runner.js';
import { ReadAfterWrite } from '@soat/api/platform/projections/read-after-write.js';
import { rebuildAll } from '@soat/api/platform/projections/rebuild.js';
import {
  ListRecommendations,
  ListRecommendationsHandler,
} from '@soat/api/recommendations/recommendation-board.query.js';
import { projections } from '@soat/api/schema.js';
import { ListFindings, ListFindingsHandler } from '@soat/api/units/findings-board.query.js';
import { ShowRepeatMatrix, ShowRepeatMatrixHandler } from '@soat/api/units/repeat-matrix.query.js';
import {
  ListUnitOverviews,
  ListUnitOverviewsHandler,
  ShowUnitOverview,
  ShowUnitOverviewHandler,
} from '@soat/api/units/unit-overview.query.js';
import { addDays, eventCatalogue } from '@soat/domain';
import { type Bench, openBench } from './log.js';
import type { Contest } from './measure.js';
import { fillWithStories } from './past-log.js';

const codec = new EventCodec(eventCatalogue);
const versioned = projections.filter(({ versions }) => versions);
const silent = { error: () => {}, warn: () => {} };
const leader = {
  id: 'thai',
  name: 'Trần Quốc Thái',
  role: 'leadership',
  unitId: null,
  onBehalfOf: null,
  claims: {},
} as const;

/** A log of years, and the views over it that are asked how they stood. */
export interface Past {
  readonly contests: readonly Contest[];
  readonly meter: Bench['meter'];
  close(): Promise<void>;
}

export async function openPast(size: number, isShort: boolean, say: (text: string) => void): Promise<Past> {
  const bench = await openBench();
  const { store } = bench;
  const { dataSource } = bench.database;
  const took = timer();
  const events = await fillWithStories(bench, size, isShort);
  say(`filled ${events} events in ${took()} s`);

  const plain: readonly Projection[] = versioned.map((each) => ({ ...each, versions: null, parts: null }));
  const takenPlain = timer();
  await rebuildAll(plain, store, codec, dataSource);
  say(`projected into ${versioned.length} views in ${takenPlain()} s without versions`);
  const takenWith = timer();
  await rebuildAll(versioned, store, codec, dataSource);
  say(`and in ${takenWith()} s with them`);
  for (const projection of versioned) say(await sizesOf(bench, projection, events));
  const { contests, stop } = await pastContests(bench);
  return {
    meter: bench.meter,
    contests,
    async close() {
      await stop();
      await bench.close();
    },
  };
}

/** The same questions about now and about a year ago, to views that have caught up. */
export async function pastContests({
  store,
  database: { dataSource },
}: Bench): Promise<{ readonly contests: readonly Contest[]; readonly stop: () => Promise<void> }> {
  const runners = versioned.map((projection) => new ProjectionRunner(projection, store, codec, dataSource, silent));
  for (const runner of runners) runner.start();
  const reading = new ReadAfterWrite(runners, store, 60_000);
  await reading.waitFor(
    versioned.map(({ name }) => name),
    await store.head(),
  );
  const clock = new Clock();
  const moments = new PastMoments(store, clock);
  const overviews = new ListUnitOverviewsHandler(dataSource, reading, moments);
  const one = new ShowUnitOverviewHandler(dataSource, reading, moments);
  const recommendations = new ListRecommendationsHandler(dataSource, reading, moments);
  const inspections = new ListInspectionsHandler(dataSource, reading, moments);
  const findings = new ListFindingsHandler(dataSource, reading, moments);
  const matrix = new ShowRepeatMatrixHandler(dataSource, reading, moments);
  const { data } = await overviews.execute(new ListUnitOverviews(leader, {}));
  const unitId = data[0]?.unitId ?? '';
  const yearAgo = addDays(clock.today(), -365);
  const asked = (work: (of: { readonly asOf?: string; readonly limit: number }) => Promise<unknown>) =>
    [
      { name: 'now', of: { limit: 50 } },
      { name: 'a year ago', of: { limit: 50, asOf: yearAgo } },
    ].map(({ name, of }) => ({
      name,
      prepare: (calls: number) => Array.from({ length: calls }, () => () => work(of)),
    }));
  const contest = { concurrency: 1, perCall: 1 };
  return {
    contests: [
      {
        ...contest,
        name: `overview of ${data.length} units`,
        contestants: asked((of) => overviews.execute(new ListUnitOverviews(leader, of))),
      },
      {
        ...contest,
        name: 'one unit',
        contestants: asked((of) => one.execute(new ShowUnitOverview(leader, unitId, of))),
      },
      {
        ...contest,
        name: 'recommendations, a page',
        contestants: asked((of) => recommendations.execute(new ListRecommendations(leader, of))),
      },
      {
        ...contest,
        name: 'inspections, a page',
        contestants: asked((of) => inspections.execute(new ListInspections(leader, of))),
      },
      {
        ...contest,
        name: 'findings of a unit',
        contestants: asked((of) => findings.execute(new ListFindings(leader, { ...of, unitId }))),
      },
      {
        ...contest,
        name: 'repeat matrix of a unit',
        contestants: asked(({ asOf }) =>
          matrix.execute(new ShowRepeatMatrix(leader, { ...(asOf !== undefined && { asOf }), unitId })),
        ),
      },
    ],
    async stop() {
      await Promise.all(runners.map((runner) => runner.stop()));
    },
  };
}

async function sizesOf({ database, raw }: Bench, { name, table, versions, parts }: Projection, events: number) {
  const sizes: string[] = [];
  for (const [what, of] of [
    ['rows', table],
    ['versions', versions],
    ['parts', parts?.table ?? null],
  ] as const) {
    if (!of) continue;
    const { tablePath } = database.dataSource.getMetadata(of);
    await raw.query(`vacuum analyze ${tablePath}`);
    const { rows } = await raw.query(
      `select count(*)::int as count, pg_total_relation_size('${tablePath}')::bigint::float8 as bytes from ${tablePath}`,
    );
    sizes.push(`${rows[0].count} ${what} in ${Math.round(rows[0].bytes / 1e6)} MB`);
    if (what !== 'rows') sizes.push(`${Math.round(rows[0].bytes / events)} bytes an event of the log`);
  }
  return `${name}: ${sizes.join(', ')}`;
}

function timer(): () => number {
  const at = performance.now();
  return () => Math.round((performance.now() - at) / 1_000);
}

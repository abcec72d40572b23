import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './config.js';

const url = 'postgres://soat:secret@db.example:5432/soat';

function problemsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('the environment', () => {
  it('is complete when nothing is set: embedded database, loopback, demo', () => {
    expect(readConfig({})).toEqual({
      isProduction: false,
      port: 3000,
      host: '127.0.0.1',
      dataFolder: null,
      databaseUrl: null,
      eventStoreUrl: null,
      sealingKeyFile: null,
      checkpointFile: null,
      logLevel: 'info',
      isDemo: true,
      isDemoShort: false,
    });
  });

  it('is read as typed values', () => {
    const env = {
      PORT: '0',
      HOST: '::1',
      SOAT_DATA: '/srv/soat',
      DATABASE_URL: url,
      EVENT_STORE_URL: url,
      SOAT_SEALING_KEY: '/run/keys/sealing-key',
      SOAT_CHECKPOINT: '/mnt/archive/checkpoint',
      LOG_LEVEL: 'warn',
    };
    expect(readConfig({ ...env, SOAT_DEMO: '1', NODE_ENV: 'test' })).toEqual({
      isProduction: false,
      port: 0,
      host: '::1',
      dataFolder: '/srv/soat',
      databaseUrl: url,
      eventStoreUrl: url,
      sealingKeyFile: '/run/keys/sealing-key',
      checkpointFile: '/mnt/archive/checkpoint',
      logLevel: 'warn',
      isDemo: true,
      isDemoShort: false,
    });
  });

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', SOAT_DEMO: '' })).toEqual(readConfig({}));
  });

  it('switches the demo off beside a given database and in production', () => {
    expect(readConfig({ DATABASE_URL: url }).isDemo).toBe(false);
    expect(readConfig({ NODE_ENV: 'production' }).isDemo).toBe(false);
    expect(readConfig({ SOAT_DEMO: '0' }).isDemo).toBe(false);
  });

  it('tells a short demo where that is enough', () => {
    expect(readConfig({ SOAT_DEMO: 'short' })).toMatchObject({ isDemo: true, isDemoShort: true });
  });

  it('refuses the demo in production when it is asked for', () => {
    expect(problemsOf({ NODE_ENV: 'production', SOAT_DEMO: '1' })).toEqual([
      'SOAT_DEMO must be 0 with NODE_ENV=production: the demo hands out tokens to everybody',
    ]);
  });

  it.each([
    'kurrentdb://host:2113?tls=false',
    'kurrentdb://soat:secret@one:2113,two:2113,three:2113?nodePreference=leader',
    'kurrentdb+discover://soat:secret@cluster.example',
    'esdb://host:2113',
    'esdb+discover://host/?tls=true',
  ])('takes %s for the log', (store) => {
    expect(readConfig({ EVENT_STORE_URL: store }).eventStoreUrl).toBe(store);
  });

  it.each(['kurrentdb://', 'kurrentdb://host:port', 'esdb://a b', 'kurrentdb+discover://one,,two', 'kurrent://host'])(
    'refuses %s for the log',
    (store) => {
      expect(problemsOf({ EVENT_STORE_URL: store })).toHaveLength(1);
    },
  );

  it('keeps read models in PostgreSQL', () => {
    expect(problemsOf({ DATABASE_URL: 'kurrentdb://host:2113' })).toEqual([
      'DATABASE_URL must look like postgres://user:password@host:5432/database',
    ]);
  });

  it.each(['-1', '65536', '3000x', '1e3', '0x10', '3.5'])('refuses the port %s', (port) => {
    expect(problemsOf({ PORT: port })).toEqual(['PORT must be a port number from 0 to 65535']);
  });

  it('names every wrong variable at once and repeats no secret', () => {
    const problems = problemsOf({
      PORT: 'http',
      HOST: 'two words',
      DATABASE_URL: 'mysql://soat:secret@db/soat',
      EVENT_STORE_URL: 'secret',
      LOG_LEVEL: 'loud',
      SOAT_DEMO: 'yes',
      NODE_ENV: 'prod',
    });
    expect(problems.map((problem) => problem.split(' ')[0]).sort()).toEqual([
      'DATABASE_URL',
      'EVENT_STORE_URL',
      'HOST',
      'LOG_LEVEL',
      'NODE_ENV',
      'PORT',
      'SOAT_DEMO',
    ]);
    expect(problems.join()).not.toContain('secret');
  });
});

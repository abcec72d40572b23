/** What the process is told by its environment, checked once; nothing else reads `process.env`. */
export interface Config {
  readonly isProduction: boolean;
  /** 0 lets the system choose a free one. */
  readonly port: number;
  readonly host: string;
  /** Folder of the embedded database and of files, as given; null leaves the choice to `chooseDataFolder`, which looks at the machine. */
  readonly dataFolder: string | null;
  /** Null: the embedded PostgreSQL. */
  readonly databaseUrl: string | null;
  /** A PostgreSQL or a KurrentDB. Null: the log lives in the same database as the read models. */
  readonly eventStoreUrl: string | null;
  /** Path of the file with the keys checkpoints are signed with. Null: made beside the embedded database; without one this process seals nothing. */
  readonly sealingKeyFile: string | null;
  /** Path of the file the newest checkpoint is published in. Null: in the data folder. */
  readonly checkpointFile: string | null;
  readonly logLevel: LogLevel;
  readonly isDemo: boolean;
  /** Only the demo's cases that are told one by one, and so a quicker start. */
  readonly isDemoShort: boolean;
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

const environments = ['development', 'test', 'production'] as const;

/** One line for each wrong variable. Values are not repeated: a URL may hold a password. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly problems: readonly string[]) {
    super(`The environment is not right:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

/** @throws ConfigError that names every wrong variable, not only the first. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const problems: string[] = [];
  const read = <T>(name: string, fallback: T, parse: (text: string) => T): T => {
    const text = env[name]?.trim();
    // An empty variable is what a compose file passes for one that is not set.
    if (!text) return fallback;
    try {
      return parse(text);
    } catch (error) {
      problems.push(`${name} ${error instanceof Error ? error.message : String(error)}`);
      return fallback;
    }
  };

  const environment = read('NODE_ENV', 'development', oneOf(environments));
  const isProduction = environment === 'production';
  const databaseUrl = read('DATABASE_URL', null, postgresUrl);
  const isDemoByDefault = !env.DATABASE_URL?.trim() && !isProduction;
  const config: Config = {
    isProduction,
    port: read('PORT', 3000, portNumber),
    host: read('HOST', '127.0.0.1', hostName),
    dataFolder: read('SOAT_DATA', null, folder),
    databaseUrl,
    eventStoreUrl: read('EVENT_STORE_URL', null, eventStoreUrl),
    sealingKeyFile: read('SOAT_SEALING_KEY', null, filePath),
    checkpointFile: read('SOAT_CHECKPOINT', null, filePath),
    logLevel: read('LOG_LEVEL', 'info', oneOf(logLevels)),
    isDemo: read('SOAT_DEMO', isDemoByDefault, (text) => oneOf(['0', '1', 'short'])(text) !== '0'),
    isDemoShort: env.SOAT_DEMO?.trim() === 'short',
  };
  if (isProduction && config.isDemo)
    problems.push('SOAT_DEMO must be 0 with NODE_ENV=production: the demo hands out tokens to everybody');
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.freeze(config);
}

function oneOf<T extends string>(allowed: readonly T[]): (text: string) => T {
  return (text) => {
    const found = allowed.find((value) => value === text);
    if (found === undefined) throw new Error(`must be one of ${allowed.join(', ')}`);
    return found;
  };
}

function portNumber(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new Error('must be a port number from 0 to 65535');
  return port;
}

function hostName(text: string): string {
  if (!/^[A-Za-z0-9.:_%-]+$/.test(text)) throw new Error('must be a host name or an address');
  return text;
}

function folder(text: string): string {
  if (text.includes('\0')) throw new Error('must be the path of a folder');
  return text;
}

function filePath(text: string): string {
  if (text.includes('\0')) throw new Error('must be the path of a file');
  return text;
}

function postgresUrl(text: string): string {
  const url = parsedUrl(text);
  if (!['postgres:', 'postgresql:'].includes(url.protocol) || url.hostname === '')
    throw new Error('must look like postgres://user:password@host:5432/database');
  return text;
}

const kurrentDbSchemes = ['kurrentdb:', 'kurrentdb+discover:', 'esdb:', 'esdb+discover:'];

/** Which server a URL of the log names. */
export function isKurrentDb(url: string): boolean {
  // Not by URL: a cluster's nodes stand in it one after the other, which is none to the standard.
  return kurrentDbSchemes.some((scheme) => url.startsWith(`${scheme}//`));
}

function eventStoreUrl(text: string): string {
  if (!isKurrentDb(text)) return postgresUrl(text);
  if (!/^[a-z+]+:\/\/([^@/?\s]+@)?[A-Za-z0-9.-]+(:\d{1,5})?(,[A-Za-z0-9.-]+(:\d{1,5})?)*\/?(\?\S*)?$/.test(text))
    throw new Error('must look like kurrentdb://user:password@host:2113,other:2113?tls=true');
  return text;
}

function parsedUrl(text: string): URL {
  if (!URL.canParse(text)) throw new Error('is not a URL');
  return new URL(text);
}

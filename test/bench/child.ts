import { spawn } from 'node:child_process';
import path from 'node:path';

/** A server in a process of its own, as it is in life. */
export interface Child {
  readonly origin: string;
  stop(): Promise<void>;
}

const startMsMax = 60_000;
const api = path.resolve(import.meta.dirname, '../../apps/api/dist/main.js');
const rawServer = path.join(import.meta.dirname, 'raw-server.ts');
const typescript = path.join(import.meta.dirname, 'typescript.mjs');

/** The service as it was built, with its demo. */
export function startApi(databaseUrl: string, folder: string): Promise<Child> {
  return start([api], {
    DATABASE_URL: databaseUrl,
    SOAT_DATA: folder,
    SOAT_DEMO: 'short',
    PORT: '0',
    LOG_LEVEL: 'info',
  });
}

export function startRawServer(databaseUrl: string): Promise<Child> {
  return start(['--import', typescript, rawServer], { DATABASE_URL: databaseUrl });
}

/** Either says where it serves in one line of JSON. */
function start(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Child> {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env, ...(env.SOAT_DEMO && { NODE_ENV: 'development' }) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    process.off('exit', kill);
  };
  return new Promise((resolve, reject) => {
    const tooLate = setTimeout(() => reject(new Error(`${args.at(-1)} does not serve`)), startMsMax);
    void ended.then(() => reject(new Error(`${args.at(-1)} ended instead of serving`)));
    let log = '';
    const look = (text: string) => {
      log += text;
      const origin = /"origin":"([^"]+)","msg":"serving"/.exec(log)?.[1];
      if (!origin) return;
      clearTimeout(tooLate);
      // Read on, so that it can write on.
      child.stdout.off('data', look).resume();
      resolve({ origin, stop });
    };
    child.stdout.setEncoding('utf8').on('data', look);
  });
}

import { spawnSync } from 'node:child_process';

/** One side of the wall: the API's or the database's. */
export type Side = 'api' | 'database';

/** What somebody does to the wire between the two. */
export type Cut =
  /** Nothing gets through either way. */
  | 'partition'
  /** What is asked arrives, and no answer comes back: the other side's half of the connection is open. */
  | 'answers-lost'
  /** What is asked does not arrive. */
  | 'requests-lost';

export const cuts: readonly Cut[] = ['partition', 'answers-lost', 'requests-lost'];

// RFC 2544 keeps 198.18.0.0/15 for tests between networks, so nobody's own network is here.
const wire: Readonly<Record<Side, string>> = { api: '198.19.0.1', database: '198.19.0.2' };
const nobody = '02:00:00:00:00:99';

/**
 * A namespace for the API and one for the database, a wire between them that can be cut, and one to each that stays whole, for
 * the clients and the judge. Gone when this process ends, however it ends.
 */
export class Namespaces {
  private readonly tag = String(process.pid);
  private readonly removeAtExit = () => this.remove();

  constructor() {
    process.once('exit', this.removeAtExit);
    try {
      for (const side of ['api', 'database'] as const) {
        ip(`netns add ${this.nameOf(side)}`);
        inside(this.nameOf(side), 'link set lo up');
      }
      ip(`link add wire netns ${this.nameOf('api')} type veth peer name wire netns ${this.nameOf('database')}`);
      for (const side of ['api', 'database'] as const) {
        inside(this.nameOf(side), `addr add ${wire[side]}/30 dev wire`);
        inside(this.nameOf(side), 'link set wire up');
        // A pipe of its own to the world outside, where the clients and the judge are.
        const [here, there] = [this.pipeOf(side), this.outsideOf(side)];
        ip(`link add ${here} type veth peer name out netns ${this.nameOf(side)}`);
        ip(`addr add ${there.here}/30 dev ${here}`);
        ip(`link set ${here} up`);
        inside(this.nameOf(side), `addr add ${there.there}/30 dev out`);
        inside(this.nameOf(side), 'link set out up');
      }
    } catch (error) {
      this.remove();
      throw error;
    }
  }

  /** What a command is begun with to run inside. */
  within(side: Side): readonly string[] {
    return ['nsenter', `--net=/run/netns/${this.nameOf(side)}`];
  }

  /** Where this process reaches that side. */
  addressFromOutside(side: Side): string {
    return this.outsideOf(side).there;
  }

  /** Where the API reaches the database, over the wire that is cut. */
  get addressOnTheWire(): string {
    return wire.database;
  }

  cut(kind: Cut): void {
    if (kind !== 'requests-lost') this.misdirect('database');
    if (kind !== 'answers-lost') this.misdirect('api');
  }

  mend(): void {
    for (const side of ['api', 'database'] as const) inside(this.nameOf(side), 'neigh flush dev wire nud all', true);
    for (const side of ['api', 'database'] as const)
      inside(this.nameOf(side), `neigh del ${other(side)} dev wire`, true);
  }

  remove(): void {
    process.off('exit', this.removeAtExit);
    for (const side of ['api', 'database'] as const) {
      // A namespace lives on as long as any socket in it, and its addresses would be in the way of the next one's.
      ip(`link del ${this.pipeOf(side)}`, true);
      ip(`netns del ${this.nameOf(side)}`, true);
    }
  }

  /** Frames go out to an address of nobody's, so they vanish without a word to either end: no refusal, no reset. */
  private misdirect(side: Side): void {
    inside(this.nameOf(side), `neigh replace ${other(side)} lladdr ${nobody} dev wire nud permanent`);
  }

  private nameOf(side: Side): string {
    return `soat-${side}-${this.tag}`;
  }

  /** A name of at most fifteen characters. */
  private pipeOf(side: Side): string {
    return `soat${side[0]}${this.tag}`;
  }

  private outsideOf(side: Side): { readonly here: string; readonly there: string } {
    // Another run on this machine has a process number of its own.
    const net = `198.18.${(process.pid % 128) + (side === 'api' ? 0 : 128)}`;
    return { here: `${net}.1`, there: `${net}.2` };
  }
}

function other(side: Side): string {
  return wire[side === 'api' ? 'database' : 'api'];
}

/** Null, or what keeps this machine from having them. */
export function namespacesMissing(): string | null {
  if (process.platform !== 'linux') return 'it takes network namespaces of Linux';
  try {
    new Namespaces().remove();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function inside(name: string, command: string, mayFail = false): void {
  ip(`-n ${name} ${command}`, mayFail);
}

function ip(command: string, mayFail = false): void {
  const { status, stderr, error } = spawnSync('ip', command.split(' '), { encoding: 'utf8' });
  if (status !== 0 && !mayFail) throw new Error(`ip ${command}: ${(stderr || String(error)).split('\n')[0]}`);
}

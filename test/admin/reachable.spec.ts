import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type CommandName, commandsOf, roles } from '@soat/domain';

const apps = join(import.meta.dirname, '../../apps');

/** Commands without a screen, and why. Whatever else the policy lets somebody ask for can be asked for on one. */
const withoutScreen: Partial<Record<CommandName, string>> = {
  EstablishUnit: 'the register of units comes with its import and its administration',
  RenameUnit: 'the register of units comes with its import and its administration',
  AppointUnitHead: 'the register of units comes with its import and its administration',
};

/** Commands whose name does not stand in the controller's method: what they order is put together elsewhere. */
const namedElsewhere: Partial<Record<CommandName, string>> = {
  OrderInspection: 'inspections',
  IssueRecommendation: 'recommendations',
  EnterExternalRecommendation: 'recommendations/external',
};

describe('every command somebody may ask for', () => {
  const routes = commandRoutes();
  const screens = sourcesIn(join(apps, 'admin/src')).join('\n');
  const commands = [...new Set(roles.flatMap(commandsOf))];

  it('has a route', () => {
    expect(commands.filter((command) => !routes.has(command))).toEqual([]);
  });

  it('is sent by a screen', () => {
    const unsent = commands.filter((command) => {
      const route = routes.get(command) ?? '';
      // "Withdraw" and "name" end other paths as well: of these streams the command's name must stand there, too.
      const isNamed = !/^(programmes|units)/.test(route) || screens.includes(`'${command}'`);
      return !isSentBy(screens, route) || !isNamed;
    });
    expect(unsent.sort()).toEqual(Object.keys(withoutScreen).sort());
  });

  it('would be missed without one', () => {
    const to = (path: string) => `useCommand(\`/api/v1/units/\${id}/${path}\`)`;
    expect(isSentBy(`${to('names')}; t('unit.name')`, 'units/:id/name')).toBe(false);
    expect(isSentBy(to('name'), 'units/:id/name')).toBe(true);
    expect(isSentBy("useGet('/api/v1/units')", 'units')).toBe(false);
    expect(isSentBy("useCommand('/api/v1/units')", 'units')).toBe(true);
    expect(isSentBy(to(`earlier/\${other}`), 'x/:id/earlier/:other')).toBe(true);
    expect(isSentBy(to('earlier'), 'x/:id/earlier/:other')).toBe(false);
  });
});

/** The path of each command's route, as the controllers have it. */
function commandRoutes(): ReadonlyMap<string, string> {
  const found = new Map<string, string>(Object.entries(namedElsewhere));
  for (const source of sourcesIn(join(apps, 'api/src'))) {
    const base = /@Controller\('?([^')]*)'?\)/.exec(source)?.[1] ?? '';
    for (const method of source.split(/@CommandRoute\(/).slice(1)) {
      const path = /^\s*'([^']*)'/.exec(method)?.[1] ?? '';
      const type = /type: '(\w+)', ?data|type: '(\w+)'/.exec(method)?.[1];
      if (type && !found.has(type)) found.set(type, [base, path].filter((part) => part !== '').join('/'));
    }
  }
  return found;
}

/**
 * Whether the route's last words stand in the sources where a path ends. What has no id in it is also read from, so that one
 * must be sent to in so many words.
 */
function isSentBy(sources: string, route: string): boolean {
  if (!route.includes(':')) return new RegExp(`useCommand(<.*>)?\\([^);]*'/api/v1/${route}'`).test(sources);
  const [, last = '', id] = /([^:/][^:]*?)(\/:\w+)?$/.exec(route.replace(/^.*:\w+\/(?=[^:])/, '')) ?? [];
  return new RegExp(id ? `/${last}/\\$\\{` : `(?:[:?(=] ?['"]|/)${last}['"\`]`).test(sources);
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.spec.') && !name.includes('words/'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

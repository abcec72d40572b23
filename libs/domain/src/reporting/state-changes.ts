import type { Text } from '../checklists/checklist.js';
import { memberWords } from './state-words.js';

/** One place of a stream's state that an event changed; null where there was nothing, or is nothing any more. */
export interface StateChange {
  /** JSON pointer; members of lists go by their id, code or number where they have one. */
  readonly path: string;
  readonly labelVi: string;
  readonly labelEn: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * What differs between two states of a stream, place by place, in the words of people. One value are: lists of plain
 * values, what has a name of its own (a file, a unit, a person, a paper, a text in both languages), and working papers that
 * nobody reads member by member. A checklist that a case carries along is named by kind and edition. Left out are ids, which
 * the event's payload has, and copies of what stands elsewhere in the state.
 */
export function stateChanges(before: unknown, after: unknown): readonly StateChange[] {
  const changes: StateChange[] = [];
  compare({ steps: [], words: [] }, withoutFile(before), withoutFile(after), changes);
  return changes;
}

interface Place {
  readonly steps: readonly string[];
  readonly words: readonly Text[];
}

/** An inspection keeps everything but its status in a file of its own. */
function withoutFile(state: unknown): unknown {
  return isObject(state) && isObject(state.file) ? { status: state.status, ...state.file } : state;
}

function compare(place: Place, before: unknown, after: unknown, changes: StateChange[]): void {
  if (same(before, after)) return;
  const [was, is] = [membersOf(place, before), membersOf(place, after)];
  if (was === null || is === null || (was.size === 0 && is.size === 0)) {
    const [path, labelVi, labelEn] = [pointer(place.steps), label(place, 'vi'), label(place, 'en')];
    changes.push({ path, labelVi, labelEn, before: shownOf(before), after: shownOf(after) });
    return;
  }
  for (const name of new Set([...was.keys(), ...is.keys()])) {
    const [inner, other] = [was.get(name), is.get(name)];
    compare(stepInto(place, name, other ?? inner), inner?.value, other?.value, changes);
  }
}

interface Member {
  readonly value: unknown;
  /** What people call a member of a list; null for a member of an object, whose name has words. */
  readonly calledBy: string | null;
}

/** The parts of a value that are compared one by one; none of nothing, and null for what counts as one value. */
function membersOf({ steps }: Place, value: unknown): ReadonlyMap<string, Member> | null {
  if (value === undefined || value === null) return new Map();
  const name = steps.at(-1) ?? '';
  if (wholes.has(name) || isNamed(value)) return null;
  if (Array.isArray(value)) {
    if (value.length === 0) return new Map();
    if (!value.every(isObject)) return null;
    return new Map(
      value.map((member, index) => [idOf(member) ?? String(index), { value: member, calledBy: nameOf(member, index) }]),
    );
  }
  if (!isObject(value)) return null;
  const isRecord = records.has(name);
  return new Map(
    Object.entries(withoutChecklist(value))
      .filter(([key]) => isRecord || !(isId.test(key) || copies.has([...steps, key].join('/'))))
      .map(([key, member]) => [key, { value: member, calledBy: isRecord ? key : null }]),
  );
}

/** A file, a unit, a person, a paper, a text: read in one go. */
function isNamed(value: unknown): boolean {
  if (!isObject(value)) return false;
  const has = (...names: readonly string[]) => names.every((name) => name in value);
  const isOnly = (...names: readonly string[]) => has(...names) && Object.keys(value).length === names.length;
  return (
    has('sha256', 'mediaType') ||
    has('id', 'name', 'code', 'kind') ||
    isOnly('name', 'title') ||
    isOnly('number', 'signedOn') ||
    isOnly('from', 'to') ||
    isOnly('vi', 'en')
  );
}

const isId = /^(?:id|sha256|\w+Ids?)$/;
/** As it was at first; what became of it stands beside it. */
const copies: ReadonlySet<string> = new Set([
  'programme/adopted',
  'checklist/drafted',
  'order/team',
  'order/bodies',
  'order/deadline',
  'conclusion/dissents',
]);

/** Working papers: read in their own place, as a whole. */
const wholes: ReadonlySet<string> = new Set(['analysis', 'lines', 'drawn', 'procedure', 'rule', 'link']);
/** Objects whose members' names are codes or ids, not words. */
const records: ReadonlySet<string> = new Set(['answers', 'dismissed', 'evidence']);

function withoutChecklist(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { checklist } = value;
  if (!isObject(checklist) || !Array.isArray(checklist.items)) return value;
  const { items: _, ...head } = checklist;
  return { ...value, checklist: head };
}

const idNames = ['findingId', 'sampleId', 'recommendationId', 'itemId', 'id', 'code', 'personId', 'sha256', 'number'];
const callNames = ['number', 'code', 'name', 'title'];

function idOf(member: Readonly<Record<string, unknown>>): string | null {
  const name = idNames.find((each) => typeof member[each] === 'string');
  return name === undefined ? null : String(member[name]);
}

function nameOf(member: Readonly<Record<string, unknown>>, index: number): string {
  const name = callNames.find((each) => typeof member[each] === 'string');
  return name === undefined ? String(index + 1) : String(member[name]);
}

function stepInto({ steps, words }: Place, name: string, member: Member | undefined): Place {
  const called = member?.calledBy ?? null;
  const said = called === null ? (memberWords[name] ?? { vi: name, en: name }) : { vi: called, en: called };
  return { steps: [...steps, name], words: [...words, said] };
}

function label({ words }: Place, language: 'vi' | 'en'): string {
  const said = words.map((text) => text[language]).join(' · ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}

function pointer(steps: readonly string[]): string {
  return steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function shownOf(value: unknown): unknown {
  const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0);
  return isEmpty ? null : value;
}

/** By what JSON would say, the order of members aside; nothing, null and an empty list are the same. */
function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((member, index) => same(member, other[index]));
  if (isObject(one) && isObject(other)) {
    const names = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...names].every((name) => same(one[name], other[name]));
  }
  return shownOf(one) === null ? isNothing(other) : isNothing(one) && isNothing(other);
}

function isNothing(value: unknown): boolean {
  return shownOf(value) === null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

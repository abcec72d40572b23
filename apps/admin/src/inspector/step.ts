import type { CommandName } from '@soat/domain';
import type { Colleague, EvidenceBody, InspectionShown } from '../api/inspections.js';
import type { PlainKey, Translate } from '../i18n/use-t.js';
import type { Person } from '../session/session.js';

export interface StepField {
  /** Also the place in the body that the server complains about, unless `pointer` names another. */
  readonly name: string;
  readonly kind: 'line' | 'text' | 'day' | 'money' | 'choice' | 'select' | 'person' | 'unit' | 'files';
  readonly label: string;
  readonly hint?: string;
  readonly initial: string;
  readonly isOptional?: boolean;
  readonly pointer?: string;
  readonly lengthMax?: number;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** Of a person: who is offered. */
  readonly isOffered?: (colleague: Colleague) => boolean;
}

export type Values = Readonly<Record<string, string>>;
export type Files = Readonly<Record<string, readonly EvidenceBody[]>>;

/** One step with a file as a form: what is asked, and what is sent. */
export interface Step {
  readonly command: CommandName;
  readonly title: PlainKey;
  /** What it means, where the title alone would not tell. */
  readonly note?: string | undefined;
  readonly path: string;
  readonly fields: readonly StepField[];
  /** Fields that may be filled in several times: `where 0`, `where 1`, … */
  readonly rows?: { readonly fields: readonly StepField[]; readonly add: PlainKey; readonly max: number };
  /** A member of the body that holds an id made here, once for a form however often it is sent. */
  readonly ownId?: string;
  /** Null where something is missing that no single field tells. */
  readonly body: (values: Values, files: Files) => object | null;
  /** Said where the body is null. */
  readonly missing?: string;
  /**
   * The next thing to do stands at the foot of the page, what may be done besides behind "more"; what is about one paper,
   * person or finding stands with it, under its key.
   */
  readonly place: 'next' | 'more' | { readonly about: string };
  readonly tone?: 'danger';
}

/** A step and whether this person can take it now. */
export interface StepWhen extends Step {
  readonly when: boolean;
}

/** What the lists of steps are made from. */
export interface StepsFor {
  readonly shown: InspectionShown;
  readonly person: Person;
  readonly today: string;
  readonly t: Translate;
  readonly may: (command: CommandName) => boolean;
  readonly isLead: boolean;
  /** Not on the team as it stands. */
  readonly isOutside: boolean;
  readonly isUnit: boolean;
  readonly ask: Asking;
}

/** Fields by their kind, named in the reader's language. */
export interface Asking {
  readonly line: (name: string, label: PlainKey, initial?: string) => StepField;
  readonly text: (name: string, label: PlainKey, initial?: string) => StepField;
  readonly day: (name: string, label: PlainKey, initial?: string) => StepField;
  readonly files: (name: string, label: PlainKey) => StepField;
  readonly choice: <Value extends string>(
    name: string,
    label: PlainKey,
    values: readonly Value[],
    labelOf: (value: Value) => string,
  ) => StepField;
  /** Number and day of a document. */
  readonly document: readonly StepField[];
}

export function askingIn(t: Translate, today: string): Asking {
  const of = (kind: StepField['kind']) => (name: string, label: PlainKey, initial: string) => ({
    name,
    kind,
    label: t(label),
    initial,
  });
  const line: Asking['line'] = (name, label, initial = '') => of('line')(name, label, initial);
  const day: Asking['day'] = (name, label, initial = today) => of('day')(name, label, initial);
  return {
    line,
    day,
    text: (name, label, initial = '') => of('text')(name, label, initial),
    files: (name, label) => of('files')(name, label, ''),
    choice: (name, label, values, labelOf) => ({
      ...of('choice')(name, label, ''),
      options: values.map((value) => ({ value, label: labelOf(value) })),
    }),
    document: [{ ...line('number', 'path.field.number'), lengthMax: 60 }, day('signedOn', 'path.field.signedOn')],
  };
}

/** Most bodies are what was filled in; what was left empty is left out. */
export function asFilled(values: Values): object {
  return Object.fromEntries(Object.entries(values).filter(([, said]) => said !== ''));
}

import {
  type Actor,
  type Evidence,
  type EvidenceKind,
  type Message,
  type TeamRole,
  type UnitCommands,
  type UnitSnapshot,
  type UnitState,
} from '@soat/domain';
import fc from 'fast-check';

/** Small pools of ids and people, so that random commands meet each other. */
export const unitId = '01890000-0000-7000-8000-000000000001';
export const bodyId = '01890000-0000-7000-8000-000000000002';

export const ward: UnitSnapshot = {
  id: unitId,
  name: 'Phường 1',
  code: '31783',
  kind: 'ward',
  parentId: bodyId,
  headName: null,
};
export const office: UnitSnapshot = {
  id: bodyId,
  name: 'Phòng Nội vụ',
  code: 'PNV',
  kind: 'department',
  parentId: null,
  headName: null,
};

export const school: UnitSnapshot = {
  id: '01890000-0000-7000-8000-000000000003',
  name: 'Trung tâm Học tập cộng đồng',
  code: 'HTCD',
  kind: 'department',
  parentId: unitId,
  headName: null,
};

/** No party to any case. */
export const superior = { ...office, id: '01890000-0000-7000-8000-000000000009', name: 'Sở Nội vụ' };

export function joining(personId: string, role: TeamRole) {
  return { personId, name: personId, role, unitId: bodyId };
}

/** Some of them are one person in two offices: whoever fixed or found something may have moved since. */
export const people = {
  lead: { id: 'lead', name: 'Trưởng đoàn', role: 'team-lead', unitId: bodyId },
  member: { id: 'member', name: 'Thành viên', role: 'inspector', unitId: bodyId },
  memberNowInTheUnit: { id: 'member', name: 'Thành viên', role: 'unit-head', unitId },
  stranger: { id: 'stranger', name: 'Người ngoài đoàn', role: 'inspector', unitId: bodyId },
  officer: { id: 'officer', name: 'Công chức', role: 'unit-officer', unitId },
  officerNowInOffice: { id: 'officer', name: 'Công chức', role: 'leadership', unitId: bodyId },
  teacher: { id: 'teacher', name: 'Giáo viên', role: 'unit-officer', unitId: school.id },
  appraiser: { id: 'appraiser', name: 'Thẩm định', role: 'appraiser', unitId: bodyId },
  leader: { id: 'leader', name: 'Lãnh đạo', role: 'leadership', unitId: bodyId },
} as const satisfies Record<string, Actor>;
export const everyone: readonly Actor[] = Object.values(people);

export const actor = fc.constantFrom<Actor>(...everyone);
export const words = fc.constantFrom('một', 'hai', 'ba');
export const maybeWords = fc.option(words);
export const day = fc.constantFrom('2023-05-04', '2023-06-01', '2024-02-29');
export const id = fc.constantFrom('f-1', 'f-2', 'f-3');

/** Sixteen contents there are, so that the same one comes again. */
export function piece(digit: string, kind: EvidenceKind): Evidence {
  return { sha256: digit.repeat(64), size: 1024, mediaType: 'image/jpeg', name: digit, kind, capturedAt: null };
}

export const digits = [...'0123456789abcdef'];
export const evidence = fc
  .tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom<EvidenceKind>('photo', 'document', 'url'))
  .map(([digit, kind]) => piece(digit, kind));
export const pieces = fc.array(evidence, { maxLength: 2 });

export const text = (words: string) => ({ vi: words, en: words });

export const basis = fc.constant({ number: '01/NQ-HĐND', signedOn: '2023-01-01' });

export const unitCommand: fc.Arbitrary<Message<UnitCommands>> = commands<UnitCommands>({
  EstablishUnit: fc.record({
    id: fc.constant(unitId),
    name: words,
    code: fc.constantFrom('31783', '31801'),
    kind: fc.constantFrom('ward', 'commune'),
    parentId: fc.constantFrom(bodyId, unitId, null),
    basis: fc.option(basis),
    validFrom: day,
  }),
  RenameUnit: fc.record({ name: words, basis, validFrom: day }),
  AppointUnitHead: fc.record({ headName: words, basis: fc.option(basis), validFrom: day }),
});

/** One generator for each command of a stream; a command without one does not compile. */
export function commands<C extends object>(
  generators: { readonly [T in keyof C]: fc.Arbitrary<C[T]> },
): fc.Arbitrary<Message<C>> {
  const all = Object.entries<fc.Arbitrary<unknown>>(generators).map(([type, data]) =>
    data.map((chosen) => ({ type, data: chosen }) as Message<C>),
  );
  return fc.oneof(...all);
}

/** Numbers drawn in advance, by which a guide chooses; they shrink as numbers do. */
export class Dice {
  private thrown = 0;

  constructor(private readonly numbers: readonly number[]) {}

  pick<T>(choices: readonly T[]): T {
    const number = this.numbers[this.thrown++ % this.numbers.length] ?? 0;
    const chosen = choices[number % choices.length];
    if (chosen === undefined) throw new Error('nothing to pick from');
    return chosen;
  }
}

/** A command that leads on from where the stream stands; random ones alone would rarely get past its first steps. */
export type Guide<S, C extends object> = (state: S, dice: Dice) => Message<C>;

/** One step of a walk: any command at all, or dice for the guide. */
export type Step<C extends object> = { readonly any: Message<C> } | { readonly dice: readonly number[] };

/** A walk goes on from one of these beginnings. Two steps in three are guided; the third may be anything. */
export function steps<C extends object>(
  command: fc.Arbitrary<Message<C>>,
  beginnings: readonly (readonly Message<C>[])[],
): fc.Arbitrary<readonly Step<C>[]> {
  const step = fc.oneof(
    { weight: 2, arbitrary: fc.array(fc.nat(9999), { minLength: 6, maxLength: 6 }).map((dice): Step<C> => ({ dice })) },
    { weight: 1, arbitrary: command.map((any): Step<C> => ({ any })) },
  );
  return fc
    .tuple(fc.constantFrom(...beginnings), fc.array(step, { minLength: 1, maxLength: 60, size: 'max' }))
    .map(([beginning, rest]) => [...beginning.map((any): Step<C> => ({ any })), ...rest]);
}

export function commandOf<S, C extends object>(step: Step<C>, state: S, guide: Guide<S, C>): Message<C> {
  return 'any' in step ? step.any : guide(state, new Dice(step.dice));
}

export const guideUnit: Guide<UnitState, UnitCommands> = (state, dice) => {
  const basis = { number: '01/NQ-HĐND', signedOn: '2023-01-01' };
  const { id, name, code, kind, parentId } = ward;
  if (state.status === 'absent')
    return { type: 'EstablishUnit', data: { id, name, code, kind, parentId, basis, validFrom: '2023-05-04' } };
  return dice.pick<Message<UnitCommands>>([
    { type: 'RenameUnit', data: { name: dice.pick(['một', 'hai']), basis, validFrom: '2023-06-01' } },
    { type: 'AppointUnitHead', data: { headName: dice.pick(['ba', 'bốn']), basis, validFrom: '2023-06-01' } },
  ]);
};

export function often<T>(times: number, choice: T): readonly T[] {
  return Array.from({ length: times }, () => choice);
}

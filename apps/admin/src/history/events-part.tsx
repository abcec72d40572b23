import { type Role, roles } from '@soat/domain';
import { useEffect, useState } from 'react';
import { getFile, saveFile } from '../api/files.js';
import { useGet } from '../api/hooks.js';
import { ProblemError } from '../api/problem-error.js';
import { usePages } from '../api/use-pages.js';
import { useLanguage } from '../i18n/language.js';
import { type Translate, useT } from '../i18n/use-t.js';
import { eventTypeWords } from '../i18n/words/event-types.js';
import { UnitPicker } from '../inspector/unit-picker.js';
import { Button } from '../ui/button.js';
import { DateField } from '../ui/date-field.js';
import type { Language } from '../ui/format.js';
import { Section } from '../ui/layout.js';
import { Select } from '../ui/select.js';
import { EmptyState, ErrorPanel, Loading } from '../ui/states.js';
import { TextField } from '../ui/text-field.js';
import { useMedia } from '../ui/use-media.js';
import { MoreButton } from '../unit/more-button.js';
import { EventList } from './event-list.js';
import type { EventRow } from './events.js';
import { type Filters, useFilters } from './use-filters.js';

const names = {
  q: 'loi',
  unitId: 'don-vi',
  actor: 'nguoi',
  role: 'vai-tro',
  type: 'loai',
  inspectionId: 'kiem-tra',
  recommendationId: 'kien-nghi',
  recordedFrom: 'ghi-tu',
  recordedTo: 'ghi-den',
  occurredFrom: 'xay-ra-tu',
  occurredTo: 'xay-ra-den',
} as const;
type Name = keyof typeof names;

const formats = ['csv', 'xlsx', 'ndjson'] as const;
const typingPauseMs = 300;

/** The history of everything, narrowed as one likes; what is downloaded is what is listed. */
export function EventsPart() {
  const t = useT();
  const filters = useFilters(names);
  const pages = usePages<EventRow>('/api/v1/events', { ...filters.values, limit: 50 });
  const rows = pages.rows;
  return (
    <>
      <FilterFields filters={filters} rows={rows ?? []} />
      <Downloads values={filters.values} />
      {!rows && (pages.problem ? <ErrorPanel problem={pages.problem} onRetry={pages.retry} /> : <Loading />)}
      {rows?.length === 0 && <EmptyState title={t('history.nothing')} />}
      {rows && rows.length > 0 && (
        <Section title={t('history.list')} {...(!pages.hasMore && { count: rows.length })}>
          <EventList rows={rows} label={t('history.list')} />
          <MoreButton pages={pages} />
        </Section>
      )}
    </>
  );
}

function FilterFields({
  filters: { values, set, clear, isAny },
  rows,
}: {
  readonly filters: Filters<Name>;
  readonly rows: readonly EventRow[];
}) {
  const t = useT();
  const language = useLanguage();
  const people = usePeople(rows, values.actor);
  // On a phone what was found comes first, under the words looked for.
  const isDesk = useMedia('(min-width: 720px)');
  const isNarrowed = Object.entries(values).some(([name, value]) => name !== 'q' && value !== null);
  return (
    <form className="history-filters" aria-label={t('history.filters')} onSubmit={(event) => event.preventDefault()}>
      <SearchField value={values.q ?? ''} onSettled={(q) => set({ q })} />
      <details className="definitions history-more" open={isDesk || isNarrowed}>
        <summary>{t('history.filters')}</summary>
        <div className="history-more-fields">
          <UnitFilter unitId={values.unitId} onChange={(unitId) => set({ unitId })} />
          <Choice
            label={t('history.person')}
            value={values.actor}
            onChange={(actor) => set({ actor })}
            options={people}
          />
          <Choice
            label={t('history.role')}
            value={values.role}
            onChange={(role) => set({ role })}
            options={[
              ...roles.map((role) => ({ value: role, label: t(`role.${role as Role}`) })),
              { value: 'system', label: t('history.role.system') },
            ]}
          />
          <Choice
            label={t('history.type')}
            value={values.type}
            onChange={(type) => set({ type })}
            options={typeOptions(language)}
          />
          <CaseFilter values={values} rows={rows} onClear={() => set({ inspectionId: null, recommendationId: null })} />
          <details
            className="definitions history-dates"
            open={[values.recordedFrom, values.recordedTo, values.occurredFrom, values.occurredTo].some(Boolean)}
          >
            <summary>{t('history.clocks')}</summary>
            <div className="history-dates-fields">
              {(['recordedFrom', 'recordedTo', 'occurredFrom', 'occurredTo'] as const).map((name) => (
                <DateField
                  key={name}
                  label={t(`history.${name}`)}
                  value={values[name]}
                  onChange={(value) => set({ [name]: value })}
                />
              ))}
            </div>
          </details>
        </div>
      </details>
      {isAny && (
        <div className="actions">
          <Button tone="quiet" icon="close" onClick={clear}>
            {t('history.clear')}
          </Button>
        </div>
      )}
    </form>
  );
}

/** Asked for once the typing rests: each word asked for is a search through all there is. */
function SearchField({
  value,
  onSettled,
}: {
  readonly value: string;
  readonly onSettled: (text: string | null) => void;
}) {
  const t = useT();
  const [text, setText] = useState(value);
  // What the address says, when somebody else changed it: the way back, or the button that clears.
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setText(value);
  }
  useEffect(() => {
    const typed = text.trim();
    if (typed === value) return;
    const timer = setTimeout(() => onSettled(typed === '' ? null : typed), typingPauseMs);
    return () => clearTimeout(timer);
  }, [text, value, onSettled]);
  return (
    <TextField
      label={t('history.q')}
      hint={t('history.qHint')}
      inputMode="search"
      lengthMax={200}
      value={text}
      onChange={setText}
    />
  );
}

function UnitFilter({
  unitId,
  onChange,
}: {
  readonly unitId: string | null;
  readonly onChange: (unitId: string | null) => void;
}) {
  const t = useT();
  const unit = useGet<{ readonly name: string }>(unitId && `/api/v1/units/${unitId}`);
  return (
    <UnitPicker
      label={t('history.unit')}
      isOptional
      value={unitId ? [{ id: unitId, name: unit.data?.name ?? '…' }] : []}
      onChange={([picked]) => onChange(picked?.id ?? null)}
    />
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

function Choice({ label, value, onChange, options }: ChoiceProps) {
  const t = useT();
  return (
    <Select
      label={label}
      value={value ?? ''}
      onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
      options={[{ value: '', label: t('filters.all') }, ...options]}
    />
  );
}

/** Who can be put on a team, who is asked for, and whoever stands in the rows: there is no list of everybody. */
function usePeople(rows: readonly EventRow[], asked: string | null) {
  const inspectors = useGet<{ readonly data: readonly { readonly id: string; readonly name: string }[] }>(
    '/api/v1/inspectors',
  );
  const [met, setMet] = useState<ReadonlyMap<string, string>>(new Map());
  const unmet = rows.filter(({ actor, role }) => role !== 'system' && !met.has(actor));
  if (unmet.length > 0)
    setMet(new Map([...met, ...unmet.map(({ actor, actorName }) => [actor, actorName ?? actor] as const)]));
  const all = new Map([
    ...(asked ? [[asked, asked] as const] : []),
    ...(inspectors.data?.data ?? []).map(({ id, name }) => [id, name] as const),
    ...met,
  ]);
  return [...all]
    .map(([value, label]) => ({ value, label }))
    .sort((one, other) => one.label.localeCompare(other.label, 'vi'));
}

function CaseFilter({
  values,
  rows,
  onClear,
}: {
  readonly values: Filters<Name>['values'];
  readonly rows: readonly EventRow[];
  readonly onClear: () => void;
}) {
  const t = useT();
  const id = values.recommendationId ?? values.inspectionId;
  if (!id) return null;
  const number = rows.find(({ streamId }) => streamId === id)?.caseNumber;
  return (
    <p className="history-case">
      <strong>{number ? t('history.case', { number }) : t('history.caseUnnamed')}</strong>
      <Button tone="quiet" icon="close" onClick={onClear}>
        {t('history.caseAll')}
      </Button>
    </p>
  );
}

function typeOptions(language: Language) {
  const at = language === 'vi' ? 0 : 1;
  return Object.entries(eventTypeWords)
    .map(([value, words]) => ({ value, label: words[at] }))
    .sort((one, other) => one.label.localeCompare(other.label, language));
}

function Downloads({ values }: { readonly values: Filters<Name>['values'] }) {
  const t = useT();
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<ProblemError | null>(null);
  async function download(format: (typeof formats)[number]): Promise<void> {
    setProblem(null);
    setBusy(format);
    try {
      saveFile(await getFile('/api/v1/events', { ...values, format }));
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown;
      setProblem(thrown);
    } finally {
      setBusy(null);
    }
  }
  return (
    <>
      <div className="actions">{formats.map((format) => downloadButton(format, busy, download, t))}</div>
      <p className="page-note not-printed">{t('history.downloadNote')}</p>
      <ErrorPanel problem={problem} />
    </>
  );
}

function downloadButton(
  format: (typeof formats)[number],
  busy: string | null,
  download: (format: (typeof formats)[number]) => Promise<void>,
  t: Translate,
) {
  return (
    <Button key={format} icon="file" isBusy={busy === format} onClick={() => void download(format)}>
      {t('history.download', { format: format.toUpperCase() })}
    </Button>
  );
}

import { useId, useState } from 'react';
import { getFile, saveFile } from '../api/files.js';
import { useGet } from '../api/hooks.js';
import { ProblemError } from '../api/problem-error.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import type { Language } from '../ui/format.js';
import { Section } from '../ui/layout.js';
import { ErrorPanel } from '../ui/states.js';
import { Icon } from '../ui/icon.js';
import { TextField } from '../ui/text-field.js';
import { type Evidence, type Verdict, VerifierFrame } from './verifier-frame.js';

export type BundleScope =
  | { readonly kind: 'everything' }
  | { readonly kind: 'unit' | 'inspection'; readonly id: string };

function pathOf(scope: BundleScope): string {
  const base = '/api/v1/trail/bundles';
  return scope.kind === 'everything' ? `${base}/everything` : `${base}/${scope.kind}s/${scope.id}`;
}

/** Downloads a bundle, and checks one in this browser. */
export function CheckHere({ scope }: { readonly scope: BundleScope }) {
  const t = useT();
  const id = useId();
  const keys = useGet<{ readonly data: readonly string[] }>('/api/v1/trail/keys');
  const [typedKey, setTypedKey] = useState<string | null>(null);
  const [pinned, setPinned] = useState<File | null>(null);
  const [doing, setDoing] = useState<'downloading' | 'checking' | null>(null);
  const [problem, setProblem] = useState<ProblemError | null>(null);
  const [evidence, setEvidence] = useState<Evidence | null>(null);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const verifierKey = typedKey ?? keys.data?.data[0] ?? '';

  async function download(): Promise<File | null> {
    setProblem(null);
    setDoing('downloading');
    try {
      return await getFile(pathOf(scope), { pinned: pinned && sizeOf(await pinned.text()) });
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown;
      setProblem(thrown);
      return null;
    } finally {
      setDoing(null);
    }
  }

  async function check(): Promise<void> {
    setVerdict(null);
    setEvidence(null);
    const bundle = await download();
    if (!bundle) return;
    setDoing('checking');
    setEvidence({ bundle, verifierKey, pinned });
  }

  async function save(): Promise<void> {
    const bundle = await download();
    if (bundle) saveFile(bundle);
  }

  return (
    <Section title={t('trail.check')}>
      <p className="page-note">{t('trail.checkNote')}</p>
      <div className="actions">
        <Button tone="primary" icon="seal" isBusy={doing !== null} onClick={() => void check()}>
          {`${t('trail.check')}: ${t(`trail.checkOf.${scope.kind}`)}`}
        </Button>
        <Button icon="file" isBusy={doing !== null} onClick={() => void save()}>
          {t('trail.download')}
        </Button>
      </div>
      <div role="status" className="verdict-place">
        {doing && <p>{t(`trail.${doing}`)}</p>}
        {verdict && <Told verdict={verdict} />}
      </div>
      {verdict?.verdict === 'altered' && evidence && (
        <div className="actions">
          <Button tone="danger" onClick={() => saveFile(evidence.bundle)}>
            {t('trail.saveChecked')}
          </Button>
        </div>
      )}
      <ErrorPanel problem={problem} />
      <details className="definitions">
        <summary>{t('trail.key')}</summary>
        <div className="form">
          <TextField label={t('trail.key')} hint={t('trail.keyHint')} value={verifierKey} onChange={setTypedKey} />
          <div className="field">
            <label htmlFor={id}>
              {t('trail.pinned')} <span className="field-optional">({t('common.optional')})</span>
            </label>
            <div className="field-hint" id={`${id}-hint`}>
              {t('trail.pinnedHint')}
            </div>
            <input
              id={id}
              aria-describedby={`${id}-hint`}
              className="input"
              type="file"
              onChange={({ target }) => setPinned(target.files?.[0] ?? null)}
            />
          </div>
        </div>
      </details>
      {evidence && (
        <VerifierFrame
          key={evidence.bundle.lastModified}
          evidence={evidence}
          onVerdict={(found) => {
            setDoing(null);
            setVerdict(found);
          }}
        />
      )}
    </Section>
  );
}

function Told({ verdict: { verdict, lines } }: { readonly verdict: Verdict }) {
  const t = useT();
  const language = useLanguage();
  return (
    <div className={`verdict verdict-${verdict}`}>
      <p className="verdict-title">
        <Icon name={verdict === 'right' ? 'check' : 'alert'} />
        {t(`trail.${verdict}`)}
      </p>
      {lines.map((line) => (
        <p key={line}>{inOne(line, language)}</p>
      ))}
      {verdict === 'altered' && <p>{t('trail.alteredNext')}</p>}
    </div>
  );
}

/** The verifier says everything in both languages; where it is plain which half is which, one of them. */
function inOne(line: string, language: Language): string {
  const [vi = line, en, ...more] = line.split(' / ');
  return en === undefined || more.length > 0 ? line : language === 'vi' ? vi : en;
}

/** The size a checkpoint names in its second line, for the proof from it to now. */
function sizeOf(note: string): string | null {
  const [, size = ''] = note.split('\n');
  return /^[1-9]\d*$/.test(size) ? size : null;
}

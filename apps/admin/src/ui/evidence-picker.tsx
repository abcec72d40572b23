import { type ChangeEvent, useEffect, useId, useRef, useState } from 'react';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { formatSize } from './format.js';
import { Icon } from './icon.js';

/** A file of this device, named by its content. */
export interface PickedFile {
  /** Lower-case hex. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
  readonly name: string;
}

export interface EvidencePickerProps {
  readonly label: string;
  readonly value: readonly PickedFile[];
  readonly onChange: (value: readonly PickedFile[]) => void;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
  /** Besides the camera; every kind of file when left out. */
  readonly accept?: string;
}

/** Photos and files with their SHA-256, computed here; the same content twice is taken once. */
export function EvidencePicker({ label, value, onChange, hint, error, disabled, accept }: EvidencePickerProps) {
  const t = useT();
  const language = useLanguage();
  const id = useId();
  const thumbnails = useRef(new Map<string, string>());
  const [isHashing, setHashing] = useState(false);
  const [complaint, setComplaint] = useState<string | null>(null);
  // Absent outside a secure context, whatever the types say.
  const canHash = typeof crypto !== 'undefined' && 'subtle' in crypto;
  const isBlocked = disabled || isHashing || !canHash;

  useEffect(() => {
    const urls = thumbnails.current;
    return () => {
      for (const url of urls.values()) URL.revokeObjectURL(url);
      urls.clear();
    };
  }, []);

  async function take(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const input = event.target;
    const files = [...(input.files ?? [])];
    setHashing(true);
    setComplaint(null);
    const picked = [...value];
    // One at a time: a phone with little memory holds one photo, not twenty.
    for (const file of files) {
      const name = file.name.normalize('NFC');
      if (file.size === 0) {
        setComplaint(t('evidence.empty', { name }));
        continue;
      }
      try {
        const sha256 = await digestOf(file);
        if (picked.some((each) => each.sha256 === sha256)) continue;
        if (file.type.startsWith('image/')) thumbnails.current.set(sha256, URL.createObjectURL(file));
        picked.push({ sha256, size: file.size, mediaType: file.type || 'application/octet-stream', name });
      } catch {
        setComplaint(t('evidence.unreadable', { name }));
      }
    }
    // The same file may be chosen again after it was removed.
    input.value = '';
    setHashing(false);
    onChange(picked);
  }

  function remove(sha256: string): void {
    const url = thumbnails.current.get(sha256);
    if (url) URL.revokeObjectURL(url);
    thumbnails.current.delete(sha256);
    onChange(value.filter((each) => each.sha256 !== sha256));
  }

  const wrong = canHash ? (error ?? complaint) : t('evidence.noCrypto');
  return (
    <fieldset className={wrong ? 'field field-wrong' : 'field'} aria-describedby={wrong ? `${id}-error` : undefined}>
      <legend>{label}</legend>
      {hint && <div className="field-hint">{hint}</div>}
      {value.length > 0 && (
        <ul className="evidence">
          {value.map((file, index) => {
            const url = thumbnails.current.get(file.sha256);
            return (
              <li key={file.sha256}>
                {url ? (
                  <img src={url} alt={t('evidence.alt', { index: index + 1, name: file.name })} />
                ) : (
                  <Icon name="file" />
                )}
                <span className="evidence-name">{file.name}</span>
                <small>
                  {formatSize(file.size, language)} · {file.sha256.slice(0, 8)}
                </small>
                <button
                  type="button"
                  className="evidence-remove"
                  disabled={disabled}
                  aria-label={t('evidence.remove', { name: file.name })}
                  onClick={() => remove(file.sha256)}
                >
                  <Icon name="close" />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <div className="evidence-add">
        <label className="button button-secondary">
          <Icon name="camera" />
          <span>{t('evidence.add')}</span>
          <input type="file" accept="image/*" capture="environment" disabled={isBlocked} onChange={take} />
        </label>
        <label className="button button-quiet">
          <Icon name="file" />
          <span>{t('evidence.addFile')}</span>
          <input type="file" multiple accept={accept} disabled={isBlocked} onChange={take} />
        </label>
      </div>
      <div role="status" className="field-hint">
        {isHashing && t('evidence.hashing')}
      </div>
      {wrong && (
        <div className="field-error" id={`${id}-error`}>
          {wrong}
        </div>
      )}
    </fieldset>
  );
}

async function digestOf(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

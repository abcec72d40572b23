import { useEffect, useState } from 'react';
import { getFile, saveFile } from '../api/files.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { Section } from '../ui/layout.js';

const address = '/verify.html';

/** The page that checks, for whoever wants to do it without this server, and its digest to compare. */
export function VerifierCard() {
  const t = useT();
  const [page, setPage] = useState<{ readonly file: File; readonly digest: string } | null>(null);
  useEffect(() => {
    let isGone = false;
    async function read(): Promise<void> {
      const file = await getFile(address);
      const digest = await digestOf(file);
      if (!isGone) setPage({ file, digest });
    }
    // Without it the page still opens by its link.
    read().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, []);
  return (
    <Section title={t('trail.verifier')}>
      <p className="page-note">{t('trail.verifierNote')}</p>
      {page && (
        <p className="digest">
          {t('trail.sha256')}: <code>{page.digest}</code>
        </p>
      )}
      <div className="actions">
        <a className="button button-secondary" href={address} target="_blank" rel="noreferrer">
          {t('trail.verifierOpen')}
        </a>
        {page && (
          <Button icon="file" onClick={() => saveFile(page.file)}>
            {t('trail.verifierSave')}
          </Button>
        )}
      </div>
    </Section>
  );
}

/** Over plain http to another machine browsers compute none: a dash. */
async function digestOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  if (!crypto.subtle) return '–';
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

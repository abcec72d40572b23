import { describe, expect, it } from '@jest/globals';
import { checkpointText, openCheckpoint } from './checkpoint.js';
import { newSigningKey, signerOf, UnfitKey, verifierOf } from './signed-note.js';

describe('a signed note', () => {
  // The keys and the note of the documentation of golang.org/x/mod/sumdb/note, whose format C2SP signed-note is.
  const goSigningKey = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
  const goVerifierKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
  const goText =
    'If you think cryptography is the answer to your problem,\nthen you don’t know what your problem is.\n'.replace(
      '’',
      "'",
    );
  const goNote = `${goText}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;

  it('is signed as the published one was', () => {
    const signer = signerOf(goSigningKey);
    expect(signer.verifierKey).toBe(goVerifierKey);
    expect(signer.sign(goText)).toBe(goNote);
  });

  it('is opened by its key, whatever other signatures stand beside it, and by no other key', () => {
    const verifier = verifierOf(goVerifierKey);
    expect(verifier.open(goNote)).toBe(goText);
    const witnessed = goNote.replace('\n\n', '\n\n— somebody/else AAAAAAAA\n');
    expect(verifier.open(witnessed)).toBe(goText);
    const other = signerOf(newSigningKey('PeterNeumann'));
    expect(verifierOf(other.verifierKey).open(goNote)).toBeNull();
    expect(verifier.open(other.sign(goText))).toBeNull();
  });

  it('is not opened when a character of it has changed', () => {
    const verifier = verifierOf(goVerifierKey);
    for (let at = 0; at < goNote.length; at += 1) {
      const changed = goNote.slice(0, at) + (goNote[at] === 'A' ? 'B' : 'A') + goNote.slice(at + 1);
      expect(verifier.open(changed)).toBeNull();
    }
    expect(['', '\n\n', goText, goNote.slice(0, -1)].map((note) => verifier.open(note))).toEqual(Array(4).fill(null));
  });

  it.each(['no newline at its end', 'an empty line\n\nin it\n', 'a bell\u0007\n'])('holds no text with %j', (text) => {
    expect(() => signerOf(goSigningKey).sign(text)).toThrow(TypeError);
  });

  it.each([
    '',
    'PRIVATE+KEY+PeterNeumann+c74f20a4+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
    'PRIVATE+KEY+PeterNeumann+c74f20a3+AoEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
    goVerifierKey,
  ])('is not signed with %j', (key) => {
    expect(() => signerOf(key)).toThrow(UnfitKey);
  });

  it.each(['', goSigningKey, goVerifierKey.replace('c74f20a3', 'c74f20a4'), goVerifierKey.replace('ARpc', 'BRpc')])(
    'is not opened with %j',
    (key) => {
      expect(() => verifierOf(key)).toThrow(UnfitKey);
    },
  );
});

describe('a checkpoint', () => {
  const signer = signerOf(newSigningKey('thanhtra.example/log/2026'));
  const verifier = verifierOf(signer.verifierKey);
  const root = Buffer.alloc(32, 9);

  it('is a note of three lines', () => {
    const note = signer.sign(checkpointText({ origin: signer.name, size: 20_852_163, root }));
    const [origin, size, encoded] = note.split('\n');
    expect([origin, size, encoded]).toEqual(['thanhtra.example/log/2026', '20852163', root.toString('base64')]);
    expect(openCheckpoint(note, verifier)).toEqual({ origin: 'thanhtra.example/log/2026', size: 20_852_163, root });
  });

  it.each([
    'another.example/log\n5\nCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=\n',
    'thanhtra.example/log/2026\n05\nCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=\n',
    'thanhtra.example/log/2026\n-5\nCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=\n',
    'thanhtra.example/log/2026\n5\nCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQl=\n',
    'thanhtra.example/log/2026\n5\n',
  ])('is not %j, though it is signed', (text) => {
    expect(openCheckpoint(signer.sign(text), verifier)).toBeNull();
  });
});

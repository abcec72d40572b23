import { addDays } from '../calendar/legal-day.js';
import { assertEvidence } from '../evidence/evidence.js';
import type { LegalDate } from '../kernel/recorded.js';
import { same } from '../kernel/same.js';
import { refusal } from '../refusals.js';
import { assertNotOfTeam, draftOf, isAppraised, openHearing, openReferral } from './drafting.js';
import type { InspectionFile, InspectionState, InspectionStatus } from './facts.js';
import {
  assertDated,
  assertLongPath,
  assertStatus,
  fileOf,
  findingsToRemedy,
  isDisputed,
  liveFindings,
  wasOnTeam,
} from './guards.js';
import type { Conclusion, Publication } from './long-path-facts.js';
import { furthest } from './progress.js';
import { became, type InspectionRules, withFile } from './rules.js';

/** kết luận and what is done with it: issued, rectified, published, directed. The conclusion is the long path's final document. */
export const concluding = {
  decide: {
    IssueConclusion(state, { by, number, signedOn, signerTitle }) {
      const file = fileOf(state);
      const signer = { name: by.name, title: signerTitle };
      const known = file.conclusion;
      if (known && same([known.number, known.signedOn, known.signer], [number, signedOn, signer])) return [];
      assertLongPath(file);
      if (known) throw refusal('inspection.conclusion-issued', { number: known.number });
      const draft = draftOf(file);
      // Domain rules of 3.3: the team does not sign its own conclusion, nor whoever appraised it.
      if (wasOnTeam(file, by)) throw refusal('inspection.decided-by-team');
      if (file.appraisals.some((appraisal) => appraisal.by === by.id)) throw refusal('inspection.signed-by-appraiser');
      assertHeard(file);
      if (file.order.procedure.isAppraised && !isAppraised(file))
        throw refusal('inspection.draft-not-appraised', { version: draft.version });
      const referral = openReferral(file);
      // A superior who stays silent past the term has no objection.
      if (referral && signedOn <= referral.dueOn)
        throw refusal('inspection.superior-opinion-awaited', { dueOn: referral.dueOn });
      const disputed = liveFindings(file).filter(isDisputed);
      if (disputed.length > 0)
        throw refusal('inspection.disputes-undecided', { numbers: disputed.map((finding) => finding.number) });
      assertDated(signedOn, draft.draftedOn);
      return [
        {
          type: 'ConclusionIssued',
          data: {
            number,
            signedOn,
            version: draft.version,
            text: draft.text,
            signer,
            findingIds: liveFindings(file).map((finding) => finding.findingId),
            dissents: file.dissents,
            issuedBy: by.id,
          },
        },
      ];
    },
    RectifyConclusion(state, { by, number, signedOn, corrections }) {
      const { file, conclusion } = concluded(state);
      const rectification = { number, signedOn, corrections };
      if (file.rectifications.some((known) => same(known, rectification))) return [];
      assertNotEnded(state);
      assertNotOfTeam(file, by);
      if (number === conclusion.number || file.rectifications.some((known) => known.number === number))
        throw refusal('inspection.number-taken', { number });
      assertDated(signedOn, conclusion.signedOn);
      if (corrections.length === 0) throw refusal('inspection.rectification-empty');
      const misplaced = corrections.filter(({ was }) => !conclusion.text.includes(was)).map(({ where }) => where);
      if (misplaced.length > 0) throw refusal('inspection.rectified-text-not-found', { where: misplaced });
      return [{ type: 'ConclusionRectified', data: rectification }];
    },
    PrepareRedaction(state, { by, redacted }) {
      const { file } = concluded(state);
      if (file.redaction && same(file.redaction.redacted, redacted)) return [];
      assertNotEnded(state);
      if (file.publication) throw refusal('inspection.already-published', { from: file.publication.from });
      const [piece] = assertEvidence([redacted]);
      return piece ? [{ type: 'RedactionPrepared', data: { redacted: piece, redactedBy: by.id } }] : [];
    },
    PublishConclusion(state, { by, channels, from, until }) {
      const { file, conclusion } = concluded(state);
      const known = file.publication;
      if (known && same([known.channels, known.from, known.until], [channels, from, until])) return [];
      assertNotEnded(state);
      if (known) throw refusal('inspection.already-published', { from: known.from });
      const { redaction } = file;
      if (!redaction) throw refusal('inspection.redaction-missing');
      // Domain rule 6: what names people goes out only once a second person has looked at what is left of them.
      if (redaction.redactedBy === by.id) throw refusal('inspection.publication-needs-second-person');
      assertDated(from, conclusion.signedOn);
      assertChannels(file, channels);
      assertPeriod(file, from, until);
      const { redacted, redactedBy } = redaction;
      return [
        { type: 'ConclusionPublished', data: { channels, from, until, redacted, redactedBy, publishedBy: by.id } },
      ];
    },
    AttachPublicationProof(state, { kind, evidence }) {
      const { publication } = published(state);
      const proof = { kind, evidence: assertEvidence(evidence) };
      if (publication.proofs.some((known) => same(known, proof))) return [];
      if (!publication.channels.some((channel) => channel.kind === kind))
        throw refusal('inspection.channel-not-used', { kind });
      if (evidence.length === 0) throw refusal('inspection.publication-proof-empty');
      return [{ type: 'PublicationProofAttached', data: proof }];
    },
    EndPublication(state, { on }) {
      const { publication } = published(state);
      if (publication.endedOn !== null) return [];
      if (on < publication.until) throw refusal('inspection.publication-not-over', { until: publication.until });
      const unproven = publication.channels
        .map((channel) => channel.kind)
        .filter((kind) => !publication.proofs.some((proof) => proof.kind === kind));
      if (unproven.length > 0) throw refusal('inspection.publication-unproven', { kinds: unproven });
      return [{ type: 'PublicationEnded', data: { endedOn: on } }];
    },
    DirectImplementation(state, { by, ...directive }) {
      const { file, conclusion } = concluded(state);
      if (same(file.directive, directive)) return [];
      assertNotEnded(state);
      assertNotOfTeam(file, by);
      if (file.directive) throw refusal('inspection.already-directed', { number: file.directive.number });
      if (findingsToRemedy(file).length === 0) throw refusal('inspection.nothing-to-direct');
      assertDated(directive.signedOn, conclusion.signedOn);
      assertDated(directive.reportOn, directive.signedOn);
      return [{ type: 'ImplementationDirected', data: directive }];
    },
  },
  evolve: {
    ConclusionIssued: (state, conclusion) => became(state, 'conclusion-issued', { conclusion }),
    ConclusionRectified: (state, rectification) =>
      withFile(state, (file) => ({ rectifications: [...file.rectifications, rectification] })),
    RedactionPrepared: (state, redaction) => withFile(state, () => ({ redaction })),
    ConclusionPublished: (state, publication) =>
      withFile(moved(state, 'conclusion-published'), () => ({
        publication: { ...publication, proofs: [], endedOn: null },
      })),
    PublicationProofAttached: (state, proof) =>
      withPublication(state, ({ proofs }) => ({ proofs: [...proofs, proof] })),
    PublicationEnded: (state, { endedOn }) => withPublication(state, () => ({ endedOn })),
    ImplementationDirected: (state, directive) =>
      withFile(moved(state, 'implementation-directed'), () => ({ directive })),
  },
} satisfies InspectionRules<
  | 'IssueConclusion'
  | 'RectifyConclusion'
  | 'PrepareRedaction'
  | 'PublishConclusion'
  | 'AttachPublicationProof'
  | 'EndPublication'
  | 'DirectImplementation',
  | 'ConclusionIssued'
  | 'ConclusionRectified'
  | 'RedactionPrepared'
  | 'ConclusionPublished'
  | 'PublicationProofAttached'
  | 'PublicationEnded'
  | 'ImplementationDirected'
>;

/** @throws Rejection while there is no conclusion. */
export function concluded(state: InspectionState): { readonly file: InspectionFile; readonly conclusion: Conclusion } {
  const file = fileOf(state);
  assertLongPath(file);
  if (!file.conclusion) throw refusal('inspection.not-concluded', { status: state.status });
  return { file, conclusion: file.conclusion };
}

export function assertNotEnded(state: InspectionState): void {
  assertStatus(state, 'conclusion-issued', 'conclusion-published', 'implementation-directed', 'under-follow-up');
}

/** Everything of the long path that must be there before the case may be closed; what is missing, by stage. */
export function stagesMissing(file: InspectionFile): readonly string[] {
  if (file.order.procedure.path === 'short') return [];
  const { publication, directive, complaints, reinspections } = file;
  return [
    ...(publication?.endedOn ? [] : ['publication']),
    ...(directive || findingsToRemedy(file).length === 0 ? [] : ['directive']),
    ...(complaints.some((complaint) => complaint.resolution === null) ? ['complaint'] : []),
    ...(reinspections.some((reinspection) => reinspection.outcome === null) ? ['reinspection'] : []),
  ];
}

/** The right of reply: heard on some draft, no window open, every point that was made assessed. */
function assertHeard(file: InspectionFile): void {
  const open = openHearing(file);
  if (open) throw refusal('inspection.reply-window-open', { dueOn: open.dueOn });
  const unassessed = file.hearings.filter(
    (hearing) => hearing.outcome === 'responded' && hearing.assessment.length === 0,
  );
  if (unassessed.length > 0)
    throw refusal('inspection.response-points-unassessed', {
      numbers: unassessed.flatMap((hearing) => hearing.points.map((point) => point.number)),
    });
  if (file.order.procedure.isUnitHeard && file.hearings.length === 0) throw refusal('inspection.unit-not-heard');
}

function assertChannels({ order }: InspectionFile, channels: Publication['channels']): void {
  const { channelsRequired, channelsMin } = order.procedure;
  const kinds = new Set(channels.map((channel) => channel.kind));
  const missing = channelsRequired.filter((kind) => !kinds.has(kind));
  if (missing.length > 0 || kinds.size < channelsMin)
    throw refusal('inspection.publication-channels', { channelsMin, required: [...channelsRequired] });
}

function assertPeriod({ order }: InspectionFile, from: LegalDate, until: LegalDate): void {
  const days = order.procedure.terms['publication-period']?.amount ?? 1;
  const earliest = addDays(from, days);
  if (until < earliest) throw refusal('inspection.publication-too-short', { until, earliest });
}

function published(state: InspectionState): { readonly publication: Publication } {
  const { file } = concluded(state);
  if (!file.publication) throw refusal('inspection.not-published', { status: state.status });
  return { publication: file.publication };
}

function moved(state: InspectionState, status: InspectionStatus): InspectionState {
  return state.status === 'absent' ? state : became(state, furthest(state.status, status));
}

function withPublication(state: InspectionState, change: (publication: Publication) => Partial<Publication>) {
  return withFile(state, ({ publication }) => ({
    publication: publication && { ...publication, ...change(publication) },
  }));
}

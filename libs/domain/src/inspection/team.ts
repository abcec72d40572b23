import { same } from '../kernel/same.js';
import { refusal } from '../refusals.js';
import { fileOf, finalDocumentOf, isOnTeam } from './guards.js';
import { type InspectionRules, withFile } from './rules.js';
import { assertMayInspect } from './team-rules.js';

/** Who inspects: replaced by a decision, barred by a conflict of interest they declare. */
export const team = {
  decide: {
    ReplaceTeamMember(state, { by, leavingId, joining, number, signedOn, reason }) {
      const file = fileOf(state);
      const isDone = file.team.some((member) => same(member, joining)) && !isMember(file.team, leavingId);
      if (isDone) return [];
      if (state.status === 'closed' || state.status === 'cancelled' || finalDocumentOf(file))
        throw refusal('inspection.not-at-this-stage', { status: state.status });
      // Whoever is on the team does not choose its members.
      if (isOnTeam(file, by)) throw refusal('inspection.team-changed-by-itself');
      const leaving = file.team.find((member) => member.personId === leavingId);
      if (!leaving) throw refusal('inspection.leaving-not-on-team', { personId: leavingId });
      if (isMember(file.team, joining.personId)) throw refusal('inspection.team-member-twice');
      if ((leaving.role === 'lead') !== (joining.role === 'lead')) throw refusal('inspection.one-lead', { leads: 0 });
      if (file.conflicts.some((conflict) => conflict.personId === joining.personId))
        throw refusal('inspection.conflict-declared', { name: joining.name });
      assertMayInspect([joining], file.order.unit, file.order.procedure);
      return [{ type: 'TeamMemberReplaced', data: { leaving, joining, number, signedOn, reason } }];
    },
    DeclareConflictOfInterest(state, { by, relation, note }) {
      const file = fileOf(state);
      const declared = file.conflicts.find((conflict) => conflict.personId === by.id);
      if (declared && declared.relation === relation && declared.note === note) return [];
      if (state.status === 'closed' || state.status === 'cancelled' || finalDocumentOf(file))
        throw refusal('inspection.not-at-this-stage', { status: state.status });
      const member = file.team.find((candidate) => candidate.personId === by.id);
      if (!member) throw refusal('inspection.not-on-team');
      if (declared) throw refusal('inspection.conflict-declared', { name: declared.name });
      return [{ type: 'ConflictOfInterestDeclared', data: { personId: by.id, name: member.name, relation, note } }];
    },
  },
  evolve: {
    TeamMemberReplaced: (state, { leaving, joining }) =>
      withFile(state, (file) => ({
        team: file.team.map((member) => (member.personId === leaving.personId ? joining : member)),
      })),
    ConflictOfInterestDeclared: (state, declared) =>
      withFile(state, (file) => ({ conflicts: [...file.conflicts, declared] })),
  },
} satisfies InspectionRules<
  'ReplaceTeamMember' | 'DeclareConflictOfInterest',
  'TeamMemberReplaced' | 'ConflictOfInterestDeclared'
>;

function isMember(members: readonly { readonly personId: string }[], personId: string): boolean {
  return members.some((member) => member.personId === personId);
}

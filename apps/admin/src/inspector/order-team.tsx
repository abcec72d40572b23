import { type TeamRole, teamRoles } from '@soat/domain';
import type { Colleague } from '../api/inspections.js';
import { useT } from '../i18n/use-t.js';
import { CheckList } from '../ui/choices.js';
import { Select } from '../ui/select.js';

/** The roles beside the lead's, by person. */
export type TeamRoles = Readonly<Record<string, TeamRole>>;

interface OrderTeamProps {
  readonly colleagues: readonly Colleague[];
  readonly leadId: string | null;
  readonly onLead: (personId: string) => void;
  readonly members: TeamRoles;
  readonly onMembers: (members: TeamRoles) => void;
}

/** Who leads, who else is on the team, and as what. */
export function OrderTeam({ colleagues, leadId, onLead, members, onMembers }: OrderTeamProps) {
  const t = useT();
  const chosen = colleagues.filter(({ id }) => id !== leadId && members[id]);
  return (
    <>
      <Select
        label={t('inspector.form.lead')}
        options={colleagues
          .filter(({ role }) => role === 'team-lead')
          .map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` }))}
        value={leadId ?? ''}
        onChange={onLead}
      />
      <CheckList
        label={t('inspector.form.members')}
        options={colleagues
          .filter(({ id }) => id !== leadId)
          .map(({ id, name, title }) => ({ value: id, label: name, note: title }))}
        value={chosen.map(({ id }) => id)}
        onChange={(ids) => onMembers(Object.fromEntries(ids.map((id) => [id, members[id] ?? 'member'])))}
      />
      {chosen.map(({ id, name }) => (
        <Select
          key={id}
          label={t('order.roleOf', { name })}
          options={teamRoles
            .filter((role) => role !== 'lead')
            .map((value) => ({ value, label: t(`inspector.orderFacts.${value}`) }))}
          value={members[id] ?? 'member'}
          onChange={(role) => onMembers({ ...members, [id]: teamRoles.find((one) => one === role) ?? 'member' })}
        />
      ))}
    </>
  );
}

import { addDays, type LegalDate } from '@soat/domain';
import { cast, communeId } from './cast.js';
import type { LongPlot } from './long-check.js';
import { subjects } from './subjects.js';

/**
 * The checks on the long path that are told one by one: one that met everything there is, and those that wait for somebody
 * today: the unit must answer, the team must assess, leadership may sign, recommendations run.
 */
export function longPlots(today: LegalDate): readonly LongPlot[] {
  const { hai, lan, nam, vy, quang, dat } = cast;
  return [
    {
      subject: subjects.staff,
      number: '31/QĐ-PNV',
      unitId: communeId(31783),
      orderedOn: '2024-03-04',
      team: [hai, lan],
      fails: { 'OSC-01': 'closed', 'OSC-02': 'closed', 'OSC-05': 'closed' },
      hearing: 'responded',
      hasConflict: true,
      isExtended: true,
      hasReservation: true,
      hasDissent: true,
      isReturned: true,
      isReferred: true,
      isRectified: true,
      complaint: 'dismissed',
      reinspection: { ground: 'evidence-contradicts', outcome: 'upheld' },
    },
    {
      subject: subjects.contributions,
      number: '63/QĐ-TCKH',
      unitId: communeId(31795),
      orderedOn: '2025-04-07',
      team: [quang, dat],
      fails: { 'VCA-10': 'closed-late', 'VCA-13': 'sanctioned', 'VCA-09': 'closed-after-return' },
      hearing: 'responded',
      isRaised: true,
      isInvestigated: true,
      reinspection: { ground: 'signs-missed', outcome: 'replaced' },
    },
    {
      subject: subjects.procedures,
      number: '104/QĐ-PNV',
      unitId: communeId(31810),
      orderedOn: addDays(today, -72),
      team: [hai, nam],
      fails: { 'OSC-10': 'in-progress', 'OSC-19': 'closed', 'OSC-23': 'awaiting-verification' },
      hearing: 'waived',
    },
    {
      subject: subjects.procedures,
      number: '118/QĐ-PNV',
      unitId: communeId(31786),
      orderedOn: addDays(today, -60),
      team: [hai, lan],
      fails: { 'OSC-01': 'closed' },
      hearing: 'lapsed',
      until: 'conclusion-appraised',
    },
    {
      subject: subjects.staff,
      number: '133/QĐ-PNV',
      unitId: communeId(31783),
      orderedOn: addDays(today, -40),
      team: [hai, lan],
      fails: { 'OSC-01': 'closed', 'OSC-03': 'closed' },
      hearing: 'responded',
      until: 'awaiting-response',
    },
    {
      subject: subjects.information,
      number: '126/QĐ-PNV',
      unitId: communeId(31801),
      orderedOn: addDays(today, -48),
      team: [hai, vy],
      fails: { 'CBD-08': 'closed' },
      hearing: 'responded',
      until: 'response-received',
    },
  ];
}

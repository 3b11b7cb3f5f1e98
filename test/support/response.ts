import type { Response } from '../../forms/schemas.ts'

/** A response just called, closing on 12 July 2024 in Paris. */
export const calledResponse = (id: string, more: Partial<Response> = {}): Response => ({
  id,
  campaignId: id.split('.')[0] ?? '',
  campaignTitle: 'Bilan qualitatif 2023-2024',
  cafId: 'caf731',
  cafName: 'Caf de la Savoie',
  organisationId: 'asso-belledonne',
  organisationName: 'Association Belledonne',
  projectId: id.split('.')[1] ?? '',
  projectName: 'Clas des Bauges',
  formId: 'clas-bilan',
  formVersion: 1,
  formTitle: 'Bilan qualitatif',
  estimatedMinutes: 25,
  schoolYear: '2023-2024',
  zone: 'Europe/Paris',
  status: 'called',
  closesAt: '2024-07-12T22:00:00.000Z',
  deadlineFrom: 'campaign',
  submissionNumber: 0,
  submissionIds: [],
  history: [{ id: 'appel', at: '2024-06-05T00:00:00.000Z', type: 'called' }],
  outbox: [],
  ...more,
})

import type { Caller } from './server.ts'

/** A campaign of the demo Caf's clas-bilan, as its manager asks for it through the API. */
export const bilan = {
  formId: 'clas-bilan',
  title: 'Bilan 2025-2026',
  schoolYear: '2025-2026',
  firstDay: '2026-06-10',
  lastDay: '2026-07-12',
}

/** Creates one that differs by this; its id. */
export const createBilan = async (manager: Caller, more: object = {}): Promise<string> =>
  (await manager.post('/campaigns', { body: { ...bilan, ...more } })).body.id

import { createContext } from 'preact'
import type { Campaign } from './running.ts'

/** Who waits for answers to the questionnaire that is edited, for the parts of the plan that may touch them. */
export type Asking = {
  readonly formId: string
  readonly campaigns: readonly Campaign[]
  /** Saves what is typed; true once the server has it. */
  readonly saved: () => Promise<boolean>
}

export const AskingContext = createContext<Asking>({ formId: '', campaigns: [], saved: async () => true })

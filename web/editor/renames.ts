// What was renamed in the plan on this device, by questionnaire: the page where a campaign goes on with another version
// takes it up, so that nobody has to say again what they have just done. Without it, that page proposes what looks alike.
import * as z from 'zod'
import { Rename, withRename } from '../../forms/moving/renames.ts'

const MOST = 300
const keyOf = (formId: string): string => `echeance.renommages.${formId}`

export const renamesOf = (formId: string): Rename[] => {
  try {
    return z.array(Rename).parse(JSON.parse(localStorage.getItem(keyOf(formId)) ?? '[]'))
  } catch {
    return []
  }
}

export const keepRename = (formId: string, rename: Rename): void => {
  try {
    const kept = withRename(renamesOf(formId), rename).slice(-MOST)
    localStorage.setItem(keyOf(formId), JSON.stringify(kept))
  } catch {
    // A device that keeps nothing: what looks alike is proposed instead.
  }
}

// Whether sections are confirmed, and by whom: what a page knows too, hence without what checks answers.

import type { FormInfo } from './nouns/form.ts'
import type { Confirmation, Section } from './nouns/submission.ts'

/** Whether the sections of a form are filled by more than one role, and so each is confirmed. */
export const needsConfirmation = ({ sections }: Pick<FormInfo, 'sections'>): boolean =>
  new Set(sections.map(({ role }) => role)).size > 1

/** The confirmation that holds for a section: that of the revision it has. */
export const confirmationOf = (
  section: Pick<Section, 'revision' | 'confirmation'> | undefined,
): Confirmation | undefined =>
  section?.confirmation?.revision === section?.revision ? section?.confirmation : undefined

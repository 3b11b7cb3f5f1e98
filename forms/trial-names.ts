// How a trial of a questionnaire is named: as a response is, of a campaign that no form can have, so that the pages of a
// response show it too.
const TRIALS = 'essai.'

export const trialIdOf = (drawn: string): string => `${TRIALS}${drawn}`

/** Whether what a page shows is a trial, which is filled and read as a response is, and is none. */
export const isTrial = (id: string): boolean => id.startsWith(TRIALS)

/** Where a trial is filled. */
export const trialUrl = (id: string): string => `/essai/?dossier=${encodeURIComponent(id)}`

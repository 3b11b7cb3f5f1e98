// The names under which notes are saved beside the sections of a response (notes.ts): no section may have them.

/** Why what the coherence rules find unusual is right: text by rule. */
export const JUSTIFICATIONS = 'justifications'
/** The answers taken from elsewhere that nobody has confirmed yet: by question, a school year or `ORGANISATION`. */
export const CARRIED = 'reprises'
/** Of what is known of the organisation itself. */
export const ORGANISATION = 'organisation'

export type NoteName = typeof JUSTIFICATIONS | typeof CARRIED

export const isNote = (name: string): name is NoteName => name === JUSTIFICATIONS || name === CARRIED

// The names under which notes are saved beside the sections of a response (notes.ts): no section may have them.

/** Why what the coherence rules find unusual is right: text by rule. */
export const JUSTIFICATIONS = 'justifications'
/** The answers taken from another year that nobody has confirmed yet: school year by question. */
export const CARRIED = 'reprises'

export type NoteName = typeof JUSTIFICATIONS | typeof CARRIED

export const isNote = (name: string): name is NoteName => name === JUSTIFICATIONS || name === CARRIED

/** How the button that takes the other version of a draft names it: one’s own other window is nobody else. */
export const takeTheirs = (savedBy: string, me: string): string =>
  savedBy === me
    ? 'Prendre la version enregistrée depuis votre autre fenêtre'
    : `Prendre la version de ${savedBy}`

/** Who saved it, at the head of a sentence. */
export const whoSaved = (savedBy: string, me: string): string =>
  savedBy === me ? 'Votre autre fenêtre' : savedBy

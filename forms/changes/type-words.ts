/** What people call each type of question. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['text', 'texte court'],
  ['comment', 'texte long'],
  ['radiogroup', 'choix unique'],
  ['dropdown', 'liste déroulante'],
  ['checkbox', 'choix multiple'],
  ['tagbox', 'liste à choix multiple'],
  ['boolean', 'oui ou non'],
  ['rating', 'échelle'],
  ['ranking', 'classement'],
  ['matrix', 'tableau de choix'],
  ['matrixdropdown', 'tableau'],
  ['matrixdynamic', 'tableau à lignes libres'],
  ['multipletext', 'plusieurs textes'],
  ['paneldynamic', 'bloc répété'],
  ['panel', 'groupe'],
  ['html', 'texte informatif'],
  ['image', 'image'],
  ['expression', 'calcul'],
  ['file', 'document'],
  ['slider', 'curseur'],
  ['imagepicker', 'choix d’images'],
])

/** « texte court »; the type itself when it has no name here. */
export const typeWords = (type: string): string => `« ${TYPES.get(type) ?? (type || 'sans type')} »`

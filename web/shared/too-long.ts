/**
 * What to say of a text longer than may be sent, as it is written: nothing of what was typed or pasted is cut. Undefined
 * while it is short enough.
 */
export const tooLong = (text: string, most: number): string[] | undefined => {
  const { length } = text.trim()
  if (length <= most) return undefined
  const [own, allowed] = [length, most].map((count) => count.toLocaleString('fr-FR'))
  return [`Ce texte a ${own} caractères : ${allowed} au plus. Raccourcissez-le, rien n’en a été coupé.`]
}

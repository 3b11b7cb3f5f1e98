import type { EditedRule } from '../../../../forms/editing/rule-edits.ts'

/** What a rule that does not hold does to a transmission. */
export const effectWords: Readonly<
  Record<EditedRule['kind'], { readonly tag: string; readonly label: string; readonly says: string }>
> = {
  blocking: {
    tag: 'bloquante',
    label: 'Bloquante',
    says: 'On ne peut pas transmettre tant que les réponses ne la respectent pas.',
  },
  warning: {
    tag: 'à justifier',
    label: 'À justifier',
    says: 'On peut transmettre, en expliquant pourquoi.',
  },
}

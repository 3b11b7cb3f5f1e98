import { type Edit, patched } from '../../forms/editing/edit.ts'
import { inverseOf, type Patch } from '../../forms/editing/json-patch.ts'
import type { Content } from '../../forms/editing-wire.ts'
import { everyTypeForm } from './every-type.ts'

/** A content as drafts hold them: every type and condition, marks of form.json, and properties nobody knows. */
export const variedContent = (): Content => ({
  definition: {
    ...structuredClone(everyTypeForm.definition),
    'x-atelier': { version: 3 },
    pages: [
      ...structuredClone(pagesOf(everyTypeForm.definition.pages)),
      {
        name: 'inconnus',
        elements: [
          {
            'x-avant': 1,
            type: 'carte-interactive',
            name: 'carte',
            zones: [{ id: 'a' }],
            title: 'Où ? {choix}',
          },
          {
            type: 'text',
            name: 'liee',
            'x-note': 'gardée',
            visibleIf: "{lieux[0].ouvert} = 'oui' and {carte} notempty",
          },
          {
            type: 'expression',
            name: 'bilan',
            expression: "sumInArray({lignes}, 'nom', {genre} = 'u') + {tableau-total.n}",
          },
        ],
      },
    ],
  },
  info: {
    id: 'tous-les-types',
    title: 'Tous les types',
    sections: ['simples', 'tables', 'inconnus'].map((name) => ({
      name,
      title: name,
      role: 'saisie-activite',
    })),
    prefilled: { code: 'project.name', suite: 'organisation.name' },
    carriedOver: [{ from: 'tous-les-types', year: 'previous', questions: ['code', 'choix', 'lieux'] }],
    compared: { with: 'autre', values: [{ pointer: '/tableau/*/n' }, { pointer: '/entier' }] },
    coherence: [
      {
        id: 'R1',
        kind: 'blocking',
        title: 'Le tableau fait le total',
        checks: [
          {
            check: 'compare',
            left: { sum: ['/tableau/*/n', '/montant'] },
            is: 'equal',
            right: { sum: ['/entier'] },
            pointer: '/entier',
            message: 'Le tableau fait {left}, le total est {right}.',
          },
          { check: 'each', values: ['/prix', '/tableau-total/n'], min: 0, message: 'Vérifiez {value}.' },
        ],
      },
      {
        id: 'R2',
        kind: 'warning',
        title: 'Comme l’autre',
        checks: [
          {
            check: 'compare',
            left: { count: '/plusieurs/*', is: 'p' },
            is: 'at-most',
            right: { sum: ['/entier'], form: 'autre' },
            pointer: '/plusieurs',
            message: 'Ici {left}, là-bas {right}.',
          },
        ],
      },
    ],
    'x-perso': [true],
  },
})

const pagesOf = (pages: Content['definition'][string] | undefined) => (Array.isArray(pages) ? pages : [])

/** A stack of edits as the editor keeps one: what is undone is there again to the letter. */
export const stackOf = (start: Content) => {
  let content = start
  const undoing: { patch: Patch; text: string }[] = []
  const redoing: { patch: Patch; text: string }[] = []
  return {
    content: () => content,
    apply: ({ patch }: Edit): void => {
      undoing.push({ patch: inverseOf(content, patch), text: JSON.stringify(content) })
      content = patched(content, patch)
    },
    /** Undoes all, and tells each text that came back otherwise than it was. */
    undoAll: (): string[] => {
      const wrong: string[] = []
      for (const { patch, text } of undoing.reverse()) {
        redoing.push({ patch: inverseOf(content, patch), text: JSON.stringify(content) })
        content = patched(content, patch)
        if (JSON.stringify(content) !== text) wrong.push(text)
      }
      return wrong
    },
    /** Does again all that was undone, and tells each text that came otherwise than it was. */
    redoAll: (): string[] => {
      const wrong: string[] = []
      for (const { patch, text } of redoing.reverse()) {
        content = patched(content, patch)
        if (JSON.stringify(content) !== text) wrong.push(text)
      }
      return wrong
    },
  }
}

/** The content after an edit. */
export const edited = (content: Content, edit: Edit | undefined): Content =>
  edit ? patched(content, edit.patch) : content

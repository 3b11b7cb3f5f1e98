import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { patched } from '../../forms/editing/edit.ts'
import { flatten, itemAt, itemsOf } from '../../forms/editing/items.ts'
import { moveTo } from '../../forms/editing/move.ts'
import { newElement } from '../../forms/editing/new-elements.ts'
import type { Finding } from '../../forms/editing-wire.ts'
import vocabularyJson from '../../web/editor/json/vocabulary.json' with { type: 'json' }
import { Vocabulary } from '../../web/editor/json/vocabulary.ts'
import { calculationHint } from '../../web/editor/visual/calculation-hint.ts'
import { askedFrom } from '../../web/editor/visual/condition-questions.ts'
import { dropOn } from '../../web/editor/visual/drop-place.ts'
import { aOf, noneOf } from '../../web/editor/visual/entry-words.ts'
import { around, countsBy, countWords } from '../../web/editor/visual/finding-places.ts'
import { placesFor } from '../../web/editor/visual/item-actions.ts'
import { outlineKey } from '../../web/editor/visual/outline-keys.ts'
import { rowsOf, typedRow } from '../../web/editor/visual/outline-rows.ts'
import { natureAt, shapeOf } from '../../web/editor/visual/property-groups.ts'
import { propertyWords } from '../../web/editor/visual/property-words.ts'
import { concernedRules } from '../../web/editor/visual/rules/concerned-rules.tsx'
import { foundAgain, selectionOf, shownPlace } from '../../web/editor/visual/selection.ts'
import { kindOf, kindWords, palette, typeWords } from '../../web/editor/visual/type-words.ts'
import { variedContent } from '../support/editing.ts'

const content = variedContent()
const items = itemsOf(content)
const all = flatten(items)
const pointerOf = (name: string): string => all.find((item) => item.name === name)?.pointer ?? ''
const vocabulary = Vocabulary.parse(vocabularyJson)

describe('the outline', () => {
  it('hides what stands in a closed page, and shows all that a search finds with what it stands in', () => {
    const closed = new Set(['simples', 'inconnus'])
    const shown = rowsOf(items, { closed, search: '' }).map(({ item }) => item.name)
    expect(shown.slice(0, 3)).toEqual(['simples', 'tables', 'grille'])
    const found = rowsOf(items, { closed, search: 'rien de tel' }).map(({ item }) => item.name)
    expect(found).toEqual([])
    expect(rowsOf(items, { closed, search: 'DANS_GROUPÉ' }).map(({ item }) => item.name)).toEqual([
      'simples',
      'groupe',
      'dans_groupe',
    ])
  })
  it('goes to the next title that begins as typed, and around', () => {
    const rows = rowsOf(items, { closed: new Set(), search: '' })
    const at = (name: string) => rows.findIndex(({ item }) => item.name === name)
    expect(typedRow(rows, at('entier'), 'm')).toBe(at('montant'))
    expect(typedRow(rows, at('montant'), 'm')).toBe(at('mois'))
    expect(typedRow(rows, at('montant'), 'mo')).toBe(at('montant'))
    expect(typedRow(rows, rows.length - 1, 'ent')).toBe(at('entier'))
    expect(typedRow(rows, 0, 'zzz')).toBeUndefined()
  })
  it('knows its keys', () => {
    const press = (key: string, held = {}) =>
      outlineKey({ key, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, ...held })
    expect(press('ArrowDown')).toEqual({ kind: 'go', to: 'next' })
    expect(press('ArrowDown', { ctrlKey: true })).toEqual({ kind: 'move', step: 'down' })
    expect(press('ArrowLeft', { altKey: true })).toEqual({ kind: 'move', step: 'out' })
    expect(press('d', { ctrlKey: true })).toEqual({ kind: 'duplicate' })
    expect(press('z', { ctrlKey: true })).toBeUndefined()
    expect(press('F10', { shiftKey: true })).toEqual({ kind: 'menu' })
    expect(press('é')).toEqual({ kind: 'type', letter: 'é' })
    expect(press('Tab')).toBeUndefined()
    expect(press(' ')).toEqual({ kind: 'properties' })
    const space = { key: ' ', ctrlKey: false, altKey: false, metaKey: false, shiftKey: false }
    expect(outlineKey(space, true)).toEqual({ kind: 'type', letter: ' ' })
  })
})

describe('dragging', () => {
  it('always ends where the move may be done, or nowhere', () => {
    fc.assert(
      fc.property(
        fc.nat(99),
        fc.nat(99),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        (from, to, part, open) => {
          const [dragged, over] = [all[from % all.length], all[to % all.length]]
          if (!dragged || !over) return
          const drop = dropOn(dragged.pointer, over, part, over.children.length > 0 ? open : undefined)
          if (!drop) return
          const edit = moveTo(content, dragged.pointer, drop.place)
          if (edit) expect(itemAt(itemsOf(patched(content, edit.patch)), edit.at)?.name).toBe(dragged.name)
        },
      ),
    )
  })
  it('puts a question in a group, before and after others, and a page among pages only', () => {
    const group = all.find(({ name }) => name === 'groupe')
    if (!group) throw new Error('no group')
    expect(dropOn(pointerOf('entier'), group, 0.5, true)).toEqual({
      side: 'inside',
      place: { list: `${group.pointer}/elements`, index: 0 },
    })
    expect(dropOn(pointerOf('entier'), group, 0.1, true)?.side).toBe('before')
    expect(dropOn(group.pointer, group, 0.5, true)?.side).not.toBe('inside')
    expect(dropOn('/definition/pages/0', group, 0.5, true)).toBeUndefined()
  })
})

describe('what is selected', () => {
  it('is found again by its name where it moved to, and what is around it when it is gone', () => {
    const selection = selectionOf(content, pointerOf('choix'))
    const moved = moveTo(content, selection.pointer, { list: '/definition/pages/1/elements', index: 0 })
    const after = patched(content, moved?.patch ?? [])
    expect(foundAgain(after, selection)).toBe('/definition/pages/1/elements/0')
    const gone = patched(content, [{ op: 'remove', path: '/definition/pages/0' }])
    expect(foundAgain(gone, { pointer: '/definition/pages/2/elements/0', name: 'x' })).toBe('')
  })
})

describe('a rule that is selected', () => {
  const rule = (id: string) => ({ id, kind: 'blocking', title: id, checks: [] })
  const ruled = { ...content, info: { ...content.info, coherence: [rule('R1'), rule('R2')] } }
  it('is shown for any place in it, and found again by its id', () => {
    expect(shownPlace(ruled, items, '/info/coherence/1/checks/0/left/sum/0')).toBe('/info/coherence/1')
    expect(shownPlace(ruled, items, '/info/title')).toBe('')
    const selection = selectionOf(ruled, '/info/coherence/1')
    const without = patched(ruled, [{ op: 'remove', path: '/info/coherence/0' }])
    expect(foundAgain(without, selection)).toBe('/info/coherence/0')
    expect(foundAgain({ ...content, info: {} }, selection)).toBe('')
  })
  it('is told of when it reads the question that is looked at, its total or a column of it', () => {
    expect(concernedRules(content, 'tableau').map(({ pointer }) => pointer)).toEqual(['/info/coherence/0'])
    expect(concernedRules(content, 'code')).toEqual([])
    expect(concernedRules(content, '')).toEqual([])
  })
})

describe('properties', () => {
  it('of every question are shown, kept, or edited elsewhere: none is lost', () => {
    for (const { json, pointer } of all) {
      const { main, lists, conditions, rest, kept } = shapeOf(vocabulary, json, natureAt(pointer, undefined))
      const elsewhere = [
        'name',
        'type',
        'elements',
        'templateElements',
        'value',
        'storeDataAsText',
        'waitForUpload',
        'cellType',
        'totalText',
      ]
      const seen = new Set([...main, ...lists, ...conditions, ...rest, ...kept, ...elsewhere])
      expect(Object.keys(json).filter((key) => !seen.has(key))).toEqual([])
      expect(new Set([...main, ...lists, ...conditions, ...rest]).size).toBe(
        main.length + lists.length + conditions.length + rest.length,
      )
    }
  })
  it('are all in French words', () => {
    const outside =
      /^(?:info|survey$|calculatedvalue|htmlconditionitem|masksettings|panellayoutcolumn|string)/
    const unworded = Object.entries(vocabulary.classes)
      .filter(([name]) => !outside.test(name))
      .flatMap(([, properties]) => Object.keys(properties))
      .filter((key) => propertyWords(key).label === key)
    expect([...new Set(unworded)]).toEqual([])
  })
  it('of an unknown type are the common ones, and what is its own is kept', () => {
    const unknown = all.find(({ name }) => name === 'carte')
    const { main, kept } = shapeOf(vocabulary, unknown?.json ?? {}, 'element')
    expect(main).toContain('title')
    expect(kept).toEqual(['x-avant', 'zones'])
    expect(typeWords('carte-interactive').label).toBe('Type « carte-interactive »')
  })
  it('of a column are those of what is put in its cells', () => {
    const table = all.find(({ name }) => name === 'tableau')
    const shape = shapeOf(
      vocabulary,
      { name: 'n', cellType: 'text', inputType: 'number' },
      'column',
      table?.json,
    )
    expect(shape.main).toEqual(expect.arrayContaining(['title', 'cellType', 'min', 'max', 'totalType']))
    const { main, rest, kept } = shape
    for (const key of ['inputType', 'money']) expect([...main, ...rest, ...kept]).not.toContain(key)
    const dropdown = shapeOf(vocabulary, { name: 'n', cellType: 'dropdown' }, 'column', table?.json)
    expect(dropdown.lists).toContain('choices')
  })
  it('of what need not be answered are no words for a missing answer', () => {
    const mainOf = (more: object) => shapeOf(vocabulary, { type: 'text', name: 'n', ...more }, 'element').main
    expect(mainOf({})).not.toContain('requiredErrorText')
    for (const more of [{ isRequired: true }, { requiredIf: '{a} = 1' }, { requiredErrorText: 'Dites.' }])
      expect(mainOf(more)).toContain('requiredErrorText')
  })
  it('of a long text have its height as a number, not lines as a table has', () => {
    const shape = shapeOf(vocabulary, { type: 'comment', name: 'n' }, 'element')
    expect(shape.main).toContain('rows')
    expect(shape.lists).not.toContain('rows')
    expect(shapeOf(vocabulary, { type: 'matrix', name: 'n' }, 'element').lists).toContain('rows')
    expect([noneOf('ligne'), noneOf('choix'), aOf('note')]).toEqual([
      'Aucune ligne pour le moment.',
      'Aucun choix pour le moment.',
      'une note',
    ])
  })
  it('of a text are no bounds, of a number no length, but for what is said already', () => {
    const propertiesOf = (more: Record<string, string | number>) => {
      const { main, rest } = shapeOf(vocabulary, { type: 'text', name: 'n', ...more }, 'element')
      return [...main, ...rest]
    }
    expect(propertiesOf({})).toContain('maxLength')
    expect(propertiesOf({})).not.toContain('min')
    expect(propertiesOf({ inputType: 'number' })).toEqual(expect.arrayContaining(['min', 'step', 'money']))
    expect(propertiesOf({ inputType: 'number' })).not.toContain('maxLength')
    expect(propertiesOf({ inputType: 'date' })).not.toContain('step')
    expect(propertiesOf({ min: 3 })).toContain('min')
  })
})

describe('a question of the palette', () => {
  it('is called afterwards as it was chosen', () => {
    const chosen = palette.flatMap(({ kinds }) => kinds).filter((kind) => kind !== 'page')
    const called = (kind: string) => kindWords(kindOf(newElement(kind, 'q'))).label
    expect(chosen.map(called)).toEqual(chosen.map((kind) => kindWords(kind).label))
  })
  it('between yes and no is a choice again once it has another', () => {
    const choices = ['Oui', 'Non', 'Ne sait pas']
    expect(kindOf({ type: 'radiogroup', choices })).toBe('radiogroup')
    expect(kindOf({ type: 'radiogroup', choices: choices.slice(0, 2) })).toBe('yesno')
    expect(kindOf({ type: 'dropdown', choices: choices.slice(0, 2) })).toBe('dropdown')
  })
})

describe('the places of a new question', () => {
  const wordsAt = (name: string) =>
    placesFor(content, pointerOf(name)).map(({ words }) => words.replaceAll('\u00a0', ' '))
  it('say whether it is in a block or a group, or after it', () => {
    expect(wordsAt('heures')).toEqual(['Dans le bloc « lieux », après « heures »', 'Après le bloc « lieux »'])
    expect(wordsAt('lieux')).toEqual(['Dans le bloc « lieux », à la fin', 'Après le bloc « lieux »'])
    expect(wordsAt('dans_groupe')[1]).toBe('Après le groupe « groupe »')
    expect(wordsAt('choix')).toEqual(['Après « choix »'])
    expect(wordsAt('simples')).toEqual(['À la fin de la page « Simples »'])
  })
})

describe('the questions a condition may look at', () => {
  it('are all others, with their choices', () => {
    const asked = askedFrom(content, pointerOf('pourquoi'))
    expect(asked.map(({ ref }) => ref)).toContain('choix')
    expect(asked.map(({ ref }) => ref)).not.toContain('pourquoi')
    expect(asked.map(({ ref }) => ref)).not.toContain('ouvert')
    expect(asked.find(({ ref }) => ref === 'choix')?.options.map(({ value }) => value)).toEqual([
      'a',
      'b',
      'c',
      'other',
    ])
  })
  it('begin with what stands in the same row or block', () => {
    expect(askedFrom(content, pointerOf('heures'))[0]?.ref).toBe('panel.ouvert')
    expect(askedFrom(content, `${pointerOf('tableau')}/columns/1`)[0]?.ref).toBe('row.n')
  })
})

describe('findings', () => {
  const finding = (pointer: string, severity: Finding['severity']): Finding => ({
    check: 'x',
    severity,
    pointer,
    detail: 'x',
  })
  it('are counted by the innermost item around their place', () => {
    const pointers = new Set(all.map(({ pointer }) => pointer))
    const group = pointerOf('groupe')
    const counts = countsBy(
      [
        finding(`${group}/visibleIf`, 'error'),
        finding(`${group}/elements/0/title`, 'warning'),
        finding('/info/title', 'error'),
      ],
      pointers,
    )
    expect(counts.get(group)).toEqual({ errors: 1, warnings: 0 })
    expect(counts.get(`${group}/elements/0`)).toEqual({ errors: 0, warnings: 1 })
    expect(counts.get('')).toEqual({ errors: 1, warnings: 0 })
    expect(around(`${group}/elements/0/choices/1`, pointers)).toBe(`${group}/elements/0`)
    expect(countWords({ errors: 2, warnings: 1 })).toBe('2 à corriger, 1 à vérifier')
  })
})

describe('the example of a calculation', () => {
  const table = {
    type: 'matrixdropdown',
    name: 'enfants',
    cellType: 'text',
    columns: [
      { name: 'filles', inputType: 'number' },
      { name: 'note', maxLength: 9 },
      { name: 'garcons', inputType: 'number' },
      { name: 'total', cellType: 'expression' },
    ],
  }
  const asking = { definition: { pages: [{ name: 'p', elements: [table] }] }, info: {} }
  it('is in the names that hold where it stands, and can be copied', () => {
    const at = '/definition/pages/0/elements/0'
    expect(calculationHint(asking, `${at}/columns/3`)).toBe('Par exemple : {row.filles} + {row.garcons}')
    expect(calculationHint(asking, at)).toBe('Par exemple : {filles} + {garcons}')
  })
})

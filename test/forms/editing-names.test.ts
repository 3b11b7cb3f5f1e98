import { describe, expect, it } from 'vitest'
import { addElement, addPage } from '../../forms/editing/add.ts'
import { duplicate } from '../../forms/editing/duplicate.ts'
import { flatten, itemsOf, objectAt } from '../../forms/editing/items.ts'
import { moveTo, stepFrom } from '../../forms/editing/move.ts'
import { freshName, nameFault, nameFrom } from '../../forms/editing/names.ts'
import { recode } from '../../forms/editing/recode.ts'
import { remove, removeMending, usesWithout } from '../../forms/editing/remove.ts'
import { rename } from '../../forms/editing/rename.ts'
import {
  carrySources,
  departementsIn,
  isCarried,
  setCarried,
  setCommunes,
  setPrefilled,
} from '../../forms/editing/set-marks.ts'
import { targetAt } from '../../forms/editing/targets.ts'
import { usesOf } from '../../forms/editing/uses.ts'
import type { Content } from '../../forms/editing-wire.ts'
import { edited, variedContent } from '../support/editing.ts'

const pointerOf = (content: Content, name: string): string =>
  flatten(itemsOf(content)).find((item) => item.name === name)?.pointer ?? ''
const json = (content: Content, name: string) => objectAt(content, pointerOf(content, name))

describe('names', () => {
  it('are made of the words of a title', () => {
    expect(nameFrom('Nombre d’enfants (à la rentrée)')).toBe('nombre_d_enfants_a_la_rentree')
    expect(nameFrom('2024 : cœur')).toBe('coeur')
    expect(nameFrom('…')).toBe('')
  })
  it('are given once', () => {
    expect(freshName('a', new Set(['a', 'a_2']))).toBe('a_3')
    expect(freshName('question_1', new Set(['question_1']))).toBe('question_2')
  })
  it('are refused in words', () => {
    const content = variedContent()
    const at = pointerOf(content, 'code')
    expect(nameFault(content, at, '')).toContain('Donnez un nom')
    expect(nameFault(content, at, 'été')).toContain('sans accent')
    expect(nameFault(content, at, 'choix')).toContain('déjà pris')
    expect(nameFault(content, at, 'code')).toBeUndefined()
    expect(nameFault(content, pointerOf(content, 'tables'), 'Tables')).toContain('minuscules')
    // Formulas read names whatever their capitals, calculated values among them.
    expect(nameFault(content, at, 'CHOIX')).toContain('déjà pris')
    expect(nameFault(content, at, 'double')).toContain('déjà pris')
    expect(nameFault(content, at, 'parentPanel')).toContain('réservé')
    expect(nameFault(content, at, 'tableau-total')).toContain('« -total »')
  })
})

describe('renaming', () => {
  const content = variedContent()
  it('follows a question in conditions, titles and marks', () => {
    const renamed = edited(content, rename(content, pointerOf(content, 'choix'), 'statut'))
    expect(json(renamed, 'pourquoi').visibleIf).toBe("{statut} = 'b'")
    expect(json(renamed, 'tables').visibleIf).toBe("{statut} <> 'c'")
    expect(json(renamed, 'carte').title).toBe('Où ? {statut}')
    expect(JSON.stringify(renamed.info.carriedOver)).toContain('["code","statut","lieux"]')
    expect(usesOf(renamed, [{ name: 'choix' }])).toEqual([])
  })
  it('keeps the order of what form.json says', () => {
    const renamed = edited(content, rename(content, pointerOf(content, 'code'), 'cle'))
    expect(Object.keys(renamed.info.prefilled ?? {})).toEqual(['cle', 'suite'])
  })
  it('follows a column in its rows, its totals, functions and marks, and nothing else', () => {
    const table = pointerOf(content, 'tableau')
    const renamed = edited(content, rename(content, `${table}/columns/0`, 'nombre'))
    expect(JSON.stringify(json(renamed, 'tableau'))).toContain('{row.nombre} * {row.nombre}')
    expect(json(renamed, 'bilan').expression).toContain('{tableau-total.nombre}')
    expect(JSON.stringify(renamed.info.compared)).toContain('/tableau/*/nombre')
    const lines = pointerOf(content, 'lignes')
    const genre = edited(content, rename(content, `${lines}/columns/1`, 'sexe'))
    expect(json(genre, 'bilan').expression).toContain("sumInArray({lignes}, 'nom', {sexe} = 'u')")
    const nom = edited(content, rename(content, `${lines}/columns/0`, 'prenom'))
    expect(json(nom, 'bilan').expression).toContain("sumInArray({lignes}, 'prenom', {genre} = 'u')")
    expect(json(nom, 'contacts')).toEqual(json(content, 'contacts'))
  })
  it('follows a question of a repeated block, from inside and outside', () => {
    const renamed = edited(content, rename(content, pointerOf(content, 'ouvert'), 'accueil'))
    expect(json(renamed, 'heures').visibleIf).toBe("{panel.accueil} = 'oui'")
    expect(json(renamed, 'liee').visibleIf).toBe("{lieux[0].accueil} = 'oui' and {carte} notempty")
  })
  it('of a column of a table in a block is followed there, and does not take for it a question of the block', () => {
    const elements = [
      {
        ...{ type: 'paneldynamic', name: 'sites' },
        templateElements: [
          { type: 'text', name: 'ville' },
          {
            ...{ type: 'matrixdropdown', name: 'jours', rows: ['x'] },
            columns: [{ name: 'ville', visibleIf: '{panel.ville} = {row.ville}' }],
          },
          { type: 'text', name: 'note', visibleIf: '{panel.jours.x.VILLE} notempty' },
        ],
      },
      { type: 'text', name: 'fin', title: 'Ici { Sites[0].jours.x.ville } ?' },
    ]
    const nested: Content = { definition: { elements }, info: {} }
    const at = '/definition/elements/0/templateElements'
    const column = edited(nested, rename(nested, `${at}/1/columns/0`, 'lieu'))
    expect(objectAt(column, `${at}/1/columns/0`).visibleIf).toBe('{panel.ville} = {row.lieu}')
    expect(json(column, 'note').visibleIf).toBe('{panel.jours.x.lieu} notempty')
    expect(json(column, 'fin').title).toBe('Ici { Sites[0].jours.x.lieu } ?')
    const question = edited(nested, rename(nested, `${at}/0`, 'lieu'))
    expect(objectAt(question, `${at}/1/columns/0`).visibleIf).toBe('{panel.lieu} = {row.ville}')
    expect(json(question, 'note').visibleIf).toBe('{panel.jours.x.VILLE} notempty')
  })
  it('of a page renames its section', () => {
    const renamed = edited(content, rename(content, pointerOf(content, 'tables'), 'tableaux'))
    expect(JSON.stringify(renamed.info.sections)).toContain('{"name":"tableaux","title":"tables"')
  })
  it('leaves what names one of two that have the same name', () => {
    const twice = edited(content, {
      label: '',
      patch: [{ op: 'replace', path: `${pointerOf(content, 'code')}/name`, value: 'choix' }],
    })
    const renamed = edited(twice, rename(twice, pointerOf(twice, 'choix'), 'autre'))
    expect(json(renamed, 'pourquoi').visibleIf).toBe("{choix} = 'b'")
  })
  it('does not take a quoted value or a number of a regex for a name', () => {
    const quoting: Content = {
      definition: {
        elements: [
          { name: 'a', type: 'text' },
          { name: 'b', visibleIf: "{a} = '{a}'", validators: [{ regex: '^{a}$' }] },
        ],
      },
      info: {},
    }
    const renamed = edited(quoting, rename(quoting, '/definition/elements/0', 'c'))
    expect(JSON.stringify(renamed.definition)).toContain(
      `"visibleIf":"{c} = '{a}'","validators":[{"regex":"^{a}$"}]`,
    )
  })
})

describe('deleting', () => {
  const content = variedContent()
  it('says in words what names it', () => {
    expect(usesWithout(content, pointerOf(content, 'choix')).map(({ words }) => words)).toEqual([
      'la condition d’affichage de « pourquoi »',
      'la condition d’affichage de « Tables »',
      'le titre de « Où ? {choix} »',
      'la reprise de l’année précédente',
    ])
  })
  it('says nothing of what goes with it', () => {
    const words = usesWithout(content, pointerOf(content, 'lieux')).map((use) => use.words)
    expect(words).toEqual(['la condition d’affichage de « liee »', 'la reprise de l’année précédente'])
  })
  it('mends conditions part by part, and marks', () => {
    const mended = edited(content, removeMending(content, pointerOf(content, 'lieux')))
    expect(json(mended, 'liee')).toMatchObject({ visibleIf: '{carte} notempty', 'x-note': 'gardée' })
    const without = edited(content, removeMending(content, pointerOf(content, 'choix')))
    expect(json(without, 'pourquoi')).not.toHaveProperty('visibleIf')
    expect(JSON.stringify(without.info.carriedOver)).toContain('["code","lieux"]')
  })
  it('takes away choices and triggers that are nothing without it', () => {
    const named = edited(content, {
      label: '',
      patch: [
        { op: 'add', path: `${pointerOf(content, 'liste')}/choicesFromQuestion`, value: 'choix' },
        { op: 'add', path: '/definition/triggers', value: [{ type: 'setvalue', setToName: 'choix' }] },
      ],
    })
    const mended = edited(named, removeMending(named, pointerOf(named, 'choix')))
    expect(json(mended, 'liste')).not.toHaveProperty('choicesFromQuestion')
    expect(mended.definition).not.toHaveProperty('triggers')
  })
  it('of a page takes its section along', () => {
    const gone = edited(content, remove(content, '/definition/pages/1'))
    expect(JSON.stringify(gone.info.sections)).not.toContain('tables')
  })
})

describe('duplicating', () => {
  const content = variedContent()
  it('gives new names to all that is inside, which speak of each other', () => {
    const copied = edited(content, duplicate(content, pointerOf(content, 'lieux')))
    expect(json(copied, 'ouvert_2')).toMatchObject({ type: 'radiogroup' })
    expect(json(copied, 'heures_2').visibleIf).toBe("{panel.ouvert_2} = 'oui'")
    expect(json(copied, 'heures').visibleIf).toBe("{panel.ouvert} = 'oui'")
  })
  it('of a page adds a section, and keeps what it says of questions elsewhere', () => {
    const copied = edited(content, duplicate(content, '/definition/pages/0'))
    expect(json(copied, 'pourquoi_2').visibleIf).toBe("{choix_2} = 'b'")
    expect(json(copied, 'tables').visibleIf).toBe("{choix} <> 'c'")
    expect(JSON.stringify(copied.info.sections)).toContain('simples_2')
  })
})

describe('moving', () => {
  const content = variedContent()
  const beside = (pointer: string, by = 1) => pointer.replace(/\d+$/, (index) => String(Number(index) + by))
  it('goes past neighbours, into groups, out of them and to the next page', () => {
    const names = (of: Content) => flatten(itemsOf(of)).map(({ name }) => name)
    const down = stepFrom(content, pointerOf(content, 'entier'), 'down')
    expect(names(edited(content, down)).slice(0, 3)).toEqual(['simples', 'montant', 'entier'])
    const out = stepFrom(content, pointerOf(content, 'dans_groupe'), 'out')
    expect(out?.at).toBe(beside(pointerOf(content, 'groupe')))
    const next = stepFrom(content, pointerOf(content, 'groupe'), 'down')
    expect(next?.at).toBe('/definition/pages/1/elements/0')
    expect(stepFrom(content, pointerOf(content, 'entier'), 'up')).toBeUndefined()
    expect(stepFrom(content, pointerOf(content, 'simples'), 'up')).toBeUndefined()
  })
  it('into a group after it in the same list finds the group where it then is', () => {
    const group = pointerOf(content, 'groupe')
    const moved = moveTo(content, pointerOf(content, 'somme'), { list: `${group}/elements`, index: 1 })
    expect(moved?.at).toBe(`${beside(group, -1)}/elements/1`)
    expect(objectAt(edited(content, moved), moved?.at ?? '').name).toBe('somme')
  })
  it('never puts a group in itself, nor a page in a page', () => {
    const group = pointerOf(content, 'groupe')
    expect(moveTo(content, group, { list: `${group}/elements`, index: 0 })).toBeUndefined()
    expect(moveTo(content, '/definition/pages/0', { list: `${group}/elements`, index: 0 })).toBeUndefined()
  })
  it('keeps sections in the order of pages', () => {
    const moved = edited(content, stepFrom(content, '/definition/pages/2', 'up'))
    expect(JSON.stringify(moved.info.sections)).toMatch(/simples.*inconnus.*tables/)
  })
})

describe('adding', () => {
  it('makes pages of what had none, with the questions in the first', () => {
    const flat: Content = { definition: { elements: [{ type: 'text', name: 'a' }] }, info: { sections: [] } }
    const added = edited(flat, addPage(flat, 1, 'Deuxième'))
    expect(flatten(itemsOf(added)).map(({ name }) => name)).toEqual(['page1', 'a', 'page_1'])
    expect(added.definition).not.toHaveProperty('elements')
    expect(added.info.sections).toHaveLength(2)
  })
  it('names what it makes, and what it checks by its name', () => {
    const content = variedContent()
    const edit = addElement(content, { list: '/definition/pages/0/elements', index: 0 }, 'siret', 'SIRET')
    expect(objectAt(edited(content, edit), edit.at)).toMatchObject({
      name: 'question_1',
      validators: [{ expression: '{question_1} empty or isSiret({#question_1})' }],
    })
    expect(targetAt(edited(content, edit), edit.at)).toEqual({ name: 'question_1' })
  })
})

describe('another code for a choice', () => {
  const start = variedContent()
  const content = edited(start, {
    label: '',
    patch: [
      {
        op: 'replace',
        path: `${pointerOf(start, 'ouvert')}/choices/0`,
        value: { value: 'oui', text: 'Oui' },
      },
    ],
  })
  it('is followed by the conditions that compare its question with it, and by no other', () => {
    const recoded = edited(content, recode(content, `${pointerOf(content, 'ouvert')}/choices/0`, 'yes'))
    expect(json(recoded, 'heures').visibleIf).toBe("{panel.ouvert} = 'yes'")
    expect(json(recoded, 'liee').visibleIf).toBe("{lieux[0].ouvert} = 'yes' and {carte} notempty")
    expect(json(recoded, 'note')).toEqual(json(content, 'note'))
  })
})

describe('marks of form.json', () => {
  const content = variedContent()
  it('prefill a question, which is then not to be typed, and undo gives all back', () => {
    const at = pointerOf(content, 'mel')
    const filled = edited(content, setPrefilled(content, at, 'project.name'))
    expect(filled.info.prefilled).toMatchObject({ mel: 'project.name' })
    expect(json(filled, 'mel').readOnly).toBe(true)
    const emptied = edited(filled, setPrefilled(filled, at, undefined))
    expect(JSON.stringify(emptied)).toBe(JSON.stringify(content))
  })
  it('take a question from the same questionnaire of the year before, or no longer', () => {
    const [own] = carrySources(content)
    if (!own) throw new Error('no source')
    expect(own).toEqual({ from: 'tous-les-types', year: 'previous' })
    const carried = edited(content, setCarried(content, 'mel', own, true))
    expect(isCarried(carried, 'mel', own)).toBe(true)
    const back = edited(carried, setCarried(carried, 'mel', own, false))
    expect(JSON.stringify(back)).toBe(JSON.stringify(content))
  })
  it('name départements for communes, as people write them', () => {
    expect(departementsIn('73, 2a et 974')).toEqual(['73', '2A', '974'])
    const named = edited(content, setCommunes(content, 'liste', ['73']))
    expect(named.info.communes).toEqual({ liste: ['73'] })
  })
})

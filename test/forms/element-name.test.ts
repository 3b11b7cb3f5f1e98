import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { patched } from '../../forms/editing/edit.ts'
import { elementNameOf, elementTexts, setElementName, UNNAMED } from '../../forms/editing/element-name.ts'
import { objectAt } from '../../forms/editing/items.ts'
import type { JsonObject } from '../../forms/editing/json-pointer.ts'
import { newElement } from '../../forms/editing/new-elements.ts'
import { contentWith } from '../support/checking-case.ts'

const AT = '/definition/pages/0/elements/2'

/** The block as it is once it has been named as typed, one after the other. */
const named = (block: JsonObject, ...typed: readonly string[]): JsonObject =>
  objectAt(
    typed.reduce(
      (content, name) => patched(content, setElementName(content, AT, name).patch),
      contentWith({ elements: [block] }),
    ),
    AT,
  )

const fresh = newElement('paneldynamic', 'sorties')

describe('what one of a repeated block is called', () => {
  it.each([
    [
      'une sortie',
      'Sortie {panelIndex}',
      'Ajouter une sortie',
      'Retirer cette sortie',
      'Aucune sortie pour le moment.',
    ],
    ['un lieu', 'Lieu {panelIndex}', 'Ajouter un lieu', 'Retirer ce lieu', 'Aucun lieu pour le moment.'],
    [
      'Un atelier',
      'Atelier {panelIndex}',
      'Ajouter un atelier',
      'Retirer cet atelier',
      'Aucun atelier pour le moment.',
    ],
    [
      'un hébergement',
      'Hébergement {panelIndex}',
      'Ajouter un hébergement',
      'Retirer : hébergement',
      'Aucun hébergement pour le moment.',
    ],
    ['un EPCI', 'EPCI {panelIndex}', 'Ajouter un EPCI', 'Retirer cet EPCI', 'Aucun EPCI pour le moment.'],
    [' Sortie ', 'Sortie {panelIndex}', 'Ajouter : sortie', 'Retirer : sortie', 'Rien pour le moment.'],
  ])(
    '« %s » titles each, and words its buttons',
    (typed, templateTitle, addPanelText, removePanelText, noEntriesText) => {
      expect(named(fresh, typed)).toEqual({
        ...fresh,
        ...{ templateTitle, addPanelText, removePanelText, noEntriesText },
      })
    },
  )
  it('is read back from what it makes, whatever was typed before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 9 })),
        fc.constantFrom('', 'un ', 'une '),
        fc.string(),
        (before, article, word) => {
          const typed = article + word
          const block = named(fresh, ...before, typed)
          expect(elementTexts(elementNameOf(block))).toEqual(elementTexts(typed))
          expect(named(block, '')).toEqual(fresh)
        },
      ),
    )
  })
  it('leaves the words that somebody chose, and the other languages', () => {
    const block = {
      ...fresh,
      addPanelText: 'Déclarer une sortie',
      noEntriesText: { fr: UNNAMED.noEntriesText, en: 'None.' },
    }
    expect(named(block, 'une sortie')).toEqual({
      ...block,
      templateTitle: 'Sortie {panelIndex}',
      removePanelText: 'Retirer cette sortie',
      noEntriesText: { fr: 'Aucune sortie pour le moment.', en: 'None.' },
    })
  })
  it('is empty where titles are made otherwise, which stay', () => {
    const block = { ...fresh, templateTitle: 'Sortie à {panel.ville}' }
    expect(elementNameOf(block)).toBe('')
    expect(named(block, 'une sortie').templateTitle).toBe('Sortie à {panel.ville}')
  })
  it('begins with nothing to fill', () => {
    expect(fresh).toMatchObject({ panelCount: 0, ...UNNAMED_TEXTS })
  })
})

const { templateTitle: _, ...UNNAMED_TEXTS } = UNNAMED

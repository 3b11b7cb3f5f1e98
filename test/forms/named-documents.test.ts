import { describe, expect, it } from 'vitest'
import type { Document } from '../../forms/given-documents.ts'
import {
  documentFaults,
  findFileQuestion,
  hasFileQuestion,
  idsNamed,
  namedDocuments,
} from '../../forms/named-documents.ts'
import { publishedForm } from '../support/definitions.ts'
import { documentForm, named } from '../support/documents.ts'
import { twoRoleForm } from '../support/two-roles.ts'

const form = documentForm('pieces')
const kept: Document = {
  id: 'un',
  question: 'statuts',
  section: { name: 'activite', title: 'Activité', role: 'saisie-activite' },
  name: 'Statuts.pdf',
  type: 'application/pdf',
  size: 10,
  status: 'kept',
  givenAt: '2026-06-10T09:00:00.000Z',
  givenBy: 'Nadia',
  key: 'kept/un',
}
const faultsOf = (answers: Parameters<typeof namedDocuments>[1], documents: Document[]) =>
  documentFaults(namedDocuments(form, answers), documents).map(({ pointer }) => pointer)

describe('documents named in answers', () => {
  it('are found in every section, in order', () => {
    const answers = {
      statuts: [named(kept), named({ ...kept, id: 'deux' })],
      comptes: [named({ ...kept, id: 'trois' })],
    }
    expect(idsNamed(namedDocuments(form, answers))).toEqual(['un', 'deux', 'trois'])
    expect(namedDocuments(form, { actions: 'Aide' })).toEqual([])
  })

  it.each<[string, Document[], string[]]>([
    ['kept, under that name and type', [kept], []],
    ['not there', [], ['/statuts/0/content']],
    ['waiting', [{ ...kept, status: 'waiting' }], ['/statuts/0/content']],
    ['being removed', [{ ...kept, removedAt: kept.givenAt }], ['/statuts/0/content']],
    ['of another name', [{ ...kept, name: 'Autre.pdf' }], ['/statuts/0']],
    ['of another type', [{ ...kept, type: 'image/png' }], ['/statuts/0']],
  ])('are faults unless the document is there: %s', (_, documents, pointers) => {
    expect(faultsOf({ statuts: [named(kept)] }, documents)).toEqual(pointers)
  })
})

describe('questions for documents', () => {
  it('are found by name, with the page they stand on', () => {
    expect(findFileQuestion(form, 'comptes')?.page).toBe('budget')
    expect(findFileQuestion(form, 'montant')).toBeUndefined()
    expect(hasFileQuestion(twoRoleForm('sans'))).toBe(false)
  })

  it.each([
    ['habilitation', true],
    ['clas-appel-a-projets', true],
    ['clas-reel', false],
  ])('of %s: %s', (name, asks) => {
    expect(hasFileQuestion(publishedForm(name, { fewCommunes: true }))).toBe(asks)
  })
})

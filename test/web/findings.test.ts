import { describe, expect, it } from 'vitest'
import type { Finding } from '../../forms/findings.ts'
import { CARRIED } from '../../forms/note-names.ts'
import { toConfirm } from '../../forms/notes.ts'
import { faultsBySection } from '../../web/fill/faults.ts'
import { createNotes, notesToSave } from '../../web/fill/notes-kept.ts'
import { placeOf } from '../../web/shared/answer-places.ts'
import { contradictions, inSection, unexplained, warningsByRule } from '../../web/shared/findings.ts'
import { outlineOf } from '../../web/shared/outline.ts'
import { publishedForm } from '../support/definitions.ts'

const outline = outlineOf(publishedForm('clas-reel').definition)

describe('the place a pointer leads to', () => {
  it.each([
    ['/collectifs_total', 'activite', 'Collectifs, en tout'],
    ['/collectifs/1/intervenants', 'collectifs', 'Vos collectifs, ligne 2, Intervenants'],
    ['/charges/c64/montant', 'charges', 'Charges de l’année, 64 – Frais de personnel'],
    ['/enfants/college/filles', 'activite', 'Enfants accueillis, par niveau, Collège, Filles'],
    ['/produits', 'produits', 'Produits de l’année'],
    ['/inconnue', '', 'inconnue'],
  ])('%s is in « %s »: %s', (pointer, section, words) => {
    expect(placeOf(outline, pointer)).toMatchObject({ section, words })
  })
})

describe('what the rules found', () => {
  const found = (rule: string, pointer: string, more: Partial<Finding> = {}): Finding => ({
    rule,
    kind: 'warning',
    pointer,
    message: 'Inhabituel.',
    ...more,
  })
  const findings = [
    found('R2', '/collectifs_total', { kind: 'blocking' }),
    found('R8', '/collectifs/0/enfants', { justification: 'École de montagne.' }),
    found('R8', '/collectifs/1/enfants', { justification: 'École de montagne.' }),
    found('R11', '/charges/c64/montant', { justification: ' a ' }),
    found('R12', '/produits'),
  ]

  it('is what blocks, and the warnings by rule', () => {
    expect(contradictions(findings).map(({ rule }) => rule)).toEqual(['R2'])
    expect(warningsByRule(findings).map(({ rule, findings: own }) => [rule, own.length])).toEqual([
      ['R8', 2],
      ['R11', 1],
      ['R12', 1],
    ])
  })

  it('is unexplained without a text that says something', () => {
    expect(unexplained(findings).map(({ rule }) => rule)).toEqual(['R11', 'R12'])
  })

  it('is told in the section it leads to', () => {
    expect(inSection(findings, outline, 'collectifs').map(({ rule }) => rule)).toEqual(['R8', 'R8'])
    expect(inSection(findings, outline, 'activite').map(({ rule }) => rule)).toEqual(['R2'])
  })

  it('leads from a refusal to the explanation that is missing', () => {
    const sections = faultsBySection(outline, [{ pointer: '/justifications/R10', detail: 'Expliquez : …' }])
    expect(sections).toEqual([
      {
        name: '',
        title: 'À expliquer',
        questions: [{ name: 'R10', words: 'Expliquez : …', at: 'explication-R10' }],
      },
    ])
  })
})

describe('the notes beside the answers', () => {
  const may = { annotate: true }
  const saved = (answers: Record<string, string>, revision = 1) => ({
    answers,
    revision,
    savedAt: '',
    savedBy: '',
  })
  const notesOf = (sections = {}, more = {}) => {
    const changes: unknown[] = []
    const response = { sections, may, hasChecks: true, ...more } as never
    const kept = new Map<string, Record<string, string>>()
    const notes = createNotes({
      response: () => response,
      saved: (name) => kept.get(name),
      change: (name, texts) => {
        kept.set(name, texts as Record<string, string>)
        changes.push([name, texts])
      },
      isOpen: () => true,
      onExplained: () => {},
      isSingle: (question) => question !== 'collectifs',
    })
    return { notes, changes, response }
  }

  it('keep every explanation, and drop the one that is emptied', () => {
    const { notes } = notesOf({ justifications: saved({ R8: 'École de montagne.' }) })
    notes.explain('R9', 'Un départ.')
    expect(notes.justifications()).toEqual({ R8: 'École de montagne.', R9: 'Un départ.' })
    notes.explain('R8', '')
    expect(notes.justifications()).toEqual({ R9: 'Un départ.' })
  })

  it('are settled by changing a single answer, not by changing a line of a table', () => {
    const { notes } = notesOf({ [CARRIED]: saved({ parents: '2023-2024', collectifs: '2023-2024' }) })
    expect(['parents', 'collectifs', 'heures'].filter(notes.isSettledBy)).toEqual(['parents'])
    notes.confirm(['parents'])
    expect(notes.unconfirmed()).toEqual({ collectifs: '2023-2024' })
  })

  it('are confirmed by a submission, until something is marked again', () => {
    const sections = { [CARRIED]: saved({ parents: '2023-2024' }, 2) }
    expect(toConfirm(sections, undefined)).toEqual({ parents: '2023-2024' })
    expect(toConfirm(sections, { sectionRevisions: { [CARRIED]: 2 } })).toEqual({})
    expect(toConfirm(sections, { sectionRevisions: { [CARRIED]: 1 } })).toEqual({ parents: '2023-2024' })
  })

  it('are saved by those who may, each kind where there is a use for it', () => {
    const { response } = notesOf({ [CARRIED]: saved({}) })
    expect(notesToSave(response)).toEqual(['justifications', 'reprises'])
    expect(notesToSave(notesOf({}, { hasChecks: false }).response)).toEqual([])
    expect(notesToSave(notesOf({}, { may: { annotate: false } }).response)).toEqual([])
  })
})

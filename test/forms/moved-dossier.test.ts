// A dossier under a later version: what stands in it, whatever was saved under which version.
import { describe, expect, it } from 'vitest'
import { noMapping } from '../../forms/moving/mapping.ts'
import { movedDossier } from '../../forms/moving/moved-sections.ts'
import { orphansOf, suggestedMapping } from '../../forms/moving/suggest.ts'
import { rehearsalWords } from '../../forms/moving/words.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import type { Section, Submission } from '../../forms/nouns/submission.ts'
import { twoVersions } from '../support/moving-form.ts'
import { calledResponse } from '../support/response.ts'

const [first, second] = twoVersions('deux')
const step = { from: first, to: second, mapping: { ...noMapping, questions: { '/lieu': 'site' } } }
const section = (name: string, revision: number, answers: Answers, more: Partial<Section> = {}): Section => ({
  ...{ name, revision, answers, savedAt: '2026-06-10T09:00:00.000Z', savedBy: 'Camille' },
  ...more,
})
const dossier = (...sections: Section[]) => ({
  ...calledResponse('deux.un', { formId: 'deux', formVersion: 2 }),
  moves: [{ id: 'a', from: 1, to: 2, at: '2026-06-10T10:00:00.000Z', toComplete: [] }],
  sections: Object.fromEntries(sections.map((one) => [one.name, one])),
})
const submission = (answers: Answers, sectionRevisions: Record<string, number>) =>
  ({
    answers,
    sectionRevisions,
    formVersion: 1,
    receivedAt: '2026-06-10T09:30:00.000Z',
  }) as unknown as Submission

describe('a dossier under a later version', () => {
  it('counts in a section the revisions of all the older drafts it comes from', () => {
    const { sections } = movedDossier(
      dossier(section('activite', 3, { public: 'CM1' }), section('budget', 2, { montant: 5 })),
      undefined,
      { first, steps: [step] },
    )
    expect(sections.budget).toMatchObject({ revision: 5, answers: { public: 'CM1', montant: 5 } })
    expect(sections.activite).toMatchObject({ revision: 3, answers: {} })
  })

  it('keeps for other sections what an older draft held, once its own was saved anew', () => {
    const earlier = section('activite', 3, { lieu: 'École', public: 'CM1' })
    const now = section('activite', 4, { site: 'Mairie' }, { formVersion: 2, taken: { activite: 3 } })
    const { answers, sections } = movedDossier(dossier(now), undefined, {
      ...{ first, steps: [step] },
      earlier: [earlier],
    })
    expect(answers).toEqual({ site: 'Mairie', public: 'CM1' })
    expect(sections.budget?.revision).toBe(3)
  })

  it('tells what was saved in an older version after a newer draft had taken over', () => {
    const { answers, lost } = movedDossier(
      dossier(
        section('activite', 4, { public: 'CE2' }),
        section('budget', 5, { public: 'CM2' }, { formVersion: 2, taken: { activite: 3 } }),
      ),
      undefined,
      { first, steps: [step] },
    )
    expect(answers.public).toBe('CM2')
    expect(lost).toMatchObject([{ pointer: '/public', value: 'CE2' }])
  })

  it('goes on from what was submitted, and from the drafts that came after', () => {
    const { answers, pending } = movedDossier(
      dossier(
        section('activite', 2, { lieu: 'Gymnase', public: 'CM2' }),
        section('budget', 1, { montant: 9 }),
      ),
      submission({ lieu: 'École', public: 'CM1', montant: 7 }, { activite: 1, budget: 1 }),
      { first, steps: [step] },
    )
    expect(answers).toEqual({ site: 'Gymnase', public: 'CM2', montant: 7 })
    expect([...pending]).toEqual(['activite', 'budget'])
  })
})

describe('what a Caf is proposed', () => {
  it('is what was probably renamed, and nothing else', () => {
    const titled = (title: string, name: string) => ({
      definition: {
        pages: [
          {
            name: 'une',
            elements: [
              { type: 'text', name, title },
              { type: 'comment', name: 'x' },
            ],
          },
        ],
      },
    })
    const [from, to] = [
      titled('Lieu de l’action', 'lieu'),
      titled('Lieu principal de l’action', 'lieu_principal'),
    ]
    expect(suggestedMapping(from, to)).toEqual({ ...noMapping, questions: { '/lieu': 'lieu_principal' } })
    expect(orphansOf(from, to, suggestedMapping(from, to))).toMatchObject([
      { path: '/lieu', likely: 'lieu_principal', among: [{ name: 'lieu_principal' }] },
    ])
    expect(suggestedMapping(from, from)).toEqual(noMapping)
  })

  it('reads in a sentence', () => {
    const counts = { handled: 20, untouched: 1, drafts: 12, submitted: 0, losing: 1 }
    expect(rehearsalWords(counts)).toBe(
      '12 brouillons à compléter, 1 dossier où une valeur ne serait pas reprise.',
    )
    expect(rehearsalWords({ ...counts, drafts: 0, losing: 0 })).toContain('Tout serait repris')
  })
})

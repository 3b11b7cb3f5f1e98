import fc from 'fast-check'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { deadlineText } from '../../forms/dates.ts'
import { addDays, closingInstant } from '../../forms/deadline.ts'
import type { Project } from '../../forms/nouns/people.ts'
import { blankFields, type CampaignFields } from '../../web/caf/campaign-fields.ts'
import { audienceWords, calledBy, isRunning, jobWords, previewOf } from '../../web/caf/campaign-words.ts'
import { RunningWork } from '../../web/caf/campaign-work.tsx'
import { remindedWords } from '../../web/caf/remind-dialog.tsx'
import { correctionWords, extensionWords, termsOf } from '../../web/shared/deadline-words.ts'

const NOW = '2026-06-10T09:00:00.000Z'
const fields: CampaignFields = {
  ...blankFields({ forms: [], zone: 'Europe/Paris', now: NOW }),
  firstDay: '2026-06-14',
  lastDay: '2026-07-15',
}

describe('what a campaign will do, in words', () => {
  it('says when it opens, closes and reminds', () => {
    expect(previewOf(fields, NOW)).toEqual({
      state: 'sound',
      opens: 'le dimanche 14 juin 2026 à 0 h 00 (heure de Paris)',
      closes: 'mercredi 15 juillet 2026 à 23 h 59 (heure de Paris)',
      days: 32,
      reminders: ['mercredi 8 juillet 2026 à 9 h 00', 'mardi 14 juillet 2026 à 9 h 00'],
    })
  })

  it('tells both times overseas', () => {
    const preview = previewOf({ ...fields, zone: 'America/Cayenne' }, NOW)
    expect(preview).toMatchObject({
      opens: 'le dimanche 14 juin 2026 à 0 h 00 (heure de la Guyane), soit 5 h 00 (heure de Paris)',
      closes:
        'mercredi 15 juillet 2026 à 23 h 59 (heure de la Guyane), soit le jeudi 16 juillet 2026 à 4 h 59 (heure de Paris)',
    })
  })

  it('opens at once when its first day has come, and leaves out the reminders whose hour has passed', () => {
    const preview = previewOf({ ...fields, firstDay: '2026-06-01', lastDay: '2026-06-11' }, NOW)
    expect(preview).toMatchObject({ opens: 'dès la publication', reminders: [] })
  })

  it.each([
    [{ lastDay: '2026-06-13' }, 'lastDay', /est avant le premier/],
    [{ firstDay: '2026-05-01', lastDay: '2026-06-09' }, 'lastDay', /est déjà passée/],
    [{ reminders: '40' }, 'reminderDays', /avant l’ouverture/],
    [{ zone: 'Europe/Chambery' }, 'zone', /n’existe pas/],
  ])('says what is wrong with %o', (part, field, sentence) => {
    expect(previewOf({ ...fields, ...part }, NOW)).toEqual({
      state: 'faulty',
      field,
      sentence: expect.stringMatching(sentence),
    })
  })

  it('waits for both days', () => {
    expect(previewOf({ ...fields, lastDay: '' }, NOW)).toEqual({ state: 'incomplete' })
  })

  it('always tells the very deadline that the server closes at', () => {
    const zones = [
      'Europe/Paris',
      'Indian/Reunion',
      'America/Martinique',
      'America/Cayenne',
      'Indian/Mayotte',
    ]
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(60), fc.constantFrom(...zones), (start, length, zone) => {
        const firstDay = addDays('2026-06-11', start)
        const lastDay = addDays(firstDay, length)
        const preview = previewOf({ ...fields, firstDay, lastDay, zone, reminders: '' }, NOW)
        expect(preview).toMatchObject({
          closes: deadlineText(closingInstant(lastDay, zone), zone),
          days: length + 1,
        })
      }),
    )
  })
})

describe('whom a campaign calls', () => {
  const project = (id: string, part: Partial<Project> = {}): Project => ({
    id,
    name: id,
    organisationId: 'asso',
    organisationName: 'Association',
    cafId: 'caf731',
    facts: [],
    importIds: [],
    ...part,
  })
  const projects = [
    project('bauges', { facts: ['imprimés renvoyés'] }),
    project('lac'),
    project('ancien', { cof: { first: '2020-2021', last: '2023-2024' } }),
  ]
  const called = (part: Partial<CampaignFields>) =>
    calledBy({ ...fields, ...part }, projects)?.map(({ id }) => id)

  it('counts the projects funded that year, by the rule that calls them', () => {
    expect(called({})).toEqual(['bauges', 'lac'])
    expect(called({ audience: 'fact', fact: 'imprimés renvoyés' })).toEqual(['bauges'])
    expect(called({ audience: 'projects', projects: ['lac', 'ancien'] })).toEqual(['lac'])
    expect(called({ audience: 'open' })).toBeUndefined()
  })

  it('names an audience', () => {
    expect(audienceWords('all')).toBe('tous les projets financés')
    expect(audienceWords({ projects: ['lac'] })).toBe('une liste de 1 projet')
    expect(audienceWords({ fact: 'imprimés renvoyés' })).toMatch(
      /la situation «\u00a0imprimés renvoyés\u00a0»$/,
    )
  })
})

describe('what was done, in words', () => {
  it('counts the work of a campaign', () => {
    expect(jobWords.open.done(0)).toBe('aucun dossier appelé')
    expect(jobWords.open.done(1)).toBe('1 dossier appelé')
    expect(jobWords.remind.done(58)).toBe('58 partenaires relancés')
    const job = { name: 'open', kind: 'open', dueAt: NOW, handled: 3 } as const
    expect([job, { ...job, firedAt: NOW }, { ...job, firedAt: NOW, doneAt: NOW }].map(isRunning)).toEqual([
      false,
      true,
      false,
    ])
  })

  it('shows the work under way, with how far it came, and nothing else', () => {
    const job = { name: 'open', kind: 'open', dueAt: NOW, firedAt: NOW, handled: 1200 } as const
    const done = { ...job, name: 'close', kind: 'close', doneAt: NOW } as const
    const html = renderToString(h(RunningWork, { jobs: [job, done] }))
    expect(html).toContain('Appel des partenaires en cours')
    expect(html).toMatch(/1.200 dossiers appelés/)
    expect(html).not.toContain('Clôture')
  })

  it('says what came of a round of reminders', () => {
    expect(remindedWords({ reminded: 3, skipped: 1, done: true })).toBe('3 partenaires relancés.')
    expect(remindedWords({ reminded: 1, skipped: 0, done: false })).toMatch(/^1 partenaire relancé jusqu’ici/)
    expect(remindedWords({ reminded: 0, skipped: 2, done: true })).toMatch(/^Personne n’a été relancé/)
  })

  it('tells a partner until when, by whom and why the deadline was moved', () => {
    const response = { closesAt: '2024-07-22T22:00:00.000Z', zone: 'Europe/Paris' }
    const extension = { at: NOW, by: 'Lou Girard', reason: 'inondation des locaux' }
    expect(extensionWords({ ...response, extension })).toBe(
      'Échéance prolongée au lundi 22 juillet 2024 par votre Caf : inondation des locaux.',
    )
    expect(extensionWords(response)).toBeUndefined()
  })

  it('tells a partner what goes with a deadline', () => {
    const response = { closesAt: '2024-07-22T22:00:00.000Z', zone: 'Europe/Paris' }
    expect(termsOf({ ...response, extensions: true })).toEqual([])
    expect(termsOf({ ...response, extensions: false, consequence: 'Pas de versement de PS' })).toEqual([
      'Pas de délai supplémentaire accordé.',
      'Pas de versement de PS.',
    ])
  })

  it('tells a partner what is to correct', () => {
    expect(correctionWords({ correction: { at: NOW, by: 'Alix', message: 'Précisez.' } })).toBe(
      'La Caf demande une correction : «\u00a0Précisez.\u00a0»',
    )
    expect(correctionWords({})).toBe('La Caf demande une correction.')
  })
})

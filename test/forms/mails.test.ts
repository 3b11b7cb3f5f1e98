import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isResponseMail, messageRoles, partnerRoles, stillOwed } from '../../forms/mails/addressees.ts'
import { closingLetter } from '../../forms/mails/closing-letter.ts'
import { invitationLetter } from '../../forms/mails/invitation-letter.ts'
import { type Letter, write } from '../../forms/mails/letter.ts'
import { missingIn } from '../../forms/mails/missing.ts'
import { type ResponseMail, responseLetter } from '../../forms/mails/response-letters.ts'
import { MailName, ResponseStatus } from '../../forms/nouns/history.ts'
import { validAnswers } from '../support/answers.ts'
import { demoCampaign } from '../support/campaign.ts'
import { publishedForm } from '../support/form.ts'
import { calledResponse } from '../support/response.ts'

const origin = 'https://echeance.example'
const consequence = 'Sans transmission avant l’échéance, la prestation de service (PS) n’est pas versée.'
const response = calledResponse('bilan.bauges', { consequence })
const DEADLINE = 'vendredi 12 juillet 2024 à 23 h 59 (heure de Paris)'
const names = MailName.options.filter(isResponseMail)

const written = (letter: Letter) => write(letter, { sender: 'Caf de la Savoie', origin })
const letterOf = (mail: ResponseMail, facts: Record<string, string> = {}, missing: string[] = []) =>
  written(responseLetter(mail, { response, facts, origin, missing }))

describe('a mail', () => {
  it('names what is asked as its campaign does, and the questionnaire beside where that says something else', () => {
    const named = { ...response, campaignTitle: 'Enquête de mars, pilotes' }
    for (const mail of ['call', 'reminder-not-started', 'receipt'] as const) {
      const { subject, text } = written(responseLetter(mail, { response: named, facts: {}, origin }))
      expect(subject).toContain('Enquête de mars, pilotes, Clas des Bauges')
      expect(text).toContain('Bilan qualitatif 2023-2024')
    }
    expect(letterOf('call').text).not.toContain('Questionnaire')
  })
  it.each<[ResponseMail, Record<string, string>, string, string[]]>([
    [
      'call',
      {},
      'À transmettre au plus tard le vendredi 12 juillet 2024 : Bilan qualitatif 2023-2024, Clas des Bauges',
      [DEADLINE, consequence, 'environ 25 minutes', '/remplir/clas-bilan/1/?dossier=bilan.bauges'],
    ],
    [
      'reminder-not-started',
      {},
      'Rappel, pas encore commencé, au plus tard le vendredi 12 juillet 2024',
      [DEADLINE, consequence, 'Rien n’a encore été saisi', 'Commencer'],
    ],
    [
      'reminder-draft',
      {},
      'Rappel, commencé mais non transmis',
      [DEADLINE, consequence, 'ce brouillon ne compte pas', 'Lieu de l’action : à commencer', 'Reprendre'],
    ],
    [
      'receipt',
      {
        reference: 'BQ-4M2X-81TZ',
        receivedAt: '2024-07-10T12:32:03.000Z',
        number: '2',
        sha256: 'ab'.repeat(32),
      },
      'Transmis, référence BQ-4M2X-81TZ',
      [
        'mercredi 10 juillet 2024 à 14 h 32 min 03 s (heure de Paris)',
        'n° 2',
        'ab'.repeat(32),
        '/recu/?dossier=bilan.bauges',
        '/verifier/',
      ],
    ],
    [
      'extension',
      { reason: 'Sinistre dans vos locaux.' },
      'Nouvelle échéance, le vendredi 12 juillet 2024',
      [DEADLINE, consequence, 'Sinistre dans vos locaux.'],
    ],
    [
      'correction-asked',
      { message: 'Précisez le nombre de séances.' },
      'Correction demandée, au plus tard le vendredi 12 juillet 2024',
      [DEADLINE, 'Précisez le nombre de séances.', 'Votre envoi compte toujours'],
    ],
    ['validated', {}, 'Validé par la Caf', ['Il n’y a plus rien à faire']],
    [
      'missed',
      { complete: 'true' },
      'Échéance passée, rien n’a été transmis',
      [DEADLINE, consequence, 'Votre brouillon était complet', 'Contactez votre Caf'],
    ],
  ])('« %s » says what happened, what counts, by when and what to do', (mail, facts, subject, says) => {
    const { subject: told, text, html } = letterOf(mail, facts, ['Lieu de l’action : à commencer'])
    expect(told).toContain(subject)
    for (const words of ['Clas des Bauges', 'Association Belledonne', ...says]) {
      expect(text).toContain(words)
      expect(html).toContain(words)
    }
    expect(text).not.toMatch(/undefined|null|NaN|\[object/)
  })

  it('reads « 1er » for the first of a month', () => {
    const first = calledResponse('bilan.bauges', { closesAt: '2024-07-01T22:00:00.000Z' })
    const { subject } = responseLetter('call', { response: first, facts: {}, origin })
    expect(subject).toContain('lundi 1er juillet 2024')
  })

  it('says both times overseas', () => {
    const overseas = calledResponse('bilan.bauges', {
      zone: 'Indian/Reunion',
      closesAt: '2024-07-12T20:00:00.000Z',
    })
    const { text } = written(responseLetter('call', { response: overseas, facts: {}, origin }))
    expect(text).toContain('23 h 59 (heure de La Réunion), soit 21 h 59 (heure de Paris)')
  })

  it('summarises a closing for the Caf, with the counts it knows', () => {
    const facts = { called: '12', submitted: '7', missed: '4', validated: '1', complete: '2' }
    const { subject, text } = written(closingLetter({ campaign: demoCampaign(), facts, origin }))
    expect(subject).toBe('Campagne close : Bilan qualitatif 2023-2024')
    expect(text).toContain(DEADLINE)
    expect(text).toContain('Non transmis : 4')
    expect(text).toContain('Dont brouillons complets, mais non transmis : 2')
    expect(text).toContain(`${origin}/caf/campagne/?id=bilan-2024`)
    expect(text).not.toContain('En correction')
  })

  it('never lets anybody’s words become markup, nor a second line of subject', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...names), (words, mail) => {
        const hostile = `${words}\r\nBcc: x@y.test <script>alert('"&')</script>`
        const about = calledResponse('bilan.bauges', { projectName: hostile, consequence: hostile })
        const facts = { reason: hostile, message: hostile, reference: hostile, by: hostile }
        const { subject, html } = written(
          responseLetter(mail, { response: about, facts, origin, missing: [hostile] }),
        )
        expect(subject).not.toMatch(/[\r\n]/)
        expect(html).not.toContain('<script')
        expect(html.match(/<(\w+)/g)?.every((tag) => KNOWN.includes(tag.slice(1)))).toBe(true)
      }),
    )
  })
})

const KNOWN = [
  ...['html', 'head', 'meta', 'title', 'style', 'body', 'main', 'footer', 'h1', 'h2', 'p', 'a'],
  ...['strong', 'blockquote', 'dl', 'dt', 'dd', 'ul', 'li'],
]

describe('who and when', () => {
  it.each(names)('« %s » has somebody to be sent to', (mail) => {
    const roles = mail === 'message-to-caf' ? messageRoles : partnerRoles[mail]
    expect(roles.length).toBeGreaterThan(0)
  })

  it('never reminds those who have sent, nor anybody once the deadline has passed', () => {
    const before = '2024-07-12T21:59:59.999Z'
    for (const status of ResponseStatus.options) {
      const about = { status, closesAt: response.closesAt }
      const expected = { called: 'reminder-not-started', draft: 'reminder-draft' }
      const owed = status === 'called' || status === 'draft' ? expected[status] : undefined
      for (const mail of ['reminder-not-started', 'reminder-draft'] as const) {
        expect(stillOwed(mail, about, before)).toBe(owed)
        expect(stillOwed(mail, about, response.closesAt)).toBeUndefined()
      }
    }
  })

  it.each<[ResponseMail, ResponseStatus, boolean]>([
    ['call', 'called', true],
    ['call', 'submitted', false],
    ['receipt', 'missed', true],
    ['missed', 'missed', true],
    ['missed', 'draft', false],
    ['validated', 'submitted', false],
    ['correction-asked', 'to-correct', true],
    ['correction-asked', 'submitted', false],
    ['extension', 'submitted', true],
    ['extension', 'validated', false],
  ])('« %s » about a response that is %s: %s', (mail, status, owed) => {
    const about = { status, closesAt: response.closesAt }
    expect(stillOwed(mail, about, '2024-07-01T00:00:00.000Z') !== undefined).toBe(owed)
  })
})

describe('what a draft lacks', () => {
  const form = publishedForm()
  const drafts = (answers: Record<string, unknown>) =>
    Object.fromEntries(form.info.sections.map(({ name }) => [name, { answers: answers as never }]))

  it('is nothing when every answer is there', () => {
    expect(missingIn(form, drafts(validAnswers()))).toEqual([])
  })

  it('is every section when none was begun', () => {
    expect(missingIn(form, {})).toEqual(form.info.sections.map(({ title }) => `${title} : à commencer`))
  })

  it('names the required questions left, and none that is asked under a condition only', () => {
    const { familles: _, qpv_nom: __, bonus_parents_projet: ___, ...rest } = validAnswers()
    const missing = missingIn(form, drafts(rest))
    expect(missing).toHaveLength(1)
    expect(missing[0]).toMatch(/^Participants : « .*familles/i)
  })
})

describe('an invitation', () => {
  const access = {
    email: 'claude@asso.test',
    organisationId: 'asso',
    organisationName: 'Association <b>& Cie</b>',
    roles: ['saisie-activite' as const, 'approbateur' as const],
    invitedBy: 'Camille\r\nBcc: x@y.test',
    invitedAt: '2026-06-10T09:00:00.000Z',
    invitationEndsAt: '2026-06-25T09:00:00.000Z',
  }

  it('says by whom, for what, with which address and until when', () => {
    const { text } = written(invitationLetter({ access, origin }))
    for (const said of ['Saisie activité', 'Approbateur', 'claude@asso.test', 'jeudi 25 juin 2026 à 10 h 59'])
      expect(text).toContain(said)
  })

  it('keeps names from becoming markup or a second line of subject', () => {
    const { subject, html } = written(invitationLetter({ access, origin }))
    expect(subject).not.toMatch(/[\r\n]/)
    expect(html).toContain('&lt;b&gt;&amp; Cie&lt;/b&gt;')
  })

  it('speaks of a Caf and of its roles in its own words', () => {
    const { email, invitedAt } = access
    const agent = {
      email,
      invitedAt,
      cafId: 'caf731',
      cafName: 'Caf de la Savoie',
      roles: ['concepteur' as const],
    }
    const { subject, text } = written(invitationLetter({ access: agent, origin }))
    expect(subject).toBe('Votre accès à Échéance pour Caf de la Savoie')
    expect(text).toContain('Concepteur : prépare les questionnaires')
  })
})

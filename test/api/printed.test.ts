// What a PDF prints of what people wrote: every letter, and what it has no letter for is said.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FormInfo, type FormVersion } from '../../forms/nouns/form.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { answersPdf } from '../../functions/documents/answers-pdf.ts'
import { missingIn, missingNote, printable } from '../../functions/documents/printable.ts'
import { receiptPdf } from '../../functions/documents/receipt-pdf.ts'
import { actualTexts, pagesOf, wordsOf } from '../support/pdf-words.ts'
import { calledResponse } from '../support/response.ts'

const AT = '2024-07-01T12:32:03.000Z'

const formOf = (elements: readonly Record<string, string>[]): FormVersion => ({
  formId: 'imprime',
  version: 1,
  info: FormInfo.parse({
    id: 'imprime',
    title: 'Questionnaire',
    referencePrefix: 'QU',
    estimatedMinutes: 5,
    sections: [{ name: 'une', title: 'Partie unique', role: 'saisie-activite' }],
    prefilled: {},
    toPrepare: [],
  }),
  definition: { pages: [{ name: 'une', elements: [...elements] }] },
  sha256: '',
  publishedAt: AT,
})

const text = (name: string, inputType = 'text') => ({
  type: 'text',
  name,
  title: `Question ${name}`,
  inputType,
})

const printed = async (
  projectName: string,
  answers: Answers = { nom: 'Une réponse' },
  form = formOf([text('nom')]),
): Promise<Buffer> =>
  Buffer.from(
    await answersPdf({
      response: calledResponse('imprime-2024.projet', {
        projectName,
        status: 'submitted',
        submissionNumber: 1,
      }),
      submission: {
        id: 'envoi-1',
        number: 1,
        answers,
        by: 'Claire Martin',
        receivedAt: AT,
        receipt: { reference: 'RE-4M2X-81TZ', receivedAt: AT, sha256: 'a'.repeat(64), jws: 'x' },
        sectionRevisions: {},
        idempotencyKey: 'cle',
        reply: '{}',
      },
      form,
    }),
  )

describe('what people wrote', () => {
  it.each([
    ['Latin étendu A et B', 0x100, 0x24f, /./u],
    ['latin étendu additionnel', 0x1e00, 0x1efb, /./u],
    ['grec', 0x370, 0x3ff, /\p{Script=Greek}/u],
    ['cyrillique', 0x400, 0x525, /./u],
    ['ponctuation', 0x2010, 0x205e, /\p{P}/u],
    ['flèches', 0x2190, 0x21ff, /./u],
  ])('is printed letter by letter: %s', (_, first, last, kept) => {
    const letters = Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i))
    const all = letters.filter((letter) => kept.test(letter)).join(' ')
    expect(printable(all)).toBe(all.normalize('NFC'))
  })

  it.each([
    ['Kovačević-Łoś, Şef et Bușoi : « 6ᵉ », ≥ 8 → 12 €', 'Kovačević-Łoś, Şef et Bușoi : « 6ᵉ », ≥ 8 → 12 €'],
    ['Œuvre d’été\u00a0: 1\u202f234', 'Œuvre d’été\u00a0: 1\u202f234'],
    ['e\u0301te\u0301, q\u0303', 'été, q\u0303'],
    ['Ωμέγα, Жизнь, 😀 ✓', 'Ωμέγα, Жизнь, 😀 ✓'],
    ['une\r\nligne\rou\tdeux', 'une\nligne\nou deux'],
    ['ate\u00adlier\u200b \u200eici', 'atelier ici'],
  ])('is printed as it is: « %s »', (written, shown) => {
    expect([printable(written), missingIn(written)]).toEqual([shown, 0])
  })

  it.each([
    ['atelier 🎨', 'atelier ▯', 1],
    ['une famille 👩‍👩‍👧, la France 🇫🇷', 'une famille ▯, la France ▯', 2],
    ['محمد', '▯▯▯▯', 4],
    ['שלום', '▯▯▯▯', 4],
    ['1️⃣ ❤️‍🔥', '1▯ ❤▯', 2],
    ['nul \u0000', 'nul ▯', 1],
  ])('is a box where no font of ours has it, never another letter: « %s »', (written, shown, missing) => {
    expect([printable(written), missingIn(written)]).toEqual([shown, missing])
  })

  it('is never shortened nor changed otherwise', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (written) => {
        const bare = (one: string) =>
          one.normalize('NFC').replaceAll(/\p{Default_Ignorable_Code_Point}|\s/gu, '')
        if (missingIn(written) === 0) expect(bare(printable(written))).toBe(bare(written))
        else expect(printable(written)).toContain('▯')
      }),
    )
  })
})

describe('a dossier on paper', () => {
  it('is read back as it was written, and says nothing of characters when all of them print', async () => {
    const pdf = await printed('Kovačević-Łoś', { nom: 'Şef de « Łódź » → Ωμέγα, q\u0303 fini' })
    const words = wordsOf(pdf)
    for (const said of ['Kovačević-Łoś', 'Şef de « Łódź » → Ωμέγα, q\u0303 fini'])
      expect(words).toContain(said)
    expect(words).not.toMatch(/ne s’imprime/)
    expect(pdf.toString('latin1')).toMatch(/\/FontName \/[A-Z]{6}\+DejaVuSansCondensed\n/)
  })

  it('says how many characters do not print, and holds them all the same', async () => {
    const pdf = await printed('Jeux 🎨', { nom: 'محمد (parenthèse)' })
    const words = wordsOf(pdf)
    expect(words).toContain('▯▯▯▯ (parenthèse)')
    expect(words.replaceAll(/\s+/g, ' ')).toContain(missingNote(5, 'La page du dossier montre'))
    expect(actualTexts(pdf)).toEqual(['Jeux 🎨', 'محمد (parenthèse)'])
  })

  it('is the same file each time, whatever was printed in between', async () => {
    const first = await printed('Un ñ, un õ et un ﬁ')
    await printed('q\u0303 \u02dc \u0303 ´ ¨', { nom: 'Autre chose, ﬁ, Ǻ' })
    expect((await printed('Un ñ, un õ et un ﬁ')).equals(first)).toBe(true)
  })

  it('tells telephones, days and hours as the page does', async () => {
    const form = formOf([text('tel', 'tel'), text('ile', 'tel'), text('jour', 'date'), text('heure', 'time')])
    const answers = { tel: '+33479123456', ile: '+262692123456', jour: '2024-09-01', heure: '08:30' }
    const words = wordsOf(await printed('Heures', answers, form)).replaceAll('\u00a0', ' ')
    for (const said of ['04 79 12 34 56', '+262 692 12 34 56', '1er septembre 2024', '8 h 30'])
      expect(words).toContain(said)
  })

  it('never leaves a question at the foot of a page whose answer begins the next', async () => {
    const names = Array.from({ length: 90 }, (_, i) => `n° ${i}.`)
    const answers = Object.fromEntries(names.map((name) => [name, `Réponse ${name}`]))
    for (let lines = 0; lines < 4; lines += 1) {
      const pages = pagesOf(
        await printed(`Projet${'\nencore'.repeat(lines)}`, answers, formOf(names.map((name) => text(name)))),
      )
      expect(pages.length).toBeGreaterThan(3)
      const asked = names.map((name) => pages.findIndex((page) => page.includes(`Question ${name}`)))
      const told = names.map((name) => pages.findIndex((page) => page.includes(`Réponse ${name}`)))
      expect(told).toEqual(asked)
      expect(asked).not.toContain(-1)
    }
  })
})

describe('a receipt on paper', () => {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = {
    iss: 'https://echeance.example',
    reference: 'RE-4M2X-81TZ',
    response: 'imprime-2024.projet',
    organisation: 'Stanisław Łoś 🎒',
    form: 'imprime',
    formVersion: 1,
    number: 1,
    sha256: 'a'.repeat(64),
    receivedAt: AT,
    closesAt: AT,
  }
  const jws = [part({ alg: 'ES256', typ: 'receipt+jwt', kid: 'cle' }), part(claims), 'x'.repeat(86)].join('.')
  const receiptOf = async (projectName: string) =>
    Buffer.from(
      await receiptPdf({
        response: calledResponse('imprime-2024.projet', { projectName }),
        submission: { by: 'Zoé Şef', receipt: { ...claims, jws } },
        origin: claims.iss,
      }),
    )

  it('names people as they write their names, and says what does not print', async () => {
    const pdf = await receiptOf('Kovačević')
    const words = wordsOf(pdf).replaceAll(/\s+/g, ' ')
    for (const said of ['Stanisław Łoś ▯', 'Kovačević', 'transmis par Zoé Şef', missingNote(2, 'La page')])
      expect(words).toContain(said)
    expect(actualTexts(pdf)).toHaveLength(2)
    expect(pagesOf(pdf)).toHaveLength(1)
  })

  it('carries its code whole to the next page when names take the room', async () => {
    const pages = pagesOf(await receiptOf('Un nom très long. '.repeat(120)))
    expect(pages.map((page) => page.includes('Vérifier ce reçu'))).toEqual([false, true])
  })
})

// What is told of files before anything of them is sent, and what of a folder is offered.
import { describe, expect, it } from 'vitest'
import type { FolderDocument } from '../../forms/documents-wire.ts'
import { limitsOf, refusalOf, roomFor } from '../../web/fill/document-checks.ts'
import { offersOf } from '../../web/fill/document-offers.tsx'
import { endingsText, kindText, sizeText } from '../../web/shared/document-words.ts'

const MB = 1024 * 1024
const one = { allowMultiple: false, maxFiles: 1000, acceptedTypes: '.pdf, .PNG', maxSize: 0 }
const three = { ...one, allowMultiple: true, maxFiles: 3, maxSize: 2 * MB }

describe('the limits of a question', () => {
  it('are its own, within those of the platform', () => {
    expect(limitsOf(one)).toEqual({ endings: ['.pdf', '.png'], most: 1, maxBytes: 10 * MB })
    expect(limitsOf(three)).toEqual({ endings: ['.pdf', '.png'], most: 3, maxBytes: 2 * MB })
    expect(limitsOf({ ...three, maxFiles: 500, maxSize: 99 * MB })).toMatchObject({
      most: 10,
      maxBytes: 10 * MB,
    })
  })
})

describe('a file', () => {
  it.each([
    [{ name: 'a.pdf', size: 10 * MB }, undefined],
    [{ name: 'A.PDF', size: 1 }, undefined],
    [{ name: 'a.pdf', size: 10 * MB + 1 }, 'pèse 10,1 Mo : 10 Mo au plus'],
    [{ name: 'a.pdf', size: 0 }, 'est vide (0 octet)'],
    [{ name: 'a.pdf.exe', size: 1 }, 'Choisissez un fichier PDF ou PNG.'],
    [{ name: 'pdf', size: 1 }, 'n’est pas d’un type accepté ici'],
  ])('%o is told of as it is', (file, sentence) => {
    const refusal = refusalOf(file, limitsOf(one))
    if (sentence === undefined) expect(refusal).toBeUndefined()
    else expect(refusal).toContain(sentence)
  })
})

describe('several files', () => {
  it.each([
    ['one in the place of another', ['a'], 1, one, ['a']],
    ['two where one is asked', ['a', 'b'], 0, one, []],
    ['as many as are left', ['a', 'b'], 1, three, ['a', 'b']],
    ['more than are left', ['a', 'b', 'c'], 1, three, []],
  ])('%s', (_, files, given, question, taken) => {
    const [kept, said] = roomFor(files, given, limitsOf(question))
    expect([kept, said === undefined]).toEqual([taken, taken.length > 0])
  })
})

describe('documents in words', () => {
  it.each([
    [0, '0 octets'],
    [1, '1 octet'],
    [1023, '1023 octets'],
    [1024, '1 Ko'],
    [1.2 * MB, '1,2 Mo'],
    [10 * MB + 1, '10,1 Mo'],
  ])('%i bytes are « %s »', (bytes, words) => {
    expect(sizeText(bytes)).toBe(words)
  })

  it('are told by the endings people know', () => {
    expect(endingsText(['.pdf'])).toBe('PDF')
    expect(endingsText(['.pdf', '.jpg', '.odt'])).toBe('PDF, JPG ou ODT')
    expect(kindText('image/jpeg')).toBe('JPG')
    expect(kindText('application/zip')).toBe('')
  })
})

describe('the folder of an organisation', () => {
  const document = (name: string, more: Partial<FolderDocument> = {}): FolderDocument => ({
    ...{ response: 'a.b', document: name, name: `${name}.pdf`, type: 'application/pdf', size: 10 },
    ...{ question: 'Statuts', form: 'Habilitation', schoolYear: '2025-2026' },
    ...{ givenAt: '2026-06-03T10:00:00.000Z', givenBy: 'Camille', ...more },
  })
  const offered = (folder: FolderDocument[], given: string[] = []) =>
    offersOf(
      folder,
      { acceptedTypes: '.pdf,.png', title: 'RIB' },
      given.map((id) => ({ name: `${id}.pdf`, type: 'application/pdf', content: id })),
      { maxBytes: 100 },
    ).map((offer) => offer.document)

  it('offers what answered the same question first, then the latest', () => {
    expect(offered([document('c'), document('b'), document('a', { question: 'RIB' })])).toEqual([
      'a',
      'c',
      'b',
    ])
  })

  it('offers only what the question takes and has not', () => {
    const folder = [
      document('odt', { type: 'application/vnd.oasis.opendocument.text' }),
      document('lourd', { size: 101 }),
      document('donné'),
      document('autre'),
    ]
    expect(offered(folder, ['donné'])).toEqual(['autre'])
  })
})
